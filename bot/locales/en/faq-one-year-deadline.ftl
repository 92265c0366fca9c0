# Facts: OY-1..7, IC-4, AP-5, AP-6, EC-10, ID-4, ID-5, AD-1, FS-3, FS-5, LH-1, OP-1, WP-9

faq-one-year-deadline = The one-year filing deadline
    .button = The one-year filing deadline
    .short = Your asylum application must be received within one year of the day you arrived in the US. There are exceptions, but they have to be proved, and it is especially hard for latecomers now. If the time is running out or has passed, go to a lawyer at once and ask whether an exception fits.
    .details =
        <b>What the law requires.</b> To file within one year of the day of arrival, and to show this by clear and convincing evidence. So both the day you entered and the papers that show it matter. In immigration court the deadline is the same: having a case there does not cancel it.

        <b>The day of receipt counts.</b> What matters is when a properly completed application was received by Citizenship and Immigration Services (USCIS) or by the court, not when you sent it. A rejected form does not stop the clock. Since 10 July 2026 a signature that breaks the rules is a danger too: even an accepted application can later be rejected or denied and the fee kept (this may have changed). Do not wait for the last day.

        <b>Fast, but complete.</b> Incomplete forms are rejected. In court an incomplete form I-589 may be treated as abandoned, and a judge may refuse on the papers, without a hearing.

        <b>Two exceptions</b>
        • Changed circumstances that materially affect eligibility for asylum.
        • Extraordinary circumstances that explain the delay.
        You have to prove them. Besides, the deadline does not apply to unaccompanied children. Whether new draft laws, events at home or an illness help you, only a lawyer can say: the lawyer has to see the dates.

        <b>What awaits latecomers.</b> Since 28 July 2026 an officer who finds on the papers that asylum cannot be given may refer the case to court without an interview. The authorities named late applications as the first in line (reports of June 2026; it may have changed). Referral to court is not yet a loss: the judge decides the case afresh, but in court removal is at stake too.

        <b>What to do now</b>
        • Write down the day of arrival and keep everything that confirms it.
        • Go to a lawyer or an accredited representative long before the deadline. Look for free help in the <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of the US Department of Justice</a>.
        • File in a way that lets you prove the date of receipt, and keep copies.
        • If the deadline is days away, tell the lawyer that first of all.
        • If the deadline has passed, do not file at random and do not give up: a lawyer first, and as soon as possible. Collect papers on what stood in the way and when it ended.
    .uncertain =
        Not yet confirmed against the official text of the rules:
        • the year is counted from the last arrival;
        • examples of exceptions: changes at home or in your own situation, serious illness, bad help from a lawyer (under special conditions), death or illness in the family;
        • more examples: lawful status almost until filing; an application filed earlier and returned for correction;
        • even with an exception one must file within a reasonable time;
        • the one-year deadline does not apply to withholding of removal or to protection under the Convention Against Torture.
        The day of entry on a visa is shown by the I-94 record (<a href="https://i94.cbp.dhs.gov">i94.cbp.dhs.gov</a>).

        A rule proposed on 23 February 2026 would deny a work permit (EAD) to most latecomers. As of 21 August 2026 it had not become final. We have seen nothing later than that day; how the rule of 28 July 2026 is applied now, we do not know.
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
