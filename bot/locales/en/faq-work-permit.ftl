# Facts: WP-1..10, IC-2, IC-11, FE-1, FE-4..6, IE-5, OY-7

faq-work-permit = Work permit
    .button = Work permit
    .short = You can ask for a work permit (EAD) 150 days after a complete asylum application is received; it is given no earlier than after 180 days. The count can be stopped. A much stricter rule has been proposed: before you file, find out whether it has been adopted.
    .details =
        <b>When.</b> Form I-765 is filed no earlier than 150 days after a complete I-589 is received. The permit is not given until 180 days have passed. The text of the rule we saw was checked on 20 June 2026.

        <b>What stops the count</b>
        • a delay you asked for or caused yourself;
        • missed fingerprints or a missed interview;
        • in court, your request to postpone or to move the case to another court, or refusing an earlier date; usually until the next hearing.
        And if form I-589 was sent back as incomplete, the count never began. How many days the court has counted can be heard on 1-800-898-7180 (menu in English and Spanish).

        <b>How long a decision takes.</b> The rule gives Citizenship and Immigration Services (USCIS) 30 days to decide on a first permit. This time limit fell out of the rule by mistake in April 2026; on 21 July 2026 it was put back. When a decision really comes cannot be promised.

        <b>Fee and form.</b> In 2026 a first permit costs 560 dollars and a renewal 275; the fee cannot be waived. Since 15 September 2026 only the edition of form I-765 dated 09/15/26 is accepted. Before you send it, compare both the sum and the edition with the USCIS site.

        <b>For how long.</b> For no more than 18 months if the request was filed on 5 December 2025 or later, or was still pending then. Cards issued earlier keep their own date.

        <b>Renewal.</b> For requests filed since 30 October 2025 a permit is no longer extended by itself. If the card has run out and the new one is not here, work must stop. File early: as far as we know, you can do it 180 days before the end.

        <b>If something happens to the case.</b> If asylum is denied or the application is rejected, the request for a permit is refused too. If asylum is granted, you may work by the status itself, and the card only proves it.
    .uncertain =
        On 23 February 2026 a rule was proposed (91 FR 8616, RIN 1615-AC97):
        • to wait 365 days;
        • to take no first requests while asylum cases last longer than 180 days on average (the Department of Homeland Security (DHS) itself says possibly for decades);
        • to give no permit to most people who filed late or who enter between ports of entry after the rule takes effect, and to others;
        • to decide in 180 days;
        • to end the permit when asylum is denied.
        As of 21 August 2026 it was not adopted. Where it stands now, we do not know: look up the number of the rule in the Federal Register or ask a lawyer.

        We have seen nothing after 21 August 2026, nor the fees for 2027. The end of automatic extension is being fought over in court (as of 27 July 2026). The court ruling of 5 August 2026 that put on hold the rejection of applications for not paying the yearly fee may not protect the work permit.

        Not yet confirmed against the official text: work without a permit is unlawful and can harm later applications. Until then, take it to be so.
    .synonyms =
        work permit, EAD, I-765, employment authorization, 150 days, 180 days, asylum clock, renew EAD, C08,
        social security number, automatic extension, allowed to work
    .samples =
        When can I apply for a work permit
        how long for the EAD
        my asylum clock stopped
        how to renew my EAD
        can I work without a permit
        how long is the card valid
        my I-765 was denied
        is there automatic extension
        can I start a business while waiting
        how to get a social security number
        error on my EAD card
        my boss asks for the card
        my card expires next month
        does the count stop if I move my interview
        can I work for cash meanwhile
        my card got lost in the mail
        do I need it to drive for Uber
