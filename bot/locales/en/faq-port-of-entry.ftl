# Facts: WA-2, FS-5, BA-4, VI-8, PE-1..8, IE-8, DT-6, DT-7, DT-9, LH-7

faq-port-of-entry = Asking for asylum at a port of entry
    .button = Asking at a port of entry
    .short =
        Whether asylum can be asked for depends on place and the day's rules; whoever is in Mexico has not arrived in the US yet.
        Those who arrive are usually held without bond.
        Those without proper papers who say they fear return should be referred to an interview.
        The southern border has a bar on asylum.
        Now: before travelling, ask a lawyer what applies.
    .details =
        <b>What the law says.</b> A person who has arrived in the US may ask for asylum, at a port of entry too. A person who arrives without proper papers can be removed at once. But one who says that he or she fears return should be referred to an asylum officer for a credible-fear interview. Under a rule adopted in December 2024 some bars to asylum can be checked already there.

        <b>The Mexican side.</b> On 25 June 2026 the US Supreme Court held (Mullin v. Al Otro Lado) that a person standing in Mexico has not yet arrived in the US. Border officers may keep that person from the port of entry. A person already on US soil keeps the right by law to ask for asylum. Whether one can ask at the border itself depends on the rules of the day.

        <b>The southern border.</b> A presidential proclamation of 20 January 2025 shut the way to asylum there. On 24 April 2026 a court of appeals held again that the proclamation cannot suspend asylum. Even so, because of a partial stay, the bar on asylum operated there on 27 July 2026. Only claims to withholding of removal and under the Convention Against Torture were screened.

        <b>CBP One appointments</b> ended on 20 January 2025. We have found no replacement for asylum seekers.

        <b>Entries of 2023–2025.</b> A rule of 2023, "Circumvention of Lawful Pathways", concerns people who entered over the southwest border from 11 May 2023 to 11 May 2025. It is presumed that they are not eligible for asylum; the opposite is for them to prove.

        <b>Detention.</b> People who arrive are not released on bond. Only the Department of Homeland Security may release them, at its discretion (parole). Since the middle of 2024 many Russians have been held until the end of the case.

        <b>Airport.</b> The proclamation speaks of the southern border. What happens now to people who ask for asylum at an airport we do not know. Ask a lawyer.

        <b>What to know beforehand</b>
        • Talk to a lawyer or an accredited representative before you travel and write the telephone number down on paper.
        • Say only the truth.
        • Do not sign what you do not understand; ask for an interpreter and a lawyer.
        • We describe no routes and do not advise what to say at the border.
    .changing =
        The proclamation, and the border rule of June 2024 struck down in May 2025, are before the courts, perhaps the Supreme Court too. Before any step check what applies today.
    .unconfirmed =
        At the interview one has to show a significant possibility of proving the right to asylum. A negative decision is reviewed by an immigration judge if the person asks; otherwise removal follows without a hearing.

        When a Russian is detained, the US has to tell the Russian consulate, but must not disclose that the person asks for asylum. Talk to a lawyer about this.
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
