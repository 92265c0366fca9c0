# Facts: ID-1, ID-2, ID-4..8, AD-1, IC-2, IC-6, IC-9, EC-10, WP-2, OY-6, NP-1, FS-5, FS-6

faq-interview-and-decision = Biometrics, interview, interpreter, decision
    .button = Interview and decision
    .short =
        After filing, your fingerprints are taken and you may be called to an interview; you bring the interpreter yourself.
        Since 28 July 2026 a case may go to court without an interview.
        Referral to court is not yet a denial: the judge hears the case afresh.
        Now: check that everything important is in the application, and do not miss any date.
    .details =
        <b>Fingerprints.</b> They are taken from applicants aged 12 years 9 months to 79 years and checked, also with the FBI. If you miss the fingerprints or the interview, the count of days to the work permit (EAD) stops too.

        <b>Interpreter.</b> Since 13 September 2023 you bring your own to Citizenship and Immigration Services (USCIS). The interpreter is at least 18 and fluent in both languages. Not allowed: your lawyer, your witness, a Russian official, or anyone who is waiting for an asylum interview of their own. Coming without one and without good cause counts as not coming.

        <b>Referral to court without an interview.</b> Under an interim rule that took effect on 28 July 2026 a USCIS employee may refer a case to court on the papers alone, on finding that there is a bar, that the applicant does not meet the criteria or does not deserve asylum. USCIS can neither grant asylum nor deny it without an interview. Late filings, it was reported in June 2026, come first.

        <b>What the decision can be.</b> Every case is decided by itself.
        • Asylum is granted.
        • Asylum is not granted, but you have lawful status: first comes a notice of intent to deny. Answer it within the time named in the letter; then it may be a denial.
        • Asylum is not granted and you have no status: the case goes to an immigration judge (Notice to Appear).

        <b>If the case is referred.</b> The judge hears it afresh, but may refuse without a hearing if the application is too weak on paper. Look for a lawyer as soon as you learn of the referral.

        <b>In court</b> the interpreter is free.

        <b>Not coming to court.</b> Missing a hearing means a removal order. If you were not properly notified, you can ask at any time to have the order undone, and removal is paused meanwhile.

        <b>What to do now</b>
        • Report a new address at once to USCIS (AR-11) and, if you have a case in court, to the court too (EOIR-33, 5 working days).
        • Check the court date on the <a href="https://acis.eoir.justice.gov">court's site</a>: it may move, also to an earlier day.
        • If you have missed a date, go to a lawyer the same day.
    .changing =
        The rule that took effect on 28 July 2026 is an interim one; comments were taken until about 28 September. Whether it is challenged or stopped and how it is used, we do not know.

        On 20 May 2026 it was proposed to raise the sum for a missed hearing to 18,000 dollars.
    .unconfirmed =
        There are 16 days to answer a notice of intent to deny; the letter names the exact time.
    .synonyms =
        interview, biometrics, fingerprints, asylum officer, asylum office, interpreter, decision, reschedule,
        referral, interview questions
    .samples =
        What happens at the asylum interview
        do I need my own interpreter
        when will I get biometrics
        what questions will the officer ask
        can I reschedule my interview
        what should I bring to the interview
        when will I get the decision
        can they send my case to court without an interview
        I missed my fingerprint appointment
        how to prepare for the interview
        I forgot to mention something at the interview
        I got a letter with a date, how do I get ready
        my English is bad, who will translate for me
        the officer said the answer comes by mail
        I cannot come on the day they chose
        they sent my case to a judge without talking to me
        what will they ask about my story
        they called me in for fingerprints
        how will I learn what they decided
        may my lawyer sit with me
        the officer kept asking the same thing
        can I bring my child with me
        they put off the talk and gave no new date
        will I get the answer by hand or in a letter
        the interpreter got it wrong
        how many hours will they question me
        do they tell you the result the same day
        what should I take with me that day
