# The plan: development perspective, action plan, growth document.

## On the timeline
# $soort: zin
gestart = A plan was begun: { $soort }
# $versie: getal
uitstroom-beschreven = Expected destination described, in version { $versie } of the plan
# $versie: getal
factoren-beschreven = What hinders and what helps described, in version { $versie } of the plan
# $versie: getal
handelingsdeel-beschreven = Action part described, in version { $versie } of the plan
# $versie: getal
concept-gedeeld = Version { $versie } of the plan shared with the parents
leerling-gevraagd = The pupil was asked what they think of the plan
leerling-gehoord = The pupil said what they think of the plan
leerling-zag-af = The pupil chose to say nothing about the plan
uitleg-aan-leerling = It was explained to the pupil what was done with what they said
overleg-gevoerd = Talk about the plan held
# $versie: getal
ingestemd = Agreed to the action part of version { $versie }
# $versie: getal
geweigerd = Did not agree to the action part of version { $versie }
commissie-geadviseerd = The committee gave advice about the plan
# $versie: getal
vastgesteld = Plan adopted, version { $versie }
# $versie: getal
vastgesteld-zonder = Plan adopted without the action part, version { $versie }
# $versie: getal
bijgesteld = Plan adjusted, version { $versie }
# $versie: getal
handelingsdeel-vastgesteld = Action part of version { $versie } adopted as well
# $versie: getal
bijgesteld-zonder = Plan adjusted without a new action part, version { $versie }
cyclus-afgesloten = Recorded what came of each goal
# $vervolg: zin
geevalueerd = Plan evaluated: { $vervolg }
# $reden: zin
beeindigd = Plan ended: { $reden }

## Why something cannot be done, and what can
zaak = support plan
niet-in-dossier = this plan is not in the file
niet-ingeschreven = this child is not enrolled at your school
# $sinds: kort
opp-loopt-al = there is already a development perspective at this school, since { $sinds }
bijstellen-of-beeindigen = adjust that plan with a new version, or end it first
hier-vaststellen = adopt the plan here
# $op: kort
al-gestopt = this plan ended on { $op }
nieuw-plan-beginnen = begin a new plan that takes over what stood here
geen-leerling-meer = the child is no pupil of this school any more
plan-beeindigen = end the plan
niets-veranderd = nothing changed since the last version
niets-voorgelegd = no version of the plan lies with the parents
eerst-voorleggen = share a version with the parents first
niets-te-beoordelen = there is no action part now about which anybody is asked
plan-veranderd = the action part changed since this version
nieuwe-versie-lezen = read the new version, and say what you think of that
leerling-beslist-niet = the pupil says yes or no here only when they are of age and decide for themselves
# $op: kort
al-gezegd = that was said already, on { $op }
leerling-niet-gevraagd = it is not recorded yet that the pupil was asked what they think of the plan
eerst-leerling-vragen = ask the pupil first, and record it
wijze-kiezen = choose how the pupil let it be known. The pupil decides that
geen-inbreng = it is not recorded yet what the pupil said
met-wie-kiezen = tick with whom you talked
geen-ouder = somebody whom you ticked was no parent, guardian or carer of this child on that day
geen-commissie = at this school no committee advises on the plan
geen-advies = the committee has not advised on this plan yet
commissie-vragen = ask for the advice of the committee first, and record it
# $wat: tekst
onvolledig = this is still missing: { $wat }
eerst-aanvullen = record what is missing first
ouders-oneens = one of the parents agrees to the action part and another does not. Then that part is not adopted
ouders-oneens-wat-wel = go on talking with the parents and make a new version, or adopt the rest without the action part. The parents can ask the parent and youth support point for free help, go to the national disputes committee (Geschillencommissie passend onderwijs), or ask the court to decide
rest-al-vastgesteld = the rest of this version was adopted already, and there is no agreement to the action part yet
verder-zonder-instemming = go on talking about the action part, or make a new version. Who said no can still say yes
nee-onbesproken = somebody said no to the help, and nobody talked with them since
eerst-overleggen = hold the talk first, and record it
leerling-spreekt-zelf = the pupil is of age and decides. The talk is with the pupil: tick nobody
iedereen-gesproken = everybody who decides was spoken with already. Leave this empty
iedereen-heeft-er-een = at this school every pupil has an ontwikkelingsperspectief (development perspective)
bijstellen-of-ander-plan = adjust the plan, or say that another plan takes its place
# $versie: getal
# $op: kort
versie-erbij = meanwhile version { $versie } was shared, on { $op }
versie-lezen = read that version on the page of the plan, and begin anew after that. What you wrote still stands here
wacht-op-instemming = not everybody has said yes or no to the action part yet
# $vanaf: kort
zonder-vanaf = wait for an answer. If none comes, the plan can be adopted without the action part from { $vanaf }
geen-instemming = there is no agreement on the action part. That part can then not be adopted
zonder-handelingsdeel-kiezen = adopt the rest without the action part, or make a new version
geen-doelen = no action part with goals holds now
doel-onbekend = this goal is not in the plan
elk-doel-een-keer = say once of each goal what came of it
nog-niet-vastgesteld = this plan has not been adopted yet
zeg-waarom-niet = write why somebody was not there
# $nr: getal
rij-doel = Goal { $nr }

