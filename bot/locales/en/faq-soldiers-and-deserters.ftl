# Facts: SD-1..5, DE-2, FS-4, FS-5, PR-3, RS-7, RS-8, EC-8, RU-7..9, RU-13, DT-7

faq-soldiers-and-deserters = If you served, were mobilised or left your unit
    .button = If you served or left the unit
    .short =
        Asylum is not given to a person who took part in persecution of people for faith, opinion, nationality or another ground of the law.
        Coercion is no excuse.
        Punishment for desertion is not normally persecution, but there are exceptions.
        Now: before you file, tell a lawyer all about your service and any coercion; write no details in this chat.
    .details =
        <b>The persecutor bar.</b> Whoever ordered, incited, assisted or took part in the persecution of others gets neither asylum nor withholding of removal. This means persecution because of race, religion, nationality, a particular social group or political opinion.

        <b>Coercion is no excuse.</b> So it was decided in Matter of Negusie in 2020, and since 22 October 2025 this is in force again. If anything in the case hints at such a part, it is for the applicant to disprove it.

        <b>What remains.</b> Even a person under this bar may have removal deferred under the Convention Against Torture.

        <b>If you left your unit.</b> That a deserter may be a refugee is the view of the UN refugee agency (UNHCR). US decisions differ. In 1990 the court of appeals for the 9th circuit accepted: fear of punishment for desertion can be fear of persecution if the person fled so as not to kill on orders (Barraza Rivera). The same court turned down a Russian who had deserted from the Chechen war (Kaptsov, an unpublished decision).

        <b>If the danger comes from past service.</b> A person who asks for protection as a former soldier must prove hostility to that status, not revenge for what was done in the past. So the Board of Immigration Appeals (BIA) decided in 2025 (Matter of O-A-R-G-).

        <b>What return can mean.</b> In Russia desertion is punished with up to 7 years in prison, and during mobilisation, in wartime or in combat with 5 to 15 years (article 338 of the Criminal Code, text of 31 July 2023). On 27 August 2025 a deserter, too, was removed on a flight to Moscow; on arrival he was detained.

        <b>What to do now</b>
        • Tell a lawyer honestly: where you served, when, what you did, what you saw.
        • Keep your military ID, summons, messages, medical papers. Do not publish them.
        • Do not write the number of your unit or the names of fellow soldiers in a chat.
        • If detained, do not sign what you do not understand; you can ask for an interpreter and a lawyer.
    .changing =
        Federal courts of appeals may review the rule on coercion.
    .unconfirmed =
        Service or fighting is not yet a bar in itself, but the form and the interview ask about service, unit and acts. A person who served or fought needs a lawyer before filing.

        In Russia, for leaving a unit for more than a month (article 337) the penalty during mobilisation is from 5 to 10 years. Voluntary surrender and refusing an order are punished separately.
    .synonyms =
        deserter, desertion, AWOL, left my unit, served in the army, soldier, contract soldier, mobilised,
        fought in Ukraine, Wagner, police officer, persecutor bar
    .samples =
        I deserted from the Russian army
        I fought in Ukraine and ran away
        does my military service bar me
        was mobilised and left my unit
        I was a contract soldier before the war
        should I mention my army service
        I served in the National Guard
        forced to fight, am I a persecutor
        went AWOL
        I left my unit and never went back
        I was at the front for three months
        I signed an army contract and ran away
        I was mobilised but never fired a shot
        I served as a conscript years ago, does it matter
