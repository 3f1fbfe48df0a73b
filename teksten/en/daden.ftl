# What somebody can do with a file: what it is called, what it means, and what is said afterwards. Chosen by the name of the
# command.

naam = { $code ->
    [stel_behoefte_vast] Establish what the child needs
    [aanvaard_aanbod] Answer the offer
    [ontvang_informatie] Record whether the information is there
    [plaats_tijdelijk] Give the child a temporary place
    [laat_toe] Admit the child
    [doe_aanbod] Offer a place at another school
    [vraag_informatie] Ask the parents for information
    [verleng_beslistermijn] Take more time to decide
    [weiger] Refuse
    [stel_buiten_behandeling] Not deal with it any further
    [trek_aanmelding_in] Withdraw the registration
    [meld_feitelijke_weigering] Report: refused without a decision
    [corrigeer_ontvangst] Put the date of receipt right
    [hoor_ouders_en_leraar] Record what parents and teacher say
    [raadpleeg_inspectie] Record the consultation with the Inspectie (the national inspectorate of schools)
    [vind_bereide_school] Record a school that is willing to admit the pupil
    [verwijder] Decide to remove the pupil
    [meld_aan_ben_w] Record that you reported it to the municipality
    [meld_aan_inspectie] Record that you reported it to the Inspectie (the national inspectorate of schools)
    [trek_voornemen_in] Withdraw the intention
    [verbind_persoon] Add somebody around the child
    [verhuis] Record a move
    [wijzig_naam] Change the name or gender
    [zet_geheimhouding] Make the address secret or open it again
    [meld_pleegzorg] Record that the child lives with foster parents
    [meld_meerderjarig] The pupil is of age
    [ontvang_nummer] Record the persoonsgebonden nummer (the personal number of a pupil)
    [schrijf_in] Record the enrolment or another class
    [schrijf_uit] End the enrolment of the child
   *[meld_overlijden] The child died
}
uitleg = { $code ->
    [stel_behoefte_vast] Is extra support needed? This comes before every decision.
    [aanvaard_aanbod] Yes or no to the place at another school.
    [ontvang_informatie] After that the time to decide runs again.
    [plaats_tijdelijk] There was no decision in time: the child has a right to a temporary place.
    [laat_toe] From which day, and in which class.
    [doe_aanbod] A school that is willing to admit the child. The parents may say yes or no.
    [vraag_informatie] The time to decide then stands still. The parents get a letter.
    [verleng_beslistermijn] That is possible once. You first see what the new last day becomes.
    [weiger] You first see what the law asks and what is there already.
    [stel_buiten_behandeling] If the information that was asked for did not come in time.
    [trek_aanmelding_in] Only if the parents want that themselves.
    [meld_feitelijke_weigering] If a child was sent away without a proper decision of the school.
    [corrigeer_ontvangst] All terms are then computed anew.
    [hoor_ouders_en_leraar] First hear them, then decide.
    [raadpleeg_inspectie] In secondary education this must come before the decision.
    [vind_bereide_school] Without another school you may not remove the pupil.
    [verwijder] The parents get a letter with their rights.
    [meld_aan_ben_w] That must be done at once after the decision.
    [meld_aan_inspectie] In secondary education, after the decision.
    [trek_voornemen_in] The pupil stays at the school.
    [verbind_persoon] A parent, guardian, foster parent or person who acts for a parent.
    [verhuis] The address also decides which samenwerkingsverband (partnership of schools) belongs to it.
    [wijzig_naam] Pages and letters then show the new name alone.
    [zet_geheimhouding] For everybody outside the school and the samenwerkingsverband, or for certain people.
    [meld_pleegzorg] Add the foster parent first.
    [meld_meerderjarig] Then the pupil decides, and no longer the parents.
    [ontvang_nummer] Only for the school. The number is shown nowhere after that.
    [schrijf_in] An enrolment that is there already, or a new class.
    [schrijf_uit] This is no way to send a child away: the rules of removal hold for that.
   *[meld_overlijden] All letters, terms and tasks then stop at once.
}
gedaan = { $code ->
    [stel_behoefte_vast] Recorded what the child needs.
    [aanvaard_aanbod] The answer was recorded.
    [ontvang_informatie] Recorded. The time to decide runs again.
    [plaats_tijdelijk] The child has a temporary place.
    [laat_toe] The child was admitted. The parents get a letter.
    [doe_aanbod] The offer was made. The parents get a letter.
    [vraag_informatie] The request was made. The time to decide stands still.
    [verleng_beslistermijn] There is more time to decide. The parents get a letter.
    [weiger] The child was refused. The parents get a letter with their rights.
    [stel_buiten_behandeling] The registration is not dealt with any further. The parents get a letter.
    [trek_aanmelding_in] The registration was withdrawn.
    [meld_feitelijke_weigering] Recorded: refused without a decision. The zorgplicht (the duty to find a fitting place) stays with the school.
    [corrigeer_ontvangst] The date was put right and the terms were computed anew.
    [hoor_ouders_en_leraar] Recorded what parents and teacher say.
    [raadpleeg_inspectie] The consultation with the Inspectie was recorded.
    [vind_bereide_school] The other school was recorded.
    [verwijder] The decision was recorded. Report it to the municipality now.
    [meld_aan_ben_w] The report to the municipality was recorded.
    [meld_aan_inspectie] The report to the Inspectie was recorded.
    [trek_voornemen_in] The intention was withdrawn. The pupil stays at the school.
    [verbind_persoon] The person was added.
    [verhuis] The move was recorded. If there was an address of a later date already, that one stays.
    [wijzig_naam] The data were changed.
    [zet_geheimhouding] The secrecy was recorded.
    [meld_pleegzorg] The foster care was recorded.
    [meld_meerderjarig] Recorded that the pupil is of age.
    [ontvang_nummer] The number was recorded and is not shown any more.
    [schrijf_in] The enrolment was recorded.
    [schrijf_uit] The enrolment of the child was ended.
   *[meld_overlijden] The death was recorded. No letters or reminders go out any more.
}
# The same to parents and pupil.
uitleg-gezin = { $code ->
    [trek_aanmelding_in] If you no longer want to register your child at this school. That is your own choice.
   *[meld_feitelijke_weigering] If your child was sent away and you got no decision on paper.
}