## Whose turn it is
zet-plan-maken = Make the plan and share it
zet-leerling-vragen = Ask the pupil what they think of the plan
zet-leerling-uitleggen = Explain to the pupil what was done with what they said
zet-ouders-spreken = Hold the talk about the plan
zet-plan-adviseren = Advise on the plan
zet-instemming-geven = Say yes or no to the action part
zet-plan-vaststellen = Adopt the plan
zet-cyclus-afsluiten = See what came of the goals
zet-plan-evalueren = Evaluate the plan with parents and pupil
zet-plan-vervolgen = Say how it goes on with the plan
wet-op-tijd = the development perspective must be adopted in time
wet-leerling = the pupil must be able to say what they think, and hear what was done with it
wet-overleg = the school first talks with each of the parents, or with the pupil who decides
wet-advies = the committee advises first
wet-evaluatie = each school year the school looks at the plan with parents and pupil
beurt-behoefte-later = the need came up later; the law then names no day
beurt-ieder-zelf = everybody with parental authority says it themselves
beurt-cyclus-voorbij = a round with goals is over
beurt-elk-schooljaar = at least once each school year
beurt-geen-instemming = there is no agreement to the action part; that help does not hold
beurt-na-evaluatie = the evaluation says so
beurt-hulp-loopt-af = the help in the action part ends then

## What can be done
daad-naam = { $code ->
    [start_plan] Begin a plan
    [deel_concept] Write the plan and share it with the parents
    [stel_leerling_in_gelegenheid] Record that you asked the pupil what they think
    [leg_inbreng_vast] Record what the pupil said
    [licht_toe_aan_leerling] Record what you explained to the pupil
    [leg_overleg_vast] Record the talk about the plan
    [adviseer_over_plan] Record the advice of the committee
    [stem_in] Agree to the action part
    [weiger_instemming] Not agree to the action part
    [stel_plan_vast] Adopt the plan
    [sluit_cyclus_af] Record what came of the goals
    [evalueer_plan] Record the evaluation
   *[beeindig_plan] End the plan
}
daad-uitleg = { $code ->
    [start_plan] A development perspective for extra support. For other help an action plan or growth document.
    [deel_concept] The parents read this version on their own page, and say yes or no to the action part.
    [stel_leerling_in_gelegenheid] The pupil chooses how: talking, drawing, a film, writing, or through somebody they trust.
    [leg_inbreng_vast] In the words of the pupil. Saying nothing is allowed too.
    [licht_toe_aan_leerling] The pupil hears what was done with what they think. It stands in the plan too.
    [leg_overleg_vast] A talk in which you try to agree with each other.
    [adviseer_over_plan] At a school for special education the committee advises first.
    [stem_in] If a parent signed it on paper. On their own page parents do this themselves.
    [weiger_instemming] If a parent let you know on paper that they do not agree.
    [stel_plan_vast] Only when everything that the law asks is there.
    [sluit_cyclus_af] Goal by goal. After that a new round begins.
    [evalueer_plan] Each school year, with the parents and the pupil.
   *[beeindig_plan] When the help is not needed any more, or another plan comes.
}
daad-gedaan = { $code ->
    [start_plan] The plan was begun.
    [deel_concept] The new version was shared with the parents.
    [stel_leerling_in_gelegenheid] Recorded that you asked the pupil what they think.
    [leg_inbreng_vast] Recorded what the pupil said.
    [licht_toe_aan_leerling] Recorded what you explained to the pupil.
    [leg_overleg_vast] The talk was recorded.
    [adviseer_over_plan] The advice was recorded.
    [stem_in] The agreement was recorded.
    [weiger_instemming] Recorded that there is no agreement.
    [stel_plan_vast] The plan was adopted.
    [sluit_cyclus_af] Recorded what came of the goals.
    [evalueer_plan] The evaluation was recorded.
   *[beeindig_plan] The plan was ended.
}

