# Facts: WA-4, FS-1, FS-2, FS-5, FS-8, VI-1..8, PE-2, PE-4, LH-7

faq-coming-to-the-us = Asking from Russia or at an embassy; visas
    .button = From Russia; embassies; visas
    .short =
        No: asylum cannot be asked for from Russia or at a US embassy, and there is no "asylum visa".
        It is asked for in the US itself; whether it can be at the border depends on the rules of the day.
        The US embassy in Moscow issues no visitor visas.
        Now: do not pay anyone who sells an "asylum visa", and talk to a lawyer before you travel.
    .details =
        <b>Embassy and consulate.</b> They take no asylum applications, in Russia or in any other country. Nor can you apply from Russia.

        <b>The Mexican side.</b> On 25 June 2026 the US Supreme Court held that someone still standing on the Mexican side has not arrived in the US. That person may be kept from the port of entry.

        <b>The southern border.</b> A presidential proclamation of 20 January 2025 shut the way to asylum there. On 27 July 2026 this bar operated: only claims to withholding of removal and under the Convention Against Torture were screened.

        <b>Refugee status.</b> This is a different programme, processed abroad. It has been suspended since 20 January 2025, and this is before the courts.

        <b>Visitor visas.</b> The US embassy in Moscow has issued none since May 2021. Since 6 September 2025 a visa has to be asked for in the country of one's nationality or residence. For Russians who do not live in another country the posts are Astana and Warsaw. Poland admits Russians almost only for special reasons, so Warsaw is hard to reach (as of November 2025).

        <b>Immigrant visas.</b> Since 1 November 2025 Russians have had them processed in Warsaw, and parents of US citizens in Almaty and Tashkent as well. Since 21 January 2026 the issue of such visas to nationals of 75 countries, Russia included, has been paused with no end date. Visitor visas were not affected (as of January 2026).

        <b>Entry bans.</b> Russia was not in the list of 39 countries in force since 1 January 2026. The list is reviewed every 180 days.

        <b>Appointments in the CBP One app.</b> They ended on 20 January 2025, and all appointments were cancelled. We have found no replacement for asylum seekers.

        <b>Be careful</b>
        • Say and write only the truth: in the form, to the consul and at the border.
        • Do not pay for a "visa with asylum", an "invitation" or a ready-made story.
        • Before you travel talk to a lawyer or an accredited representative. What applies to visas today is on the <a href="https://travel.state.gov">State Department's site</a>.
        • There is no advice here on how to get a visa, and no routes.
    .changing =
        Whether the pause on immigrant visas has ended after the middle of 2026 we do not know.
    .unconfirmed =
        A visitor visa requires the intention to leave the US.

        A lie to a consul or at the border, for example about the purpose of the trip, can by itself close the way in.

        A person who asks for a visa may be charged a new fee of 250 dollars and a money bond; whether and since what day this concerns Russians we do not know.
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
