# Facts: IC-1..14, ID-5, ID-7, OY-1, OY-5, EC-10, FS-4, DT-10, AD-2, FE-2, FE-7, LH-1

faq-immigration-court = Immigration court: how a case goes
    .button = Immigration court
    .short = If your case is in immigration court, you ask the judge for asylum as a defence against removal. Check your hearing date often and do not miss it: missing a hearing usually means a removal order. The government does not pay for a lawyer, so look for one early.
    .details =
        <b>The start.</b> The case begins when the Department of Homeland Security (DHS) files a Notice to Appear (form I-862) with the court. It states the facts and the charges: why you are to be removed. If it names no date, it comes later by post.

        <b>The date.</b> Check it by your case number (A-number): <a href="https://acis.eoir.justice.gov">acis.eoir.justice.gov</a> or 1-800-898-7180, menu in English and Spanish. The date may move, also to an earlier day. "No case found" may mean that the notice is not filed yet. Entries can be wrong: read the court's letters too.

        <b>The first hearing</b> (master calendar hearing) is short: rights, your answer to the charges, the application and the dates.

        <b>The application.</b> Form I-589 goes to the court with proof that 100 dollars were paid on the <a href="https://epay.eoir.justice.gov">court's site</a>. The one-year limit applies; the day of receipt counts, not of posting. If the case came from Citizenship and Immigration Services (USCIS), the judge hears it afresh. If you have the notice but no case shows, ask a lawyer where to file.

        <b>Refusal without a hearing.</b> It happens when the claim is too weak on paper, the form is incomplete, the fee is unpaid, or the government asks to send the person to a third country (as of 10 December 2025). You can ask for time to add to the claim; the judge decides.

        <b>Missing a hearing.</b> The judge makes a removal order, and on arrest 5130 dollars are charged. The order can also close other ways for ten years. If you were not properly notified, you can ask at any time to have the order undone; removal is paused meanwhile.

        <b>Address.</b> Form EOIR-33 within 5 working days, one for each family member, with a copy to DHS; USCIS and Immigration and Customs Enforcement (ICE) are told separately. The case itself does not move. A transfer is asked for in writing; the old date stands until the judge decides.

        <b>Lawyer and interpreter.</b> A lawyer is at your own cost; see the <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of free help</a>. The court's interpreter is free: name your language early. The court does not translate documents.

        <b>Evidence.</b> The judge sets the date; without one, it is 30 days before the main hearing (individual hearing) for people not detained. This keeps changing: check it. Late papers may be left out. Each needs a translation with a certificate.

        <b>Video, fingerprints, the count.</b> A hearing may be by video (Webex) if the notice says so; otherwise the judge must agree. A call for fingerprints goes to the address the court has; if you miss it, you can lose the application. Your request to postpone can stop the count of days towards the work permit (EAD).

        <b>Arrests at courts</b> have happened. In June 2026 a federal court struck down the policy of such arrests nationwide and brought back the older limits (it could be appealed). Arrests at ICE check-ins go on. Staying away is no way out: talk to a lawyer before the date.

        <b>The decision.</b> Appeal to the Board of Immigration Appeals (BIA): within 30 days, after an oral decision from that same day; 1060 dollars since 1 October 2026.
    .uncertain =
        We saw the court's manual, also on interpreters, in undated copies; some may no longer hold. What we know of arrests and missed hearings is of 27 July 2026, of appeals March 2026, of the date for evidence February 2025. We have seen nothing after 21 August 2026, nor what filing costs since 1 October 2026. The rise to 18,000 dollars for a missed hearing, proposed on 20 May 2026, may be law by now.

        Not yet confirmed against the official text: at the main hearing you and your witnesses are heard, with a DHS lawyer on the other side, who gets copies of your papers; an appeal made in time usually holds removal; giving up the appeal makes the decision final at once.
    .synonyms =
        immigration court, judge, master hearing, individual hearing, merits hearing, NTA, notice to appear,
        EOIR, Webex, missed hearing, in absentia, change of venue, EOIR-33, prosecutor, A-number, court date
    .samples =
        What is a master hearing
        when is my individual hearing
        I got a notice to appear
        I missed my court date
        how to move my case to another court
        how to check my court date
        will there be an interpreter in court
        hearing by video
        will I get a free lawyer in court
        how to prepare for the merits hearing
        my case is not in the system
        ordered removed in absentia
        what do I say to the judge
        I got a notice to appear before a judge
        what happens at the first hearing
        my hearing is by video, how do I join
        I moved but my court is in another state
        a government lawyer speaks against me
        when must I hand in my papers to the judge
        how do I check my court date
