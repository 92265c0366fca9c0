# Facts: RU-1..13, PR-1, PR-3

faq-russian-law-risks = Risks under Russian law
    .button = Risks under Russian law
    .short = The Russian rules on the draft, mobilisation and refusing to serve have changed more than once. Here is general information only, not checked by a Russian lawyer. An electronic summons may bar you from leaving Russia on the very day it enters the register. Ask a Russian lawyer about your own position.
    .details =
        <b>Mobilisation.</b> Decree No. 647 of 21 September 2022 on partial mobilisation has not been ended by a decree (as known in June 2025). On reservists: on 8 December 2025 a decree on training in 2026 came out. In November and on 30 December 2025 there followed a law and a decree on guarding sites with the mobilisation reserve.

        <b>The draft.</b> Men are drafted from 18 to 30 years of age. Since 1 January 2026 all year round; they are sent to units twice a year. For 2026 a draft of 261,000 people was announced. One must report within 30 days of an electronic summons (as known at the end of 2025).

        <b>The register of electronic summonses.</b> A summons counts as served 7 days after it is placed in the register. But the ban on leaving Russia begins earlier: as soon as it is placed there. If the person does not come, there are other bans too: on driving, loans, property deals, business; in practice after about 27 days. In autumn 2025 Moscow, Mari El, and the Ryazan and Sakhalin regions went over to electronic summonses only. This is as known in 2023–2025 and may have changed.

        <b>Criminal penalties</b>
        • Evading the draft (article 328, part 1): from a fine (up to 200,000 roubles) to two years in prison (undated source).
        • Desertion (article 338): up to 7 years; in mobilisation, wartime or combat, from 5 to 15 years (edition of 31 July 2023).
        • Leaving a unit without leave (article 337): punished more severely during mobilisation (as known in June 2025).
        • Evading mobilisation, for a reservist: in 2022 lawyers found no fitting article and spoke only of administrative liability. That may have changed.

        <b>Passport for travel abroad, and the consulate.</b> An exit ban, a criminal case or a summons in the register are reasons to refuse a passport for travel abroad, at a consulate too. Since 11 December 2023 anyone under an exit ban must hand the passport in within 5 days. This too may have changed.

        <b>If you are already abroad.</b> In December 2025 the State Duma passed a law: anyone held liable under one of six administrative articles ("discrediting" the army, "foreign agents", "undesirable" organisations and others) loses many services. Whether it is in force, we do not know. There is also a bill to punish, from January 2028, those who do not register with a consulate.

        <b>Organisations and publications.</b> Contact with an "undesirable" organisation can be prosecuted in Russia: check it against the Ministry of Justice's lists first. What helps as evidence in the US can be dangerous in Russia: collect it, but do not publish it. Do not send summonses, your unit number or names of relatives to the chat: bots in Telegram have no end-to-end encryption.
    .uncertain =
        This comes from the press and unofficial copies of 2022–2025; we opened no official Russian texts, so there are no links to them: the one under this answer is only about Telegram. Of what changed in 2026 we have seen almost nothing; after 21 August 2026, nothing at all. Trust only the current text of the law and a Russian lawyer.

        Not yet confirmed: the terms under article 337; voluntary surrender (article 352.1), from 3 to 10 years; refusing an order (article 332), from 2 to 3 years and more; sending money to Ukraine can be charged as treason (article 275). Whether the mobilisation decree is in force in November 2026 is not checked either.
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
