# Facts: FA-1..7, FS-4, FS-5, AP-2, AP-3, VI-4, IC-9, RU-12, RU-13, PR-3, FE-8

faq-family = Spouse and children
    .button = Spouse and children
    .short =
        You can include in the asylum case your spouse and your unmarried children under 21.
        If they are abroad, after approval you have two years to file form I-730 for them.
        The marriage or family tie must already exist on the day of approval.
        Now: if a child will soon be 21 or a marriage is not yet registered, ask a lawyer at once.
    .details =
        <b>Who can be with you.</b> Your husband or wife and your unmarried children under 21. They are included in your case, or they follow you after approval.

        <b>Form I-730.</b> It is filed after you have been granted asylum.
        • The time limit is two years from the day of approval. It can be extended for humanitarian reasons, but do not count on it.
        • If you married after approval, this form will not help.
        • Once you have become a US citizen, you cannot file it.
        • It also asks for social-media names of about five years.

        <b>If your family is abroad.</b> They are interviewed at a US embassy or consulate. On 21 January 2026 immigrant visas for citizens of 75 countries, Russia among them, were paused without an end date; this and the dispute over admitting refugees (the Pacito case) may also delay people for whom I-730 was filed.

        <b>If the whole family is in court.</b> Each has a file of their own: a new address is reported on form EOIR-33 for each person, within 5 working days.

        <b>Relatives in Russia.</b> Publications and messages can harm them. Do not talk about your case in public, do not write names of relatives in chats. Contact with an organisation that Russia has declared "undesirable" can be prosecuted there: before you pass links on, check the lists of the Russian Ministry of Justice.

        <b>What to do now</b>
        • Keep copies of everything that shows your family: marriage and birth certificates, translations.
        • If a child will soon be 21 or a marriage is not registered, ask a lawyer before the case is decided.
        • As soon as asylum is approved, ask about form I-730: two years pass quickly.
    .changing =
        Whether the pause of visas still applies after mid-2026, we do not know.
    .unconfirmed =
        The application names the spouse and all children, wherever they live.

        A child's age is counted on the day of filing: the application has to arrive before the child turns 21.

        Parents, brothers, sisters and an unmarried partner cannot be included.

        Withholding of removal and protection under the Convention Against Torture do not extend to the family.

        Form I-730 is free.
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
