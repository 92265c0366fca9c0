# Facts: DE-1..6, RS-1, RS-2, RS-8, RS-10, FS-4, FS-5, WA-1, NP-5, RU-13, OY-1

faq-draft-evasion-alone = Is a summons, or fear of the draft, enough?
    .button = Is a summons or fear enough?
    .short =
        As a rule, no: a state may call people up and punish evasion with reasonable penalties.
        Not wanting to serve, or fear of combat, does not by itself give asylum.
        There are rare exceptions: what matters is what stands behind the refusal and the punishment.
        Now: keep the summons and all that shows why you refused, and talk to a lawyer before you file.
    .details =
        <b>The rule in the US.</b> A state may require service and enforce it with reasonable penalties; that is not persecution. So the Board of Immigration Appeals (BIA) decided in 1987 (Matter of A-G-, 19 I&amp;N Dec. 502).

        <b>What the UN says.</b> The Handbook of the UN refugee agency (UNHCR), paragraphs 167 and 168: punishment for draft evasion or desertion is not normally persecution, and dislike of service or fear of combat does not make a refugee. But it also says that an evader or a deserter may be a refugee as well.

        <b>Why a summons alone is not enough.</b> Asylum depends on why harm threatens a person: because of race, religion, nationality, a particular social group or political opinion. A summons shows that you are called to serve, but not that reason. Do not count on asylum merely because you may be drafted.

        <b>An example.</b> On 8 January 2025 the court of appeals for the 10th circuit turned down a Russian (Gurchiani v. Garland, No. 23-9588). After he would not enlist he was beaten and threatened, but the link to one of the five grounds had not been properly argued. In cases of Russians in 2023 officials, too, held that the danger of being sent to the army was not enough by itself.

        <b>When it can be different.</b> The same decision of 1987 left two rare openings. The first: the punishment is disproportionately severe, and the reason is one of the five grounds. The second: service would necessarily require taking part in inhuman acts condemned by the international community. More in the answer "When refusing to serve can be a ground".

        <b>The outcome also depends on the court.</b> Courts of appeals of different circuits decide such cases differently. We found no published decision of the Board on Russian mobilisation, but we did not look through the newest decisions.

        <b>What to do now</b>
        • Keep the summons, your military ID and everything that shows why you refused. Publish nothing.
        • Remember: there is one year from the day of arrival in the US to file.
        • Before you file, talk to a lawyer or an accredited representative.
    .unconfirmed =
        Under a US Supreme Court ruling of 1992 (INS v. Elias-Zacarias) forced recruitment alone is not enough: the persecutor's motive must be shown to ask for asylum over political opinion.

        The UN Handbook does not bind US courts.
    .synonyms =
        summons, draft notice, call-up, conscription, conscript, draft dodger, draft evader, mobilization,
        mobilisation, reservist, military service
    .samples =
        Is a draft notice enough for asylum
        I got a summons and left Russia
        I just do not want to be drafted
        is fear of mobilization a ground
        can they deny me because every country has a draft
        I am a reservist and they may call me up
        my only reason is avoiding conscription
        ran away from the draft, nothing else
        I got a call-up and left, is that enough
        I simply do not want to fight
        the draft office is looking for me
        I did not show up at the recruitment office
        being mobilised is all I am afraid of
