# Facts: FS-3, FS-5, EC-10, OY-1..7, OP-1, AP-5, AP-6, ID-4, ID-5, WP-9, AD-1, LH-1

faq-one-year-deadline = The one-year filing deadline
    .button = The one-year filing deadline
    .short =
        Your asylum application must reach US immigration (USCIS) or the court within one year of your arrival in the US.
        There are exceptions, but you have to prove them.
        Latecomers can now be referred to court without an interview.
        Now: work out your deadline; if time is short or has passed, see a lawyer at once; do not decide alone that it is too late.
    .details =
        <b>What the law requires.</b> To file within one year of the day of arrival, and to show this by clear and convincing evidence. Both the day you entered and the papers that show it matter. If you have entered more than once, ask a lawyer from which entry to count, and until then do not rely on a later one. In immigration court the deadline is the same: having a case there does not cancel it.

        <b>What matters is when the application arrives.</b> What counts is the day a properly completed application reached USCIS or the court, not the day you sent it. A rejected form does not stop the clock. Do not wait for the last day.

        <b>Fast, but complete.</b> Incomplete forms are rejected. In court an incomplete form I-589 may be treated as abandoned, and if what is written is not enough in law, a judge may refuse without a hearing.

        <b>The signature.</b> Since 10 July 2026 a signature that breaks the rules is a danger: even an accepted application can later be rejected or denied, and the fee kept.

        <b>Two exceptions</b>
        • Changed circumstances that materially affect eligibility for asylum.
        • Extraordinary circumstances that explain the delay.
        You have to prove them. The deadline does not apply to unaccompanied children. Whether new draft laws, events at home or an illness help you, only a lawyer can say: the lawyer needs the dates.

        <b>Referral to court without an interview.</b> Since 28 July 2026 it is possible if a USCIS officer finds on the papers that asylum cannot or should not be given. The authorities named late applications as the first in line (reports of June 2026).

        <b>Referral to court is not yet a loss.</b> The judge decides the case afresh, but there removal is at stake too.

        <b>What to do</b>
        • Write down the day of arrival and keep everything that confirms it. /deadlines helps you count.
        • Go to a lawyer or an accredited representative long before the deadline. Look for free help in the <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of the US Department of Justice</a>.
        • File in a way that lets you prove when the application arrived, and keep copies.
        • If the deadline is days away, tell the lawyer that first of all.
        • If the deadline has passed, do not file at random and do not give up: a lawyer first, and as soon as possible. Collect papers on what stood in the way and when it ended.
    .changing =
        Under a rule proposed on 23 February 2026 most latecomers would get no work permit (EAD). As far as we know, it has not been adopted yet.

        How the rule on referral without an interview is applied, and whether it is challenged in court, we do not know.
    .unconfirmed =
        The day of entry on a visa is shown by the I-94 record (<a href="https://i94.cbp.dhs.gov">i94.cbp.dhs.gov</a>): save it.

        Examples of exceptions: changes at home or in your own situation, serious illness, bad help from a lawyer (under special conditions), death or illness in the family, lawful status almost until filing, an earlier application that was returned for correction.

        Even with an exception one must file within a reasonable time.

        The one-year deadline does not apply to withholding of removal or to protection under the Convention Against Torture.
    .synonyms =
        one year deadline, one-year, filing deadline, late filing, missed the deadline, exceptions,
        changed circumstances, extraordinary circumstances, overstayed
    .samples =
        How long do I have to apply
        I have been here more than a year
        missed the one year deadline, any exceptions
        how is the year counted
        I was on a student visa, does the deadline run
        changed circumstances after I arrived
        is it too late to apply
        I overstayed my visa, can I still file
        is it the mailing date or the receipt date
        I came long ago and only now decided to ask
        I thought the war would end, so I filed nothing
        I was ill for months and did not file in time
        my visa ran out half a year ago, is it too late
        things got worse at home after I had come
        my former lawyer never filed it
        how much time is left for me
