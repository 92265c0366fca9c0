# Facts: WA-1, WA-3, WA-6, EC-1..10, NP-2, RS-4, RS-10, DE-6, AP-8, BA-1, BA-2, FS-5

faq-eligibility-criteria = Who may qualify: the criteria
    .button = Who may qualify
    .short = You must prove that persecution has happened or that you have a well-founded fear of it. You must also prove the reason: race, religion, nationality, membership in a particular social group or political opinion. Every case is decided separately, on its own facts.
    .details =
        <b>Five grounds.</b> Race, religion, nationality, a particular social group, political opinion. The law has no separate "political" asylum: there is one asylum, and political opinion is only one of the five grounds. An opinion can also be imputed: for example, when the authorities read a refusal to serve as disloyalty.

        <b>The link to a ground.</b> Showing danger is not enough: it must threaten you because of one of these grounds. On 8 January 2025 a court of appeals refused a Russian who had been beaten and threatened after he would not enlist: the link to a ground had not been properly argued (Gurchiani v. Garland).

        <b>How serious the harm is.</b> Not all harm is persecution. The immigration agency judges how serious it is, and since 4 March 2026 federal courts must defer to that judgement (Urias-Orellana v. Bondi). Anonymous death threats may be found insufficient.

        <b>Social group.</b> In 2025 the Board of Immigration Appeals (BIA) became stricter. If you are only thought to belong to a group, that matters only when the group itself is recognised. Suppose the group is people with a shared past (former soldiers, for example). Then you must prove hostility to that status, not revenge for what you did.

        <b>Proof.</b> The burden is yours. People usually attach a detailed signed statement, identity papers, medical and police papers, letters from witnesses, reports on the country, an expert's opinion.

        <b>The written application.</b> A judge may refuse without a hearing if what is written, even taken as true, is not enough in law. An incomplete form I-589 may be treated as abandoned. So it must be complete from the first day.

        <b>Two more conditions.</b> Even a person who meets the criteria can be refused: the decision is left to the discretion of the officer or judge. The law also sets deadlines and bars. Before you file, ask a lawyer or an accredited representative what this means in your case.
    .uncertain =
        Not yet confirmed against the official text:
        • the ground must be at least one central reason for the harm;
        • proven past persecution allows danger in the future to be presumed;
        • moving within the country is usually not treated as a way out when the state itself persecutes;
        • testimony alone may be enough if it is detailed and believed, but papers that can reasonably be got may be asked for.

        If you have a second nationality, you may be asked about danger in each of the countries. This was also argued in Gurchiani, decided on 8 January 2025; the approach may have changed since. As far as we know courts differ here, but we have not confirmed that yet.

        We found no published decision of the Board of Immigration Appeals (BIA) on Russian mobilisation. That does not prove there is none: we have not seen the newest decisions.
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
