# Facts: WA-5, AP-1, IC-1..14, ID-8, FS-4..6, LH-1, OY-1, OY-2, OY-5, AD-1, AD-2, EC-10, FE-2, FE-6, FE-7, DT-10

faq-immigration-court = Immigration court: how a case goes
    .button = Immigration court
    .short =
        If your case is in immigration court, you ask the judge for asylum: it is a defence against removal.
        The hearing date can move, also to an earlier day.
        Missing a hearing means a removal order.
        The court's interpreter is free; a lawyer is at your own cost.
        Now: check the date on the court's site so as not to miss any hearing, and look for a lawyer.
    .details =
        <b>How the case begins.</b> The Department of Homeland Security (DHS) files a Notice to Appear (form I-862) with the court. It says why you are to be removed. If it names no date, expect it by post.

        <b>The date.</b> Check it by your case number (A-number): <a href="https://acis.eoir.justice.gov">acis.eoir.justice.gov</a> or 1-800-898-7180, menu in English and Spanish. "No case found" may mean that the notice is not filed yet. Entries can be wrong: read the court's letters too.

        <b>Address.</b> Report a new one to the court within 5 working days (form EOIR-33, one for each family member, a copy to DHS); tell Citizenship and Immigration Services (USCIS) separately. Another court is asked for in writing; until the judge decides, the old date stands.

        <b>The application.</b> Form I-589 must reach the court within a year of arrival; exceptions have to be proved. A case referred by USCIS is heard afresh. Write everything from the start: if it is not enough, the judge may refuse without a hearing; with an incomplete form the judge may decide that you gave the application up.

        <b>The filing fee.</b> Before 1 October 2026 it was 100 dollars; look up today's sum before you file. You pay on the <a href="https://epay.eoir.justice.gov">court's site</a> and add the proof.

        <b>Evidence.</b> The judge sets the date; otherwise it is 30 days before the main hearing (individual hearing), if you are not detained. Late papers may be left out.

        <b>The first hearing</b> (master calendar hearing) is short: the judge explains your rights, you answer the charges, dates are set.

        <b>Video, fingerprints, postponement.</b> A hearing is by video (Webex) if the notice says so or the judge agrees. A call for fingerprints goes to the address the court has; if you do not come, you can lose the application. A request to postpone can stop the count of days to the work permit (EAD).

        <b>If you do not come.</b> The judge makes a removal order. If you were not properly notified, you can ask at any time to have the order undone, and removal is paused meanwhile.

        <b>After the decision.</b> There are 30 days for an appeal to the Board of Immigration Appeals (BIA), after an oral decision from that same day. The fee since 1 October 2026 is 1060 dollars.

        <b>What to do now</b>
        • Come to every hearing. If you fear arrest, talk to a lawyer before the date.
        • Look for a lawyer at once: <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of free help</a>. Ask the lawyer also where to file if no case shows in the system.
        • For papers not in English have a translation with a certificate ready.
    .changing =
        In June 2026 a federal court struck down, nationwide, the rules under which people were arrested at courts, and brought back the older limits; this could be appealed. Arrests at check-ins with Immigration and Customs Enforcement (ICE) go on.

        Cases are also being ended without a full hearing: over an unpaid fee or a request to send the person to a third country (as of 10 December 2025).
    .unconfirmed =
        Giving up the appeal makes the decision final at once; to be able to hold removal, an appeal has to be made in time.

        An order for a missed hearing can close other ways too for ten years.

        At the main hearing you and your witnesses are heard, with a DHS lawyer on the other side.

        The DHS lawyer also gets a copy of each paper.
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
