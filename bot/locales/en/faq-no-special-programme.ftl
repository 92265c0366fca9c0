# Facts: NP-1..6, WA-1, WA-4, LH-1, LH-7, FS-5, EC-1, AD-8, AD-9

faq-no-special-programme = Is there a special programme for Russians who refuse to fight?
    .button = Is there a special programme?
    .short =
        No: we know of no programme, quota or fast lane for Russians who refuse to fight.
        Asylum is asked for under the general rules, and every case is decided separately.
        Do not pay for a place in a "programme for Russians".
        Now: talk to a lawyer or an accredited representative; the list of free help is among the sources.
    .details =
        <b>Where the rumour comes from.</b> On 27 September 2022 the White House said that people of any nationality may apply and that each application is considered separately; those who seek asylum should apply. No programme for Russians was named. The administration has changed since. We know the words from newspapers and have not opened the transcript.

        <b>What does not exist.</b> We have found no quota, no parole and no separate queue for people who avoid the draft. Temporary Protected Status (TPS) has never been introduced for Russia: as of August 2026 none of the 292 documents on TPS since 1994 names Russia.

        <b>What exists.</b> The general procedure, the same for everyone. You must prove that persecution has happened or that you have a well-founded fear of it. The reason must be one of five: race, religion, nationality, a particular social group or political opinion. In cases of Russians in 2023 officials held that the danger of being sent to the army was not enough by itself.

        <b>Russians are removed.</b> Removals to Russia were paused in March 2022 and had resumed by March 2023. From October 2022 to August 2023 about 190 Russians were removed from the US.

        <b>Flights to Moscow in 2025.</b> Three are known: in the middle of June (about 30 people), on 27 August (about 50) and on 9 December (64 by journalists' count). Some sources count the last as the third, others as the fourth. On arrival people were questioned by the FSB, in December men were handed military summonses, and some people were detained.

        <b>What to do now.</b> Talk to a lawyer or an accredited representative; the list of free help is kept by the <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">US Department of Justice</a>. If removal threatens, act at once: in January 2026 nine removals were reported to have been stopped by legal steps.
    .changing =
        We have no information on flights to Russia in 2026. That does not mean that there were none.

        Taking in refugees from abroad has been suspended since 20 January 2025; this is before the courts (Pacito v. Trump).
    .unconfirmed =
        No programme for Russians who refuse to fight has appeared since 2022 either.

        What was said at the White House binds nobody: neither a USCIS employee nor a judge.
    .synonyms =
        special program, special programme for Russians, quota for Russians, TPS for Russians,
        White House statement, press secretary
    .samples =
        Is there a special program for Russians fleeing the draft
        does the US have TPS for Russia
        is there humanitarian parole for Russians like for Ukrainians
        did the White House invite Russians who refuse to fight
        any easier path for anti-war Russians
        do Russians get priority
        is there a special visa for Russians who do not want to fight
        do Russians have temporary protected status
        I heard America takes in men fleeing the draft
        is there a quota for Russians
        like what Ukrainians got, but for us
        can I stay just because there is a war
        do Russians get something of their own because of mobilisation
        is there any programme for those who refused to fight
