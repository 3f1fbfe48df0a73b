//! Who works where a code is made opens no page with it by that alone. Whoever makes the codes, prints their letters or finds one lying there
//! would act as the parents against the interest of the school in them. A parent who really works there comes in once a colleague, who
//! invites them, says so: whoever invited never uses the code (`weiger_account_van_ander`), so that this is always somebody else.

use base::OrganisatieId;

use crate::refusal::Refusal;
use crate::staat::Dossier;

impl Dossier {
    /// Refuses an account that works for these organisations as that of somebody who was invited by one of them, where whoever invited did
    /// not say that they work there.
    pub fn weiger_collega(&self, persoon: u32, werkt_bij: &[OrganisatieId]) -> Result<(), Refusal> {
        let invited = self.persoon(persoon).and_then(|one| one.uitnodiging.as_ref());
        let unsaid = invited.filter(|sent| !sent.werkt_hier);
        if unsaid.is_some_and(|sent| werkt_bij.contains(&sent.van)) {
            return Err(Refusal::new("account_van_collega", sleutels::leven::account_van_collega())
                .instead(sleutels::leven::collega_bevestigen()));
        }
        Ok(())
    }
}
