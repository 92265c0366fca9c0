# Facts: ID-3..5, ID-8, WT-1..6, FE-1, FE-3, FE-4, FE-6, IC-2, IC-9, FS-4..6, AD-1, VI-5, AA-7, AA-8

faq-waiting-periods = How long it takes
    .button = How long it takes
    .short =
        No exact time can be named: the law's goals (interview in 45 days, decision in 180) are not met.
        More than a million applications are waiting, many for years.
        There is a fee for every year of waiting, and it cannot be waived.
        Now: report a new address at once, and do not leave the US without asking a lawyer.
    .details =
        <b>Two queues.</b> USCIS and the immigration courts each have their own. According to figures of February 2026, about 1.45 million applications were waiting at USCIS: more than three quarters longer than 180 days, nearly two fifths longer than two years. The courts had more than 2.37 million asylum cases.

        <b>Who is called first.</b> Since March 2024 USCIS has had two tracks. On one, rescheduled interviews come first, then applications filed no more than 21 days ago, then the rest, newest first. On the other, some of the staff work from the oldest.

        <b>Without an interview.</b> Under a rule that took effect on 28 July 2026 USCIS may refer a case to court on the papers alone.

        <b>If the case is referred to court.</b> That is not yet a denial: the judge hears it afresh.

        <b>The stop.</b> Between 28 November and 2 December 2025 USCIS stopped deciding asylum cases of citizens of all countries. On 30 March 2026 the stop was partly lifted, on 5 June 2026 a federal court struck it down, and on 12 June USCIS confirmed that it was no longer in effect. It never touched the immigration courts.

        <b>Judges.</b> In mid-2026 there were about 714 of them in 74 court locations, fewer than in early 2025.

        <b>Not coming.</b> Missing a court hearing means a removal order.

        <b>The yearly fee.</b> It is first due after a year of waiting; in 2026 USCIS charges 102 dollars. What the court charges since 1 October 2026 is unknown to us. Not everyone gets the notice, so check and pay online: <a href="https://my.uscis.gov/accounts/annual-asylum-fee/start/overview">USCIS site</a>, <a href="https://epay.eoir.justice.gov">court site</a>.

        <b>While you wait</b>
        • Report a new address at once to Citizenship and Immigration Services (USCIS, form AR-11) and, if you have a case in court, to the court too (form EOIR-33, 5 working days).
        • Check your hearing date on the <a href="https://acis.eoir.justice.gov">court's site</a>: it may move, also to an earlier day. Do not miss any hearing.
        • Do not wait for a reminder about the yearly fee: it cannot be waived.
        • Keep the originals and copies of all papers.
        • Before any trip abroad ask a lawyer, even if you have permission to return (advance parole).
    .changing =
        The amounts for 2027 are unknown to us. On 5 August 2026 a court put on hold rejection and removal for not paying the yearly fee. This was appealed, the fee itself remains, and the ruling may not protect the work permit (EAD).

        On 14 August 2026 a court of appeals temporarily brought back the review of already approved cases of citizens of 39 countries; the stop on asylum decisions stayed struck down. As far as we know, Russia was not on the list, but it is reviewed every 180 days.

        On 13 August 2026 the Board of Immigration Appeals (BIA) decided: a trip with permission to return also counts as a "departure" for the bars that follow unlawful presence.
    .unconfirmed =
        Whoever leaves without permission to return is usually taken to have given up the application; whoever returns to Russia is, even with it.
    .synonyms =
        how long, waiting time, backlog, queue, processing time, expedite, pending for years, last in first out,
        decisions paused, mandamus
    .samples =
        How long does asylum take
        I have been waiting for years
        why is it so slow
        how to expedite my case
        who gets interviewed first
        are asylum decisions still paused
        how long is the court backlog
        what does pending mean
        can I sue USCIS for delay
        I filed long ago and have heard nothing
        others got an answer already but I did not
        why are new people called before old ones
        is my case frozen
        how can I push my case forward
        where am I in the line
        how many years do people live like this
        do they still make decisions for Russians
        how many months from filing to the decision
        my case has not moved at all
        can they look at it sooner because I am sick
        how long does the judge take these days
        why is the answer late
        people who filed after me were called first
        when will it finally be over
        average time to get an answer
