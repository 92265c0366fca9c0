# Facts: FS-1..9, OY-1, OY-2, OY-5, LH-1, LH-2, LH-7, DT-7, VI-1, WA-2, PE-2, PE-4, RU-13, EC-10, IC-6, IC-9

faq-first-steps = First steps
    .button = First steps
    .short = First, safety and documents. You cannot ask for asylum from Russia or through a US embassy. After you arrive in the US, write down the day you entered: you have one year to apply. Talk to a lawyer as early as you can. Do not sign or file anything you do not understand.
    .details =
        <b>Where asylum is asked for.</b> The first step is to be outside Russia and safe. US embassies and consulates do not take asylum applications, and there is no "asylum visa". The law lets a person who is already in the US or arrives there apply. But on 25 June 2026 the US Supreme Court held that someone still standing on the Mexican side has not arrived in the US. And at the southern border a presidential proclamation limits the way to asylum (as of 27 July 2026).

        <b>Documents.</b>
        • Keep the originals: passports, military ID, summons, medical and police papers, messages.
        • Papers not in English need a full translation with the translator's signed certificate.
        • The same papers can help you in the US and harm you in Russia: collect them, but do not publish them.

        <b>Deadline.</b> Your application must be received within one year of the day you arrived, and you will have to prove that day. There are exceptions, and they have to be proved too. The application must be complete from the first day: a judge may refuse on the papers, without a hearing.

        <b>Lawyer.</b> Advice on immigration law may come from a lawyer admitted in a US state or from a representative accredited by the US Department of Justice. A "notary" (notario), an agency or a "consultant" may not give it. In court a lawyer is at your own cost, so begin with the <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">official list of free help</a>.

        <b>Address and registration.</b> Report every new address at once to Citizenship and Immigration Services (USCIS), form AR-11. If your case is in immigration court, tell the court too: form EOIR-33, within 5 working days. Anyone who was not registered on entry must register on form G-325R, give fingerprints and carry the proof. So it was as of 27 July 2026. Those who have an I-94 entry record, a work permit (EAD) or a case in court usually count as registered. Before you register, talk to a lawyer.

        <b>Care.</b> Do not invent or buy a story. If you are detained, do not sign what you do not understand; you can ask for an interpreter and a lawyer.
    .uncertain =
        The southern border and registration are being fought over in court. We saw how things stood on 27 July 2026, and they may have changed since. We have seen no news after 21 August 2026.

        Not yet confirmed against the official text:
        • a knowingly false application takes away for ever the right to any immigration status or permit;
        • a lie to a consul or at the border can by itself close the way in;
        • people who entered on a visa should save their I-94 entry record (<a href="https://i94.cbp.dhs.gov">i94.cbp.dhs.gov</a>), because it shows the day of arrival.
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
