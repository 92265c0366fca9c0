# Facts: OY-1, OY-2, OY-5, FS-1..9, VI-1, LH-1, LH-7, DT-7, RU-13, EC-10, IC-9, PE-2, PE-4, IE-8, WA-2

faq-first-steps = First steps
    .button = First steps
    .short =
        Already in the US: write down the day you arrived, because you have one year to file.
        Not in the US yet: you cannot ask for asylum from Russia or at a US embassy.
        Do not invent a story, and do not sign what you do not understand.
        Now: keep your original papers safe and talk to a lawyer before you file anything.
    .details =
        <b>You are already in the US</b>
        1. Count one year from the day you arrived: before it ends, Citizenship and Immigration Services (USCIS) or the court must have the application. You will have to prove the day you arrived. There are exceptions; they have to be proved too.
        2. Find a lawyer or an accredited representative: begin with the <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">official list of free help</a>. A "notary" (notario) or "consultant" may not advise.
        3. Keep the originals: passports, military ID, summons, medical and police papers, messages. Papers not in English need a full translation with the translator's certificate. Do not publish them: in Russia they can harm you.
        4. Fill in the form completely: if what is written is not enough in law, a judge may refuse without a hearing.
        5. Report every new address at once to USCIS (form AR-11). If your case is in court, tell the court too: form EOIR-33, within 5 working days.
        6. If detained, sign nothing you do not understand: ask for an interpreter and a lawyer.

        <b>You are not in the US yet</b>
        1. Asylum is asked for only in the US itself or on arrival. US embassies and consulates do not take applications, and there is no "asylum visa".
        2. Someone still standing on the Mexican side has not arrived in the US: so the US Supreme Court held on 25 June 2026. Whether asylum can be asked for at the border itself depends on the rules of the day.
        3. The lawyer whose article the bot began with called leaving Russia the first step. These are his words: the bot does not advise whether to leave or how.
        4. For the risks in Russia see the answer "Risks under Russian law".

        <b>At the border.</b> By law a person who is in the US or arrives there may apply. But on 27 July 2026 a bar on asylum operated at the southern border under a presidential proclamation. Only withholding of removal and protection under the Convention Against Torture were considered.

        <b>Registration (form G-325R).</b> Anyone who was not registered on entry must register, give fingerprints and carry the proof. Those with an I-94 entry record, a work permit (EAD) or a case in court usually count as registered. This is before the courts (CHIRLA v. DHS). Talk to a lawyer first.
    .changing =
        On 24 April 2026 a court of appeals held that the proclamation cannot suspend the right to asylum. Because of a partial stay the bar at the border operated all the same. The case may reach the US Supreme Court.
    .unconfirmed =
        A knowingly false application takes away for ever the right to any immigration status or permit.

        A lie to a consul or at the border can by itself close the way in.

        A person who entered on a visa should save the I-94 entry record (<a href="https://i94.cbp.dhs.gov">i94.cbp.dhs.gov</a>): it proves the day of arrival and the allowed stay.
    .synonyms =
        first steps, where to start, getting started, checklist, change of address, AR-11, I-94,
        alien registration
    .samples =
        What should I do first
        just arrived in the US, where do I start
        step by step plan for asylum
        I moved, whom do I tell about my new address
        do I have to register as an alien
        where to find my I-94
        what papers should I keep
        I have no idea how to begin
        we landed last week and do not know what comes first
        my mail still goes to the old address
        what mistakes do people make in the first month
        which papers from the border should I keep
        do I have to tell the government that I moved
        where do I get a copy of my entry record
        tell me step by step what to do after landing
        whom do I go to first, the police or a lawyer
        how do I report that I live somewhere else now
        what should I do at once so as not to regret it later
        we just got out of the airport, what now
