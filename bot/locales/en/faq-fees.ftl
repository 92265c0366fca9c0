# Facts: FE-1..8, LH-7, FS-5, ID-7, AP-4..6

faq-fees = Fees
    .button = Fees
    .short =
        People pay for filing the asylum application, for every year of waiting and for the work permit; these three fees cannot be waived.
        The sums change: at Citizenship and Immigration Services (USCIS) on 1 January, in court on 1 October.
        Now: check the sum on the official site on the day you pay; if you are late, ask a lawyer at once.
    .details =
        <b>USCIS fees in 2026</b>
        • Asylum application (I-589): 100 dollars.
        • Each year of waiting: 102 dollars.
        • Work permit (EAD): 560 dollars for the first, 275 for a renewal.

        <b>Court fees since 1 October 2026</b>
        • Appeal to the Board of Immigration Appeals (BIA): 1060 dollars.
        • Request to reopen or reconsider a case: 1095 dollars before the judge, usually 1060 before the BIA.
        Apart from these, 5130 dollars are charged on arrest after a removal order for a missed hearing. What the court now charges for filing and for a year of waiting is unknown to us.

        <b>The yearly fee.</b> It is first due a year after filing, then for each calendar year until the case is decided. Only online: <a href="https://my.uscis.gov/accounts/annual-asylum-fee/start/overview">USCIS site</a> or, if the case is in court, the <a href="https://epay.eoir.justice.gov">court's site</a>. Not everyone gets the notice.

        <b>If the yearly fee is not paid.</b> A rule that took effect on 29 May 2026 gave 30 days; then the application was to be rejected, the work permit lost and a removal case begun. On 21 July and 5 August 2026 a federal court in Massachusetts put rejection and removal on hold. The fee itself must be paid, and the ruling may not protect the work permit.

        <b>How to pay and file.</b> Citizenship and Immigration Services (USCIS) sends an incomplete form back and keeps the fee. Since 28 October 2025 it takes no paper payments: a card (form G-1450) or an account in a US bank (G-1650); form G-1651 is for exemptions.

        <b>Mistakes in filing.</b> Since 10 July 2026 an application may be sent back or denied over a bad signature found after it was accepted, and the fee kept.

        <b>What to do now</b>
        • Look up the sum yourself: <a href="https://www.uscis.gov/g-1055">uscis.gov/g-1055</a>, and for the court on its own site.
        • Do not wait for a letter: check for yourself whether a year of waiting is due. Keep the proof of payment.
        • If you have not paid in time, ask a lawyer at once.
        • Money without a receipt and the promise of a "sure" permit are signs of fraud.
    .changing =
        The USCIS fees for 2027 (from 1 January) are unknown to us.

        Non-payment of the yearly fee is before a court of appeals (appealed on 6 August 2026). Whether the ruling protects people whose case is in immigration court, we do not know.

        On 20 May 2026 it was proposed to raise the sum for a missed hearing to 18,000 dollars.
    .unconfirmed =
        A waiver of the fee for an appeal to the BIA can be asked for (form EOIR-26A).

        Form I-730 for relatives is free.
    .synonyms =
        fee, fees, cost of filing, annual fee, pay, payment, fee waiver, 100 dollars, how much
    .samples =
        How much does it cost to apply
        do I pay every year
        how to pay the asylum fee
        what if I do not pay the annual fee
        is there a fee waiver
        what is the fee for a work permit
        do my kids pay too
        I got a notice to pay
        how much is an appeal
        my payment was rejected
        how much do I have to pay in all
        I got a notice about a yearly payment
        I cannot afford it, is there a waiver
        do I pay by card or from a bank account
        I paid late, what happens to my case
        does it cost anything to apply
