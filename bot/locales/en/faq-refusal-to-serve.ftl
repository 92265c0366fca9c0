# Facts: RS-1..4, RS-6..8, RS-10..13, FS-4, FS-5, DE-4, DE-6, AP-8, RU-13, OY-1

faq-refusal-to-serve = When refusing to serve can be a ground
    .button = Refusing to serve as a ground
    .short =
        Rarely, but it can, in two cases.
        The first: the punishment is disproportionately severe, and the reason is faith, opinion or another ground of the law.
        The second: service would necessarily mean taking part in inhuman acts condemned by the international community.
        Now: keep all that shows why you refused, and talk to a lawyer before you file.
    .details =
        <b>Where this rule comes from.</b> Reasonable punishment for refusing to serve is not persecution. The Board of Immigration Appeals (BIA) named these two rare cases in 1987 (Matter of A-G-).

        <b>Which ground.</b> Political opinion, also an imputed one: the authorities read the refusal as disloyalty. Faith. Nationality: it is argued, for example, when minorities are treated worse in the call-up. A particular social group. The link between the refusal and the ground has to be argued: in 2025 a Russian lost on exactly that (Gurchiani v. Garland).

        <b>Courts decide differently</b>
        • For. 9th circuit, 1990 (Barraza Rivera): fear of punishment for desertion can be fear of persecution if the person fled so as not to kill on orders. The same line in 1995 (Ramos-Vasquez): the case was sent back to be decided again.
        • Against. The 4th circuit, 1990 (M.A. v. INS), agreed with the Board: reports of private organisations are not yet "condemnation by the international community", and the acts themselves must be state policy. In the 9th circuit a Russian who had deserted from the Chechen war lost (Kaptsov, an unpublished decision).
        • We found no published decision of the Board on Russian mobilisation, but we did not look through the newest ones.

        <b>What you yourself would do.</b> It is not enough that the war is condemned. A court may ask what you personally would have had to do.

        <b>Alternative service.</b> Russia has it under its Constitution, but under mobilisation there is no clear procedure. On 30 November 2022 one court annulled the mobilisation of a believer; other people lost. You may be asked whether you asked for such service and, if not, why.

        <b>The UN and Europe take a wider view.</b> The UN refugee agency (UNHCR) takes genuine convictions and reasons of conscience into account (Handbook, paragraphs 169–171; Guidelines No. 10); mere disagreement with a war is not enough there either. On 19 November 2020 the Court of Justice of the European Union held in case C-238/19: in a conflict like that one there is a strong presumption that a refusal is linked to one of the grounds. In the US the approach is narrower.

        <b>What to do now.</b> Keep your papers, write a detailed account, ask witnesses for letters. Publish nothing: in Russia it is dangerous. Remember the one year from the day of arrival, and before you file talk to a lawyer or an accredited representative.
    .unconfirmed =
        UN documents do not bind US courts.

        The resolution of the UN General Assembly of 2 March 2022 may be proof that the war was condemned.
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