## On the page of a plan
# $soort: zin
# $school: tekst
blad-titel = Plan of { $school }: { $soort }
blad-begonnen = The plan was begun.
blad-begonnen-op = Begun on
blad-uiterlijk = To be adopted by
blad-vastgesteld-op = Adopted on
blad-gestopt = Ended
blad-wat-vraagt-de-wet = What does the law ask? As it was on { $op }
blad-nog-te-doen = The law still asks something before this plan is adopted. Below stands what was there on that day. Who was heard since stands further below.
blad-alles-gevraagd = Below stands what the law asked of this plan, and what was there on that day.
blad-het-plan = The plan
blad-bestemming = Where the pupil is expected to go
blad-onderbouwing = Why
blad-afwijkingen = What the pupil learns differently
blad-soort-arbeid = Kind of work
blad-belemmerend = What makes learning hard
blad-bevorderend = What helps
blad-begeleiding = The help (action part)
blad-wanneer = When
# $van: dag
# $tot_en_met: dag
blad-periode = { $van } until and including { $tot_en_met }
blad-doelen = Goals
# $tot_en_met: kort
blad-doel = { $wat } ({ $wie }, until and including { $tot_en_met }; measured { $meten })
blad-gehoord = Who was heard?
blad-gevraagd = Asked of the pupil
# $wie: tekst
blad-niet-gesproken = Not spoken with { $wie }
blad-zag-af = The pupil chose to say nothing
blad-uitleg = What was done with it
blad-commissie = The committee
blad-instemming = Who agrees to the action part?
blad-stemt-in = Agrees
blad-stemt-niet-in = Does not agree
blad-let-op = Please note
# $versie: getal
blad-geldt-niet = The help of version { $versie } does not hold yet: there is no agreement to it yet
blad-welke-hulp = Which help holds now?
blad-geen-hulp = No help of this plan holds now
blad-geldt-sinds = Holds since
blad-opbrengst = What came of it?
blad-cyclus = Goals looked at
blad-evaluatie = Evaluation
# $versie: getal
# $op: kort
blad-versie = What is different in version { $versie }, of { $op }?
# $wat: tekst
blad-was = Here stood: { $wat }
blad-niets = nothing
blad-zelfde = Nothing changed in what you may read.

## Letters
brief-plan-concept = The plan to read
brief-in-zin-plan-concept = the plan to read
brief-plan-besluit = Adopted plan
brief-in-zin-plan-besluit = the adopted plan
brief-geen-instemming = Message that there is no agreement
brief-in-zin-geen-instemming = the message that there is no agreement
eigen-woord = this parent or pupil gave another answer themselves, on { $op }. Nobody but who said it changes it
eigen-woord-wat-wel = ask them to change the answer on their own page, or share a new version

## The talk sheet
# $naam: tekst
praat-titel = Talking about the plan of { $naam }
# $versie: getal
# $op: kort
praat-versie = Version { $versie } of { $op }.
praat-nog-niets = This plan was not shared yet.
praat-terug = Back to the plan
praat-link = Print the talk sheet
praat-uitleg = The plan in large letters on one sheet, to talk about together. With room to write.
praat-waarheen = Where are we going?
praat-helpt = What helps?
praat-lastig = What is hard?
praat-hulp = Which help is there?
praat-gezegd = What the pupil said
praat-gedaan = What was done with it
praat-doelen = What are we working on?
# $wie: tekst
# $tot_en_met: kort
praat-doel-wie = { $wie } helps. Until and including { $tot_en_met }.
praat-wat-vind-je = What do you think?
praat-afspraken = What do we agree?
