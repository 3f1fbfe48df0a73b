//! What can be done with a registration, in the order in which its page shows it.

use crate::weg::doen::doen;

doen! {
    /// Assess the need.
    Behoefte = "behoefte", "stel_behoefte_vast",
        "Vaststellen wat het kind nodig heeft",
        "Is er extra ondersteuning nodig? Dit komt voor elke beslissing.",
        "Vastgelegd wat het kind nodig heeft.";
    /// Answer that offer.
    Antwoord = "antwoord", "aanvaard_aanbod",
        "Antwoord geven op het aanbod",
        "Ja of nee op de plek op een andere school.",
        "Het antwoord is vastgelegd.";
    /// Record what came of that.
    InformatieOntvangen = "informatie-ontvangen", "ontvang_informatie",
        "Vastleggen of de informatie er is",
        "Daarna loopt de termijn weer.",
        "Vastgelegd. De termijn loopt weer.";
    /// Give a temporary place.
    Tijdelijk = "tijdelijk", "plaats_tijdelijk",
        "Het kind tijdelijk plaatsen",
        "Er is niet op tijd beslist: het kind heeft recht op een tijdelijke plek.",
        "Het kind is tijdelijk geplaatst.";
    /// Admit.
    Toelaten = "toelaten", "laat_toe",
        "Het kind toelaten",
        "Vanaf welke dag, en in welke groep.",
        "Het kind is toegelaten. De ouders krijgen een brief.";
    /// Offer another school.
    Aanbod = "aanbod", "doe_aanbod",
        "Een plek op een andere school aanbieden",
        "Een school die het kind wil toelaten. De ouders mogen ja of nee zeggen.",
        "Het aanbod is gedaan. De ouders krijgen een brief.";
    /// Ask for information.
    Informatie = "informatie", "vraag_informatie",
        "De ouders om informatie vragen",
        "De termijn staat dan stil. De ouders krijgen een brief.",
        "Het verzoek is gemaakt. De termijn staat stil.";
    /// Extend the term.
    Verlengen = "verlengen", "verleng_beslistermijn",
        "De termijn verlengen",
        "Dat kan één keer. U ziet eerst wat de nieuwe laatste dag wordt.",
        "De termijn is verlengd. De ouders krijgen een brief.";
    /// Refuse.
    Weigeren = "weigeren", "weiger",
        "Weigeren",
        "U ziet eerst wat de wet vraagt en wat er al is.",
        "Het kind is geweigerd. De ouders krijgen een brief met hun rechten.";
    /// Do not handle.
    BuitenBehandeling = "buiten-behandeling", "stel_buiten_behandeling",
        "Niet verder behandelen",
        "Als de gevraagde informatie niet op tijd kwam.",
        "De aanmelding wordt niet verder behandeld. De ouders krijgen een brief.";
    /// Withdraw.
    Intrekken = "intrekken", "trek_aanmelding_in",
        "De aanmelding intrekken",
        "Alleen als de ouders dat zelf willen.",
        "De aanmelding is ingetrokken.";
    /// Record that the child was turned away without a decision.
    Feitelijk = "zonder-besluit", "meld_feitelijke_weigering",
        "Melden: er is geweigerd zonder besluit",
        "Als een kind is weggestuurd zonder dat de school netjes besliste.",
        "Vastgelegd: er is geweigerd zonder besluit. De zorgplicht blijft bij de school.";
    /// Correct the day of receipt.
    Ontvangstdatum = "ontvangstdatum", "corrigeer_ontvangst",
        "De datum van ontvangst verbeteren",
        "Alle termijnen worden dan opnieuw berekend.",
        "De datum is verbeterd en de termijnen zijn opnieuw berekend.";
}
