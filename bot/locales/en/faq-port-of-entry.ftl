# Facts: PE-1..8, WA-2, BA-4, VI-8, DT-6, DT-7, DT-9, FS-5

faq-port-of-entry = Asking for asylum at a port of entry
    .button = Asking at a port of entry
    .short = If a person arrives without proper papers and says that he or she fears return, the law requires a credible-fear interview instead of removal at once. At the southern border access to asylum is limited, and courts are arguing about it. People who arrive are normally detained.
    .details =
        <b>What the law says.</b> A person who has arrived in the US may ask for asylum, at a port of entry too. A person who arrives without proper papers can be removed at once. But one who has said that he or she fears return should be referred to an asylum officer for a credible-fear interview. Since December 2024 some bars to asylum can be checked already there.

        <b>The Mexican side.</b> On 25 June 2026 the US Supreme Court held (Mullin v. Al Otro Lado) that a person standing in Mexico has not yet arrived in the US. Officers may keep that person from the port of entry. A person already on US soil keeps the right by law to ask for asylum.

        <b>The southern border.</b> A presidential proclamation of 20 January 2025 shut the way to asylum there. On 2 July 2025 a court held it unlawful, then that ruling was partly stayed. On 24 April 2026 a court of appeals held again that the proclamation cannot suspend asylum. Even so, as of 27 July 2026, because of a partial stay, the bar on asylum still operated there. Only claims to withholding of removal and under the Convention Against Torture were screened. This may have changed since.

        <b>Earlier rules.</b> A court struck down the border rule of June 2024 in May 2025, and the government appealed. A rule of 2023 concerns people who entered over the southwest border from 11 May 2023 to 11 May 2025. For them the starting point is that asylum is not given, and it is for them to rebut that. CBP One appointments ended on 20 January 2025; we have seen no replacement.

        <b>Detention.</b> People who arrive are normally detained. They are not released on bond: only the Department of Homeland Security may release them, at its discretion (parole). Since the middle of 2024 many Russians have been held until the end of the case.

        <b>Airport.</b> The proclamation speaks of the southern border. What happens now to people who ask for asylum at an airport we do not know. Ask a lawyer before you travel.

        <b>What to know beforehand</b>
        • Talk to a lawyer or an accredited representative before you travel and write the telephone number down on paper.
        • Say only the truth.
        • Do not sign what you do not understand; you can ask for an interpreter and a lawyer.
        • We describe no routes and do not advise what to say to an officer.
    .uncertain =
        The southern border is being decided in court, perhaps in the Supreme Court too. On the cases themselves we have seen nothing after 27 July 2026, on everything else nothing after 21 August 2026. Before any step check what is in force today.

        Not yet confirmed against the official text: at the interview one has to show a significant possibility of proving the asylum claim; a negative decision is reviewed by an immigration judge if the person asks; otherwise removal follows without a hearing. Also not confirmed: whether the Russian consulate is told when a Russian is detained, and whether the asylum claim is kept from it. Ask a lawyer about this.
    .synonyms =
        port of entry, border crossing, airport, credible fear, fear interview, Tijuana, San Ysidro,
        border officer, CBP officer, turned away
    .samples =
        Can I ask for asylum at the airport
        what happens at the port of entry
        what is a credible fear interview
        I failed my credible fear interview
        are they accepting people at the border now
        will they detain me if I ask at the border
        officers turned us away at the bridge
        can a judge review a negative credible fear
        what happens if I tell passport control that I am afraid
        they took me to a separate room at the airport
        they say I did not pass the fear screening
        will they let me in if I ask on the bridge
        is the border open for people like us
