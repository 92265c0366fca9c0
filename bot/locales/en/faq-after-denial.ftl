# Facts: AD-1..9, ID-5, ID-8, DT-7, IC-2, IC-12, LH-1, LH-2, FS-5, FS-6, FE-7, SD-5, TC-6

faq-after-denial = After denial: appeal and removal
    .button = After denial
    .short =
        A judge's decision is appealed within 30 days.
        After a final decision people are removed, to Russia too.
        Referral to court is not yet a denial: a judge hears the case afresh.
        Sign nothing you do not understand: ask for an interpreter and a lawyer.
        Now: write down the date of the decision and see a lawyer the same day, so as not to miss the appeal.
    .details =
        <b>Denial or referral.</b> If Citizenship and Immigration Services (USCIS) referred the case to court, you have not lost yet: the judge hears it afresh. Watch the date: it may move, and no hearing may be missed.

        <b>Missing a hearing</b> means a removal order. If you were not properly notified, you can ask at any time to have it undone, and removal is paused meanwhile.

        <b>Appeal.</b> An appeal to the Board of Immigration Appeals (BIA) is filed within 30 days of the judge's decision, also an oral one. The rule that cut the time to 10 days was struck down by a court on 8 March 2026. Both sides file written arguments at the same time, within 20 days. The fee since 1 October 2026 is 1060 dollars.

        <b>Reopening.</b> A request to reopen or reconsider a case (motion to reopen, motion to reconsider) costs 1095 dollars before the judge since 1 October 2026 and usually 1060 before the BIA.

        <b>Removal to Russia.</b> Charters with Russians flew through Cairo to Moscow in mid-June 2025 (about 30 people), on 27 August (about 50) and on 9 December (64 by journalists' count). On arrival the FSB (Russian security service) questioned people; in December men were handed military summonses; some were detained. A deserter who arrived on 27 August was detained at once.

        <b>Removal to a third country.</b> Sometimes people are sent to a country that was never named at the hearing: by February 2026, about 300 people. In February 2025 about 200 people, Russians among them, were flown to Costa Rica. This is before the courts (as of 13 May 2026).

        <b>What to do at once</b>
        • On the same day write down the date of the decision and find a lawyer or an accredited representative: <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">free help</a>, <a href="https://www.justice.gov/eoir/recognition-accreditation-roster-reports">organisations</a>. In January 2026 it was reported that nine removals were stopped by legal steps. That is no promise, but a reason not to wait.
        • Keep the decision and all papers, with a copy held by someone close.
        • Report a new address both to the court and to USCIS.
        • If detained, do not sign what you do not understand, and ask for an interpreter and a lawyer.
    .changing =
        We have no information on flights in 2026; that does not mean there were none. On the December flight sources differ: the third or the fourth.
    .unconfirmed =
        Giving up the appeal at the hearing makes the decision final at once; to be able to hold removal, an appeal has to be made in time.

        After the BIA a petition to a federal court of appeals can be filed within 30 days; by itself it does not stop removal.

        A request to reopen a case usually has to be made within 90 days; changed conditions at home are an exception.

        A waiver of the appeal fee can be asked for.

        Voluntary departure has its own conditions and consequences: ask a lawyer about them.
    .synonyms =
        denied, denial, appeal, BIA, Board of Immigration Appeals, deportation, removal order, motion to reopen,
        EOIR-26, circuit court, deportation flight, lost my case, voluntary departure
    .samples =
        The judge denied my asylum
        how to appeal
        how many days to appeal
        will they deport me to Russia
        I lost at the BIA, what next
        motion to reopen my case
        I have a removal order
        what happens to people deported to Moscow
        referred to court, is that a denial
        petition to the court of appeals
        can I stay while the appeal is pending
        the judge said no
        I lost the appeal, what is left
        will they deport me right away
        I found new evidence after the decision
        I have a removal order but still live here
        are they really flying Russians back
