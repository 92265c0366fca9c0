# Facts: RU-1..13, PR-1, PR-3

faq-russian-law-risks = Risks under Russian law
    .button = Risks under Russian law
    .short =
        In Russia draft evasion and desertion are punished under criminal law.
        An electronic summons may bar you from leaving on the very day it enters the register.
        Contact with an "undesirable" organisation can be prosecuted there.
        Now: ask a Russian lawyer about a summons, leaving and your own case; collect papers, but do not publish them.
    .details =
        <b>Where this comes from.</b> From the press and unofficial copies of 2022–2025; no Russian lawyer has checked it. We opened no official Russian texts, so there are no links to them: the one under this answer is only about Telegram.

        <b>Criminal penalties</b>
        • Evading the draft (article 328, part 1): from a fine (up to 200,000 roubles) to two years in prison (undated source).
        • Desertion (article 338): up to 7 years; in mobilisation, wartime or combat, from 5 to 15 years (text of 31 July 2023).

        <b>Evading mobilisation.</b> For reservists lawyers in 2022 found no fitting article and spoke only of administrative liability.

        <b>Mobilisation.</b> Decree No. 647 of 21 September 2022 on partial mobilisation has not been ended by a decree (as known in June 2025). On reservists: on 8 December 2025 a decree on training in 2026 came out, in November and on 30 December 2025 a law and a decree on guarding sites with the mobilisation reserve.

        <b>The draft.</b> Men are drafted from 18 to 30 years of age. Since 1 January 2026 all year round; they are sent to units twice a year. For 2026 a draft of 261,000 people was announced. One must report within 30 days of an electronic summons.

        <b>The register of electronic summonses.</b> A summons counts as served 7 days after it is placed in the register, but the ban on leaving begins earlier: as soon as it is placed there. If the person does not come, there are other bans too: on driving, loans, property deals, business; in practice after about 27 days. In autumn 2025 Moscow, Mari El, and the Ryazan and Sakhalin regions went over to electronic summonses only.

        <b>Passport for travel abroad, and the consulate.</b> An exit ban, a criminal case or a summons in the register are reasons to refuse a passport for travel abroad, at a consulate too. Since 11 December 2023 anyone under an exit ban must hand the passport in within 5 days.

        <b>What to do now</b>
        • Before you contact an organisation, check it against the lists of the Russian Ministry of Justice.
        • Collect evidence, but do not publish it: what helps in the US can be dangerous in Russia.
        • Do not send summonses, your unit number or names of relatives to the chat: bots in Telegram have no end-to-end encryption.
    .changing =
        In December 2025 the State Duma passed a law on people abroad: anyone held liable under one of six administrative articles ("discrediting" the army, "foreign agents", "undesirable" organisations and others) loses many services. Whether it is in force, we do not know. There is also a bill to punish, from January 2028, those who do not register with a consulate.
    .unconfirmed =
        The mobilisation decree has still not been ended.

        For leaving a unit for more than a month (article 337) the penalty in mobilisation or wartime is from 5 to 10 years.

        For voluntary surrender (article 352.1) it is from 3 to 10 years, for refusing an order (article 332) from 2 to 3 years and more.

        Sending money to Ukraine can be charged as treason (article 275).
    .synonyms =
        Russian criminal case, article 328, article 337, article 338, electronic summons, exit ban,
        mobilisation decree, undesirable organisation, foreign agent, wanted list, prison term, Russian law
    .samples =
        What is the penalty for draft evasion in Russia
        which article covers desertion
        is the mobilisation decree still in force
        electronic summons and exit ban
        can Russia prosecute me in absentia
        how many years for refusing to fight
        is the organisation undesirable in Russia
        am I on the wanted list
        year-round conscription law
        what would they do to me if I go back to Russia
        how many years in prison for not coming when mobilised
        I am in the electronic draft register
        can I leave Russia with a summons
        can they jail me for a post
        which articles of Russian criminal law apply
