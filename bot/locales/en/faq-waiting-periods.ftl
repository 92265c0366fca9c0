# Facts: WT-1..7, ID-3..5, ID-7, AD-1, FS-6, IC-2, IC-9, FE-3, FE-4, FE-6, AA-7, VI-5

faq-waiting-periods = How long it takes
    .button = How long it takes
    .short = No exact time can be named: more than a million applications are waiting, many of them for years. In 2025–2026 decisions were stopped and allowed again. While you wait, watch your address, your dates and the yearly fee, and do not leave the US without permission to return (advance parole).
    .details =
        <b>Two queues.</b> Citizenship and Immigration Services (USCIS) and the immigration courts each have their own. According to figures of February 2026, about 1.45 million applications were waiting at USCIS. More than three quarters had waited longer than 180 days, nearly two fifths longer than two years. The courts had more than 2.37 million asylum cases. The figures may have changed since.

        <b>Who is called first.</b> Since March 2024 USCIS has had two tracks. On one, rescheduled interviews come first, then applications filed no more than 21 days ago, then the rest, newest first. On the other, some officers work from the oldest.

        <b>Referral to court.</b> Under a rule of 28 July 2026 an officer may refer a case to court on the papers, without an interview. That is not yet a loss: the judge hears the case afresh.

        <b>The stop.</b> Between 28 November and 2 December 2025 USCIS stopped deciding asylum cases, for all countries. On 30 March 2026 the stop was partly lifted, and on 5 June 2026 a federal court struck it down. On 12 June USCIS confirmed that it was no longer in effect. It never touched the immigration courts.

        <b>In court.</b> In mid-2026 there were about 714 judges in 74 court locations, fewer than in early 2025. The law sets a goal: an interview in 45 days, a decision in 180. In practice it is not met.

        <b>While you wait</b>
        • Report a new address at once to USCIS (form AR-11). If you have a case in court, report it there too (form EOIR-33, 5 working days).
        • Check your hearing date on the <a href="https://acis.eoir.justice.gov">court's site</a>: it may move, also to an earlier day. Missing a hearing means a removal order.
        • Pay the yearly fee: 102 dollars in 2026, first due after a year of waiting. Not everyone gets the notice, so check for yourself: <a href="https://my.uscis.gov/accounts/annual-asylum-fee/start/overview">USCIS site</a>, <a href="https://epay.eoir.justice.gov">court site</a>.
        • Keep copies of everything.
        • Leaving without permission to return (advance parole) is usually taken as giving up the application; so is a trip to Russia, even with it. Ask a lawyer before any trip.
    .uncertain =
        The queue, the rule of 28 July and the fees may be different now: we have seen nothing after 21 August 2026. We do not know the amounts for 2027. What happens if the fee is not paid is before the courts. On 5 August 2026 rejection and removal for non-payment were put on hold. But the fee itself remains, and that ruling may not protect the work permit (EAD).

        On 14 August 2026 a court of appeals temporarily brought back only the review of already approved cases of citizens of 39 countries; the stop on asylum decisions stayed struck down. As far as we know, Russia was not on the list that took effect on 1 January 2026, but the list is reviewed every 180 days.

        On 13 August 2026 the Board of Immigration Appeals (BIA) decided on trips with permission to return. Such a trip also counts as a "departure" for the bars that follow unlawful presence. One more reason to ask a lawyer first.
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
