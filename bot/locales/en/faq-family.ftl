# Facts: FA-1..7, AP-2, AP-3, VI-4, IC-9, WT-7, RU-12, RU-13, PR-3, FE-8

faq-family = Spouse and children
    .button = Spouse and children
    .short = You can include in the asylum case your spouse and your unmarried children under 21. If they are abroad, after approval you have two years to file form I-730 for them. The marriage or family tie must already exist on the day of approval.
    .details =
        <b>Who can be with you.</b> Your husband or wife and your unmarried children under 21. They are included in your case, or they follow you after approval.

        <b>Form I-730.</b> It is filed after you have been granted asylum.
        • The time limit is two years from the day of approval. It can be extended for humanitarian reasons, but do not count on it.
        • The marriage or family tie must already exist on the day of approval. If you married later, this form will not help.
        • Once you have become a US citizen, you cannot file it.
        • It also asks for social-media names of about the last five years (as of 27 July 2026).

        <b>If your family is abroad.</b> They are interviewed at a US embassy or consulate. The wait may be longer. On 21 January 2026 immigrant visas for citizens of 75 countries, Russia among them, were paused without an end date; how things stand after mid-2026, we do not know. The dispute over admitting refugees (the Pacito case) also touches people who filed I-730 (as of 27 July 2026; it may have changed).

        <b>If the whole family is in court.</b> Each has a file of their own: a new address is reported on form EOIR-33 for each person, within 5 working days.

        <b>Papers.</b> Keep copies of everything that shows your family: marriage and birth certificates, translations. Two years after approval pass quickly: ask a lawyer about form I-730 as soon as asylum is approved.

        <b>Relatives in Russia.</b> Publications and messages can harm them. Do not talk about your case in public, do not write names of relatives in chats. Contact with an organisation that Russia has declared "undesirable" can be prosecuted there. Before you write to one or pass links to your family, check the lists of the Russian Ministry of Justice.
    .uncertain =
        Not yet confirmed against the official text: parents, brothers, sisters and an unmarried partner cannot be included; a child's age is counted on the day of filing; the application names the spouse and all children, wherever they live; withholding of removal and protection under the Convention Against Torture do not extend to the family; form I-730 is free.

        If a child will soon be 21 or a marriage is not yet registered, ask a lawyer now. The visa rules change; we have seen nothing after 21 August 2026.
    .synonyms =
        family, wife, husband, children, spouse, parents, I-730, include my family, derivative, divorce,
        partner, age out, follow to join
    .samples =
        Can I include my wife and kids
        how do I bring my family after approval
        my husband is still in Russia
        my child turns 21 soon
        can I include my parents
        we divorced during the case
        my partner and I are not married
        how long does I-730 take
        should we file together or separately
        we got married after I applied
        my wife and son are still at home, how can they join me
        my daughter is about to turn twenty-one
        we live together but are not married
        I want my mother in my case
        we split up and she was on my application
        I got married here
        my baby was born here
