# Facts: AD-1..9, ID-5, ID-7, FE-7, SD-5, TC-6, LH-1, LH-2, FS-5, FS-6, DT-7, IC-12

faq-after-denial = After denial: appeal and removal
    .button = After denial
    .short = A judge's decision can be appealed within 30 days. After a final decision people are removed, also to Russia. So turn to a lawyer the same day. Referral of a case to court is not yet a denial: the judge hears it afresh.
    .details =
        <b>Denial or referral.</b> If Citizenship and Immigration Services (USCIS) referred the case to court, you have not lost yet: the judge hears it afresh. The main thing now is not to miss a hearing: missing one means a removal order.

        <b>Appeal.</b> An appeal to the Board of Immigration Appeals (BIA) is filed within 30 days of the judge's decision; if the judge gave it aloud, from that same day. The rule that cut the time to 10 days was struck down by a court on 8 March 2026. Both sides file their written arguments at the same time and have 20 days for it. The fee since 1 October 2026 is 1060 dollars.

        <b>Reopening.</b> You can ask for a case to be reopened or reconsidered (motion to reopen, motion to reconsider). Since 1 October 2026 this costs 1095 dollars before the judge and 1060 before the BIA (in one case 950). The time limits, not yet confirmed, are at the end of this answer.

        <b>Removal to Russia.</b> Charters with Russians flew through Cairo to Moscow in mid-June 2025 (about 30 people), on 27 August (about 50) and on 9 December (64 by journalists' count). On arrival the FSB (Russian security service) questioned people; in December men were handed military summonses; some were detained. Among those who arrived on 27 August was a deserter, who was detained at once.

        <b>Removal to a third country.</b> Sometimes a person is sent to a country that was never named at the hearing: by February 2026, about 300 people. In February 2025 about 200 people, Russians among them, were flown to Costa Rica. This is before the courts (as of 13 May 2026).

        <b>What to do at once</b>
        • On the same day write down the date of the decision and find a lawyer or an accredited representative: <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of free help</a>, <a href="https://www.justice.gov/eoir/recognition-accreditation-roster-reports">list of organisations</a>.
        • Keep the decision and all papers of the case, with a copy held by someone close.
        • Report a new address both to the court and to USCIS.
        • If detained, do not sign what you do not understand, and ask for an interpreter and a lawyer.
        In January 2026 it was reported that nine removals were stopped by legal steps. That is no promise, but it is a reason not to wait.
    .uncertain =
        Time limits and fees change; we have seen nothing after 21 August 2026. On appeals we know the state of March 2026. We came across no flights of 2026, but that does not mean there were none. On the December flight itself sources differ: whether it was the third or the fourth.

        Not yet confirmed against the official text: an appeal to the BIA made in time usually holds removal; giving up the appeal at the hearing makes the decision final at once; after that there is a petition to a federal court of appeals (also 30 days), but it does not stop removal by itself; a request to reopen usually has 90 days, except when conditions at home change; voluntary departure has its own conditions and consequences; a waiver of the appeal fee can be asked for. Ask a lawyer about all of this at once.
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
