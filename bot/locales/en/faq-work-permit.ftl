# Facts: WP-1..10, FE-1, FE-4..6, FS-5, IC-2, IC-11, IE-5, OY-7

faq-work-permit = Work permit
    .button = Work permit
    .short =
        A work permit (EAD) is not given at once: days count from receipt of a complete asylum application.
        You can ask after 150 days; it is given after 180 at the earliest.
        A delay you cause or ask for stops the count.
        The fee for it cannot be waived.
        A much stricter rule has been proposed.
        Now: find out which times and fee apply on the day you file.
    .details =
        <b>When.</b> Form I-765 is filed no earlier than 150 days after a complete I-589 is received. The permit is not given until 180 days have passed.

        <b>What stops the count of days</b>
        • a delay you asked for or caused yourself;
        • missed fingerprints or a missed interview.
        If form I-589 was sent back as incomplete, the count never began. How many days the court has counted can be heard on 1-800-898-7180 (menu in English and Spanish).

        <b>If the case is in court.</b> Your request to postpone a hearing or to move the case to another court can stop the count, and so can refusing an earlier date. Usually that lasts until the next hearing.

        <b>How long a decision takes.</b> The rule gives Citizenship and Immigration Services (USCIS) 30 days to decide on a first permit. In April 2026 this time limit fell out of the rule by mistake; on 21 July 2026 it was put back. Whether it is kept cannot be promised.

        <b>Fee and form.</b> In 2026 a first permit costs 560 dollars and a renewal 275. Since 15 September 2026 only the edition of form I-765 dated 09/15/26 is accepted.

        <b>For how long.</b> For no more than 18 months if the request was filed on 5 December 2025 or later, or was still pending then. Cards issued earlier keep their own date.

        <b>Renewal.</b> For requests filed since 30 October 2025 a permit is no longer extended by itself. File early: as far as we know, you can do it 180 days before the end.

        <b>When the case is decided.</b> If asylum is denied or the application is rejected, the request for a permit is refused too. If asylum is granted, you may work by the status itself: the card only proves it.

        <b>What to do now</b>
        • Miss neither the fingerprints nor the interview.
        • Before you ask to postpone anything, ask a lawyer whether that stops the count.
        • If the card has run out and no new one is here, stop work and ask a lawyer.
        • Before you send the form, check the rule, the fee and the edition on the site of Citizenship and Immigration Services (USCIS).
    .changing =
        On 23 February 2026 a rule was proposed (91 FR 8616, RIN 1615-AC97):
        • to wait 365 days;
        • to take no first requests while asylum cases last longer than 180 days on average (the Department of Homeland Security (DHS) itself says possibly for decades);
        • to give no permit to most people who filed late, to most who enter between ports of entry after it takes effect, and to others;
        • to decide in 180 days, and to end the permit when asylum is denied.
        As far as we know, it had not been adopted yet: check by its number in the Federal Register.

        The USCIS fees for 2027 (from 1 January) are unknown to us. The end of automatic extension is being fought over in court. The court ruling of 5 August 2026 that protected applications with an unpaid yearly fee may not protect the work permit.
    .unconfirmed =
        Work without a permit is unlawful and can harm later applications.
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
