# Facts: RS-1..4, RS-6..8, RS-10..14, DE-4, DE-6, AP-8, FS-4, FS-5, RU-13, OY-1

faq-refusal-to-serve = When refusing to serve can be a ground
    .button = Refusing to serve as a ground
    .short = Rarely, but it can. First: a refusal brings disproportionately severe punishment, and the reason is faith, opinion or another ground of the law. Second: service would necessarily mean taking part in inhuman acts condemned by the international community. Courts decide such cases differently.
    .details =
        <b>Two openings.</b> Reasonable punishment for refusing to serve is not persecution. But a decision of the Board of Immigration Appeals (BIA) of 1987 (Matter of A-G-) left two rare cases.
        • The punishment is disproportionately severe, and the reason is one of the five grounds: race, religion, nationality, a particular social group, political opinion.
        • Service would necessarily require inhuman acts against the basic rules of human conduct, and the international community condemns them.

        <b>Which grounds come up.</b> Political opinion, also an imputed one: the authorities read the refusal as disloyalty. Faith. Nationality: it is argued, for example, when minorities are treated worse in the call-up. A particular social group. The link between the refusal and the ground has to be argued: in 2025 a Russian lost on exactly that (Gurchiani v. Garland).

        <b>For and against in the courts</b> (a judicial circuit is several states)
        • For. 9th circuit, 1990 (Barraza Rivera): fear of punishment for desertion can be fear of persecution if the person fled so as not to kill on orders. The same line in 1995 (Ramos-Vasquez): the case was sent back to be decided again. 7th circuit, 2004 (Ghebremedhin): the case of a Jehovah's Witness from Eritrea.
        • Against. The 4th circuit, 1990 (M.A. v. INS), upheld the Board. In the Board's view reports of private organisations are not yet "condemnation by the international community", and the acts must be state policy. In the 9th circuit a Russian who had deserted from the Chechen war lost; one judge was for him (Kaptsov, an unpublished decision).

        <b>What you yourself would do.</b> It is not enough that the war is condemned. A court may ask what you personally would have had to do.

        <b>Alternative service.</b> Russia has it under its Constitution; in the second half of 2023, 1,140 people were doing it. Under mobilisation there is no clear procedure: on 30 November 2022 one court annulled the mobilisation of a believer; other people lost. You may be asked whether you asked for such service and, if not, why.

        <b>The UN and Europe take a wider view.</b> The Handbook of the UN refugee agency (UNHCR), paragraphs 169–171, and its Guidelines No. 10 take genuine convictions and reasons of conscience into account; mere disagreement with a war is not enough there either. On 19 November 2020 the Court of Justice of the European Union ruled in case C-238/19. In a conflict like that one, it said, there is a strong presumption that a refusal is linked to one of the grounds. US courts are not bound by this, and their approach is narrower.

        <b>What to do now.</b> Keep everything that shows why you refused: papers, your own detailed account, letters from witnesses. Do not publish it: in Russia it is dangerous. Remember the one year from the day of arrival, and before you file talk to a lawyer or an accredited representative.
    .uncertain =
        The outcome also depends on the circuit where the case is heard. We found no published decision of the Board on Russian mobilisation, but have not seen the newest decisions; we have seen nothing after 21 August 2026. We give no share of approved cases: it says nothing about yours.

        We know the US court decisions from copies and surveys. Not yet confirmed against the official text: UN documents do not bind US courts; the resolution of the UN General Assembly of 2 March 2022 may be proof that the war was condemned.
    .synonyms =
        conscientious objector, refuse to fight, refusing to serve, pacifist, conscience, religious beliefs,
        alternative service, war crimes, disproportionate punishment, against the war
    .samples =
        I refuse to fight because of my beliefs
        conscientious objector from Russia
        my religion forbids weapons
        I don't want to kill Ukrainians
        when can refusing military service be a ground
        I oppose the war and they will send me to the front as punishment
        does it matter that the war was condemned by the UN
        they denied me alternative civilian service
        minorities are drafted more often
        my faith forbids me to carry a weapon
        I refuse because I think this war is a crime
        I asked for civilian service and was turned down
        I would be punished harder because of my views
        my conscience does not let me kill
        would they see my refusal as a political opinion
        I am a pacifist and refuse to serve
        they would force me to take part in war crimes
        refusers are beaten and kept in pits
        my beliefs do not allow me to be a soldier
        as a Baptist I cannot take up arms
        refused for moral reasons, is that a ground
