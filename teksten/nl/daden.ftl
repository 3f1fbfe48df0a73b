# Wat iemand met een dossier kan doen: hoe het heet, wat het betekent, en wat er daarna gezegd wordt. Gekozen door de naam
# van de opdracht.

naam = { $code ->
    [stel_behoefte_vast] Vaststellen wat het kind nodig heeft
    [aanvaard_aanbod] Antwoord geven op het aanbod
    [ontvang_informatie] Vastleggen of de informatie er is
    [plaats_tijdelijk] Het kind tijdelijk plaatsen
    [laat_toe] Het kind toelaten
    [doe_aanbod] Een plek op een andere school aanbieden
    [vraag_informatie] De ouders om informatie vragen
    [verleng_beslistermijn] De termijn verlengen
    [weiger] Weigeren
    [stel_buiten_behandeling] Niet verder behandelen
    [trek_aanmelding_in] De aanmelding intrekken
    [meld_feitelijke_weigering] Melden: er is geweigerd zonder besluit
    [corrigeer_ontvangst] De datum van ontvangst verbeteren
    [hoor_ouders_en_leraar] Vastleggen wat ouders en leraar zeggen
    [raadpleeg_inspectie] Overleg met de Inspectie vastleggen
    [vind_bereide_school] Een school vastleggen die de leerling wil toelaten
    [verwijder] Besluiten tot verwijdering
    [meld_aan_ben_w] Vastleggen dat u het de gemeente hebt gemeld
    [meld_aan_inspectie] Vastleggen dat u het de Inspectie hebt gemeld
    [trek_voornemen_in] Het voornemen intrekken
    [verbind_persoon] Iemand rond het kind toevoegen
    [verhuis] Een verhuizing vastleggen
    [wijzig_naam] De naam of het geslacht wijzigen
    [zet_geheimhouding] Het adres geheim maken of weer openen
    [meld_pleegzorg] Vastleggen dat het kind bij pleegouders woont
    [meld_meerderjarig] De leerling is meerderjarig
    [ontvang_nummer] Het persoonsgebonden nummer vastleggen
    [schrijf_in] De inschrijving of een andere groep vastleggen
    [schrijf_uit] Het kind uitschrijven
   *[meld_overlijden] Het kind is overleden
}
uitleg = { $code ->
    [stel_behoefte_vast] Is er extra ondersteuning nodig? Dit komt voor elke beslissing.
    [aanvaard_aanbod] Ja of nee op de plek op een andere school.
    [ontvang_informatie] Daarna loopt de termijn weer.
    [plaats_tijdelijk] Er is niet op tijd beslist: het kind heeft recht op een tijdelijke plek.
    [laat_toe] Vanaf welke dag, en in welke groep.
    [doe_aanbod] Een school die het kind wil toelaten. De ouders mogen ja of nee zeggen.
    [vraag_informatie] De termijn staat dan stil. De ouders krijgen een brief.
    [verleng_beslistermijn] Dat kan één keer. U ziet eerst wat de nieuwe laatste dag wordt.
    [weiger] U ziet eerst wat de wet vraagt en wat er al is.
    [stel_buiten_behandeling] Als de gevraagde informatie niet op tijd kwam.
    [trek_aanmelding_in] Alleen als de ouders dat zelf willen.
    [meld_feitelijke_weigering] Als een kind is weggestuurd zonder dat de school netjes besliste.
    [corrigeer_ontvangst] Alle termijnen worden dan opnieuw berekend.
    [hoor_ouders_en_leraar] Eerst horen, dan beslissen.
    [raadpleeg_inspectie] In het voortgezet onderwijs moet dat vóór het besluit.
    [vind_bereide_school] Zonder andere school mag u niet verwijderen.
    [verwijder] De ouders krijgen een brief met hun rechten.
    [meld_aan_ben_w] Dat moet meteen na het besluit.
    [meld_aan_inspectie] In het voortgezet onderwijs, na het besluit.
    [trek_voornemen_in] De leerling blijft op school.
    [verbind_persoon] Een ouder, voogd, pleegouder of gemachtigde.
    [verhuis] Het adres bepaalt ook welk samenwerkingsverband erbij hoort.
    [wijzig_naam] Pagina's en brieven tonen daarna alleen de nieuwe naam.
    [zet_geheimhouding] Voor iedereen buiten school en samenwerkingsverband, of voor bepaalde personen.
    [meld_pleegzorg] Voeg eerst de pleegouder toe.
    [meld_meerderjarig] Dan beslist de leerling zelf, en niet meer de ouders.
    [ontvang_nummer] Alleen voor de school. Het nummer wordt nergens meer getoond.
    [schrijf_in] Een inschrijving die er al is, of een nieuwe groep.
    [schrijf_uit] Dit is geen manier om een kind weg te sturen: daarvoor gelden de regels van verwijderen.
   *[meld_overlijden] Alle brieven, termijnen en taken stoppen dan meteen.
}
gedaan = { $code ->
    [stel_behoefte_vast] Vastgelegd wat het kind nodig heeft.
    [aanvaard_aanbod] Het antwoord is vastgelegd.
    [ontvang_informatie] Vastgelegd. De termijn loopt weer.
    [plaats_tijdelijk] Het kind is tijdelijk geplaatst.
    [laat_toe] Het kind is toegelaten. De ouders krijgen een brief.
    [doe_aanbod] Het aanbod is gedaan. De ouders krijgen een brief.
    [vraag_informatie] Het verzoek is gemaakt. De termijn staat stil.
    [verleng_beslistermijn] De termijn is verlengd. De ouders krijgen een brief.
    [weiger] Het kind is geweigerd. De ouders krijgen een brief met hun rechten.
    [stel_buiten_behandeling] De aanmelding wordt niet verder behandeld. De ouders krijgen een brief.
    [trek_aanmelding_in] De aanmelding is ingetrokken.
    [meld_feitelijke_weigering] Vastgelegd: er is geweigerd zonder besluit. De zorgplicht blijft bij de school.
    [corrigeer_ontvangst] De datum is verbeterd en de termijnen zijn opnieuw berekend.
    [hoor_ouders_en_leraar] Vastgelegd wat ouders en leraar zeggen.
    [raadpleeg_inspectie] Het overleg met de Inspectie is vastgelegd.
    [vind_bereide_school] De andere school is vastgelegd.
    [verwijder] Het besluit is vastgelegd. Meld het nu aan de gemeente.
    [meld_aan_ben_w] De melding aan de gemeente is vastgelegd.
    [meld_aan_inspectie] De melding aan de Inspectie is vastgelegd.
    [trek_voornemen_in] Het voornemen is ingetrokken. De leerling blijft op school.
    [verbind_persoon] De persoon is toegevoegd.
    [verhuis] De verhuizing is vastgelegd. Stond er al een adres van een latere datum, dan blijft dat staan.
    [wijzig_naam] De gegevens zijn gewijzigd.
    [zet_geheimhouding] De geheimhouding is vastgelegd.
    [meld_pleegzorg] De pleegzorg is vastgelegd.
    [meld_meerderjarig] Vastgelegd dat de leerling meerderjarig is.
    [ontvang_nummer] Het nummer is vastgelegd en wordt niet meer getoond.
    [schrijf_in] De inschrijving is vastgelegd.
    [schrijf_uit] Het kind is uitgeschreven.
   *[meld_overlijden] Het overlijden is vastgelegd. Er gaan geen brieven of herinneringen meer uit.
}
# Hetzelfde aan ouders en leerling.
uitleg-gezin = { $code ->
    [trek_aanmelding_in] Als u uw kind niet meer bij deze school wilt aanmelden. Dat kiest u zelf.
   *[meld_feitelijke_weigering] Als uw kind is weggestuurd zonder dat u een besluit op papier kreeg.
}
