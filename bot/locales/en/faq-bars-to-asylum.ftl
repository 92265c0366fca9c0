# Facts: BA-1..5, SD-1..4, OY-1, OY-2, TC-1, TC-4, ID-4, OP-1, WA-3, FS-5, FS-7

faq-bars-to-asylum = What rules asylum out
    .button = What rules asylum out
    .short = Asylum is closed to people who took part in persecution, were convicted of particularly serious crimes, endanger US security or were firmly resettled in a third country. Latecomers and people refused before usually may not apply. Do not decide alone that a bar applies: ask a lawyer before filing.
    .details =
        <b>Who is not given asylum</b>
        • Whoever ordered, incited, assisted or took part in the persecution of others on one of the five grounds.
        • Whoever was convicted of a particularly serious crime; every "aggravated felony" (the law's name for a list of crimes) counts as one.
        • Whoever is seriously believed, with reason, to have committed a serious non-political crime outside the US.
        • Whoever is a danger to US security or falls under the rules on terrorism.
        • Whoever was firmly resettled in a third country before arriving (firm resettlement).

        <b>Who may not apply</b>
        • Whoever can be sent to a safe third country under an agreement.
        • Whoever did not file within one year of the day of arrival.
        • Whoever was refused asylum before.
        Changed circumstances can help the last two, and latecomers can also be helped by extraordinary circumstances.

        <b>If you served.</b> Taking part in persecution rules out both asylum and withholding of removal. Since 22 October 2025 coercion is no excuse (Matter of Negusie). If anything in the case hints at such a part, it is for the applicant to disprove it. Deferral of removal under the Convention Against Torture remains possible.

        <b>If you lived in another country.</b> Firm resettlement means an offer to stay there for good. Around the end of 2025 the Board of Immigration Appeals (BIA) also counted rights under a treaty of two neighbouring countries: to live, work and own property (Matter of L-T-A-). Besides, the Department of Homeland Security may ask the judge to end a case. The person is then sent to ask for protection in another country with which there is an agreement.

        <b>When this is checked.</b> Under a rule adopted in December 2024 some bars can be applied already at the credible-fear interview. Since 28 July 2026 an officer who sees a bar may refer the case to court without an interview.

        <b>What else matters.</b> Persecution of others, serious crimes and danger to security also close withholding of removal. And where there is no bar, the decision is still left to the discretion of the officer or judge. Before you file, tell a lawyer everything that might fall under a bar.
    .uncertain =
        We saw the text of the law in a copy checked on 22 November 2024. The rules on coercion, on other countries and on referral to court are changing. Our information on coercion is of October 2025, on other countries of January 2026, on referral to court of 27 July 2026. All this may have changed; after 21 August 2026 we have seen nothing.

        Not yet confirmed against the official text:
        • service or fighting is not a bar by itself, but it will be asked about;
        • a person who entered illegally after a removal order can ask only for narrower protection;
        • money and other help to groups that the US calls terrorist can lead to a bar;
        • a knowingly false application takes away for ever the right to any immigration status or permit.
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
