# Facts: WA-3, FS-5, FS-7, SD-1..4, OY-1, OY-2, BA-1..5, TC-1, TC-4, OP-1, ID-4

faq-bars-to-asylum = What rules asylum out
    .button = What rules asylum out
    .short =
        Check with a lawyer before filing whether a bar to asylum touches you.
        For example: a part in persecution, a serious crime in the US or abroad, terrorism, firm resettlement elsewhere, a missed deadline, an earlier refusal.
        Words in US law do not mean what they do in Russia's Criminal Code.
        Now: do not rule yourself out, tell the lawyer everything.
    .details =
        <b>Who is not given asylum</b>
        • Whoever ordered, incited, assisted or took part in persecuting people on one of the five grounds.
        • Whoever was convicted of what US law calls a "particularly serious crime". Every "aggravated felony" counts as one: this is the law's name for a whole list of crimes. It is not the category of Russia's Criminal Code.
        • Anyone about whom there are serious reasons to believe that they committed a serious non-political crime outside the US. If there is a case against you in Russia, show the papers to a lawyer.
        • Whoever is a danger to US security or falls under the rules on terrorism.
        • Whoever was firmly resettled in a third country before arriving.

        <b>Who may not apply</b>
        • Whoever can be sent to a safe third country under an agreement.
        • Whoever did not file within one year of the day of arrival.
        • Whoever was refused asylum before.
        Changed circumstances can help the last two, and extraordinary ones latecomers too.

        <b>If you served.</b> A part in persecution rules out both asylum and withholding of removal. Deferral of removal under the Convention Against Torture remains possible.

        <b>Coercion.</b> Since 22 October 2025 it is no excuse (Matter of Negusie). If anything in the case hints at a part in persecution, it is for the applicant to disprove it.

        <b>If you lived in another country.</b> Firm resettlement means an offer to stay there for good. Around the end of 2025 the Board of Immigration Appeals (BIA) also counted rights under a treaty of two neighbouring countries: to live, work and own property (Matter of L-T-A-). Besides, the Department of Homeland Security may ask the judge to end a case and send the person to ask for protection in another country with which there is an agreement.

        <b>When this is checked.</b> Under a rule adopted in December 2024 some bars can be applied already at the credible-fear interview. Since 28 July 2026 a USCIS officer who sees a bar may refer the case to court without an interview.

        <b>What else matters.</b> Persecution of others, serious crimes and danger to security also close withholding of removal. And where there is no bar, the decision is still left to the discretion of the USCIS officer or judge.
    .changing =
        Federal courts may review the decision on coercion. How the rule on referral without an interview is applied we do not know.
    .unconfirmed =
        Service or fighting is not a bar by itself, but it will be asked about, so a lawyer is needed before filing.

        Money and other help to groups that the US calls terrorist can lead to a bar.

        A knowingly false application takes away for ever the right to any immigration status or permit.

        A person who entered illegally after a removal order can ask only for narrower protection.
    .synonyms =
        bars, criminal record, conviction, arrested, DUI, misdemeanor, felony, crime, previous denial, reapply,
        frivolous, terrorism bar, removed before
    .samples =
        What can bar me from asylum
        I have a criminal record
        arrested for drunk driving
        I was denied before, can I apply again
        does a shoplifting conviction matter
        who is barred from asylum
        I was deported years ago
        serious nonpolitical crime
        what is a frivolous application
        domestic violence charge and asylum
        I was in prison when I was young
        police stopped me drunk at the wheel
        I was refused once, should I try again
        I was a policeman and broke up rallies
        I lied in earlier papers
        caught with weed
        does one old arrest ruin everything
        what would make them refuse me outright
        is having been a policeman an obstacle
