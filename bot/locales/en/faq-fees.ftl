# Facts: FE-1..8, FS-5, ID-7, IC-4, IC-7, AP-4..6, LH-7

faq-fees = Fees
    .button = Fees
    .short = Since 2025 people pay for filing the application, for every year of waiting and for the work permit; these three fees cannot be waived. The sums change: at Citizenship and Immigration Services (USCIS) on 1 January, in court on 1 October. Compare them with the official site on the day you pay.
    .details =
        <b>Fees of 2026</b>
        • Asylum application (I-589): 100 dollars.
        • Each year of waiting: 102 dollars.
        • Work permit (EAD): 560 dollars for the first, 275 for a renewal.

        <b>In court, since 1 October 2026</b>
        • Appeal to the Board of Immigration Appeals (BIA): 1060 dollars.
        • Request to reopen or reconsider a case: 1095 dollars before the judge, 1060 before the BIA (in one case 950).
        Anyone arrested after a removal order made for a missed hearing is charged another 5130 dollars (as of 27 July 2026).

        <b>The yearly fee.</b> It is first due when a year has passed since filing, then for each calendar year until the case is decided. Only online: <a href="https://my.uscis.gov/accounts/annual-asylum-fee/start/overview">USCIS site</a> or, if the case is in court, the <a href="https://epay.eoir.justice.gov">court's site</a>. Not everyone gets the notice, so check for yourself whether it is due.

        <b>If the yearly fee is not paid.</b> A rule that took effect on 29 May 2026 gave 30 days; then the application was to be rejected, the work permit lost and a removal case begun. On 21 July and 5 August 2026 a federal court in Massachusetts put rejection and removal for non-payment on hold. On 6 August this was appealed. The fee itself must still be paid, and the ruling may not protect the work permit. If you have not paid in time, ask a lawyer at once.

        <b>Mistakes in filing.</b> If the filing fee is unpaid, a court may end the case without a full hearing (as of 10 December 2025). USCIS sends an incomplete form back and keeps the fee; since 10 July 2026 that may happen for a bad signature too.

        <b>How to pay.</b> Since 28 October 2025 USCIS takes no paper payments: a card (form G-1450) or an account in a US bank (G-1650); form G-1651 is for exemptions. In court, on its site. Keep the proof of payment.

        <b>Middlemen.</b> Our advice: look up the sum yourself on the official page <a href="https://www.uscis.gov/g-1055">uscis.gov/g-1055</a> and demand a receipt. Money without a receipt and the promise of a "sure" permit are signs of fraud.
    .uncertain =
        The sums change, and we have seen nothing after 21 August 2026. The USCIS fees for 2027 (from 1 January) are unknown to us. What the court charges since 1 October 2026 for filing and for a year of waiting, we do not know either. Non-payment is before a court of appeals, with an unknown outcome; whether the ruling of 5 August protects people whose case is in immigration court is unknown too.

        On 20 May 2026 it was proposed to raise the sum for a missed hearing to 18,000 dollars; whether that was adopted, we do not know.

        Not yet confirmed against the official text: form I-730 for relatives is free; a waiver of the fee for an appeal to the BIA can be asked for (form EOIR-26A).
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
