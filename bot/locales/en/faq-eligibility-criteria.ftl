# Facts: WA-1, WA-3, WA-6, EC-1..10, AP-8, FS-5, RS-4, DE-6, BA-1, BA-2, RU-13, DT-11

faq-eligibility-criteria = Who may qualify: the criteria
    .button = Who may qualify
    .short =
        You must prove that persecution has happened or that you have a well-founded fear of it.
        The reason is at least one of five: race, religion, nationality, a particular social group, political opinion.
        Even a person who meets the criteria can be refused.
        Now: gather your proof and talk to a lawyer before you file.
    .details =
        <b>Five grounds.</b> The law has no separate "political" asylum: there is one asylum, and political opinion is only one of the five grounds. An opinion can also be imputed: for example, the authorities read a refusal to serve as disloyalty.

        <b>The link to a ground.</b> Showing danger is not enough: it must threaten you because of one of these grounds. On 8 January 2025 a court of appeals refused a Russian who had been beaten and threatened after he would not enlist: the link to a ground had not been properly argued (Gurchiani v. Garland).

        <b>How serious the harm is.</b> Not all harm is persecution. The immigration agency decides how serious it is, and since 4 March 2026 federal courts must defer to its judgement (Urias-Orellana v. Bondi). Anonymous death threats may be found insufficient.

        <b>Social group.</b> The Board of Immigration Appeals (BIA) held in 2025: if you are only thought to belong to a group, that matters only when the group itself is recognised (Matter of L-A-L-T-). If the group is people with a shared past, former soldiers for example, you must prove hostility to that status, not revenge for what you did (Matter of O-A-R-G-).

        <b>The written application.</b> An immigration judge may refuse without a hearing if what is written, even taken as true, is not enough in law. An incomplete form I-589 may be treated as abandoned.

        <b>What else matters.</b> The decision is left to the discretion of the USCIS (Citizenship and Immigration Services) employee or the judge. The law also sets a deadline for filing and bars.

        <b>What to do now.</b> The burden of proof is yours.
        • Write down in detail what happened to you and because of what.
        • Gather identity papers, medical and police papers, letters from witnesses, reports on the country. Do not publish your own papers: in Russia it is dangerous.
        • Fill in the form completely from the first day, and before you file talk to a lawyer or an accredited representative.
    .unconfirmed =
        The ground must be at least one central reason for the harm.

        Even if testimony is detailed and believed, papers that can reasonably be got may be asked for; testimony alone is not always enough.

        Proven past persecution allows danger in the future to be presumed.

        When the persecution comes from the state, moving within the country is usually not treated as a way out.

        The court of the 2nd circuit (New York, Connecticut, Vermont) disagrees, but by the rule of the Board (BIA) a person with two nationalities is given asylum only on fearing persecution in each of those countries.
    .synonyms =
        eligibility, criteria, grounds, well-founded fear, persecution, political opinion,
        particular social group, nexus, LGBT, gay, lesbian, transgender, Jehovah's Witness, opposition,
        activist, Navalny, protest, chances, journalist, threats
    .samples =
        Do I qualify for asylum
        what are the grounds for asylum
        I was beaten by police at a rally
        I am a lesbian from Russia and afraid to go back
        what counts as persecution
        what are my chances
        volunteered for the opposition and got searched
        is fear enough or must I have been harmed
        police ignored my abusive husband
        I was fined for a post against the war
        what is a particular social group
        do they give asylum for economic reasons
        our church was raided
        they came to my house after the protest
        people at work found out that I am gay
        it was gangsters who threatened me, not the state
        we are poor and there is no work, is that enough
        they threatened me but never touched me
        I ran a channel against the government
        we are harassed for our faith
        do I have a case
        who can get it and who cannot
