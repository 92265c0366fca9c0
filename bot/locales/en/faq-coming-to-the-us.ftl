# Facts: FS-2, FS-5, FS-8, VI-1..8, LH-7, WA-2, WA-4, PE-2, PE-4

faq-coming-to-the-us = Asking from Russia or at an embassy; visas
    .button = From Russia; embassies; visas
    .short = No. Asylum applications are not taken from Russia or at a US embassy, and there is no "asylum visa". Russians get ordinary visas outside Russia, and the rules change often. We give no advice on how to get a visa. Whoever sells an "asylum visa" is deceiving you.
    .details =
        <b>Embassy and consulate.</b> They take no asylum applications, in Russia or in any other country. Nor can you apply from Russia: an application is made by a person already in the US or on arrival there.

        <b>Refugee status.</b> This is a different, separate programme, processed abroad. It has been suspended since 20 January 2025, and this is before the courts (as of 27 July 2026; it may have changed).

        <b>Visitor visas.</b> The US embassy in Moscow has issued none since May 2021. Since 6 September 2025 a visa has to be asked for in the country of one's nationality or residence. For Russians who do not live in another country the posts are Astana and Warsaw. Poland admits Russians almost only for special reasons, so Warsaw is hard to reach. So it was as of November 2025, and it may have changed.

        <b>Immigrant visas.</b> Since 1 November 2025 Russians have had them processed in Warsaw, and parents of US citizens in Almaty and Tashkent as well. Since 21 January 2026 the issue of such visas to nationals of 75 countries, Russia included, has been paused with no end date. Visitor visas were not affected. How things stand after the middle of 2026 we do not know.

        <b>Entry bans.</b> Russia was not in the list of 39 countries in force since 1 January 2026. This may have changed: the list is reviewed every 180 days, so before any trip check the <a href="https://travel.state.gov">State Department's site</a>.

        <b>Appointments in the CBP One app.</b> They ended on 20 January 2025, and all appointments were cancelled. We have seen no replacement for people who seek asylum.

        <b>The land border.</b> On 25 June 2026 the US Supreme Court held that someone still standing on the Mexican side has not arrived in the US. At the southern border a presidential proclamation limits the way to asylum (as of 27 July 2026; it may have changed).

        <b>Care</b>
        • Say and write only the truth: in the form, to the consul and at the border.
        • Do not pay for a "visa with asylum", an "invitation" or a ready-made story.
        • Before you travel talk to a lawyer or an accredited representative.
    .uncertain =
        Not yet confirmed against the official text: a visitor visa requires the intention to leave the US; a lie to a consul or at the border, for example about the purpose of the trip, can by itself close the way in. Also not confirmed is what is said of a new visa fee of 250 dollars and of a money bond for a visa; whether and since what day this concerns Russians we do not know.

        What we know of visas comes from newspapers and surveys; we have not opened the official pages. We have seen nothing after 21 August 2026.
    .synonyms =
        visa, tourist visa, embassy, consulate, humanitarian visa, travel ban, CBP One, visa refused,
        how to come, from Russia, B-2 visa
    .samples =
        Can I apply for asylum at the embassy
        where do Russians get US visas now
        how can I come to the US legally
        is there an asylum visa
        are Russians banned from entering
        is CBP One still working
        I am still in Russia, can I apply
        visa refused, what else
        apply from outside the United States
        I am still in Russia, how can I get to America
        where can Russians get a visa now
        they refused my tourist visa
        can I ask for protection from abroad
        a middleman promises to get me in for money
        can I apply at an embassy
        is there an entry ban for my nationality
        which visa should I ask for to stay later
        I want to leave Russia for America, what ways are there
        which consulate still takes Russians
        how do I get to the US from Georgia
        is there a humanitarian entry for Russians
        is the border appointment app closed
        do I need a visa at all
