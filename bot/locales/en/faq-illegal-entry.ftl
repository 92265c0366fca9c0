# Facts: IE-1, IE-3, IE-5, IE-7, IE-8, DT-1, DT-2, DT-7, PE-1, PE-4, PE-6, WA-2, FS-5, FS-9, OY-1, WP-9, BA-3

faq-illegal-entry = Entry between ports of entry
    .button = Entry between ports of entry
    .short = We describe no routes and do not advise this way. A person who entered between ports of entry can be removed without a judge and held without bond. At the southern border access to asylum itself is limited too. If it has already happened, talk to a lawyer before anything else.
    .details =
        <b>Asylum.</b> The law lets a person ask for asylum even after entering outside a port of entry. But at the southern border a presidential proclamation of 20 January 2025 shut access to asylum. On 24 April 2026 a court of appeals held again that the proclamation cannot suspend asylum. Even so, as of 27 July 2026, because of a partial stay, asylum still could not be asked for there. Only claims to withholding of removal and under the Convention Against Torture were screened. This may have changed since.

        <b>Removal without a judge.</b> Expedited removal applies in the whole country. It threatens people who entered without inspection and cannot prove that they have been in the US for two years. A court stopped it on 29 August 2025; a court of appeals restored it on 22–23 June 2026 (as of 27 July 2026; it may have changed). As a general rule a person who arrives without proper papers and says that he or she fears return should be referred to a credible-fear interview. On the southern border see above.

        <b>Detention.</b> Under decisions of the Board of Immigration Appeals (BIA) of 2025, people who entered without inspection cannot ask a judge for bond. Federal courts are split (a circuit is several states). As of 27 July 2026 bond could be asked for in the 2nd, 6th, 7th and 11th circuits and, by one source, in the 3rd. Not in the 5th and 8th, though on 2 July 2026 a court in the 5th circuit, too, required a hearing within 90 days. The government went to the Supreme Court on 26 June 2026, and all this may have changed.

        <b>Registration.</b> People who entered without inspection must register on form G-325R, give fingerprints and carry the proof. So it was as of 27 July 2026; the rule is being challenged in court. Talk to a lawyer first.

        <b>Earlier entries.</b> A rule of 2023 concerns people who entered over the southwest border from 11 May 2023 to 11 May 2025. For them the starting point is that asylum is not given, and it is for them to rebut that.

        <b>If it has already happened</b>
        • Talk to a lawyer or an accredited representative before you file anything.
        • Keep the papers that show since what day you have been in the US.
        • Remember the deadline: one year from the day of arrival.
        • If detained, do not sign what you do not understand; you can ask for an interpreter and a lawyer.
    .uncertain =
        The proclamation, expedited removal, bond and registration are all in court. We have seen nothing after 21 August 2026, and nothing about the court cases themselves after 27 July 2026.

        A rule proposed on 23 February 2026 would deny a work permit (EAD) to most people who enter without inspection after it takes effect. As of 21 August 2026 it had not become final.

        Not yet confirmed against the official text:
        • such an entry is a federal crime;
        • illegal entry after a removal is punished far more severely, and then only narrower protection can be asked for, not asylum;
        • a person caught between ports of entry may face a large money penalty.
    .synonyms =
        illegal entry, crossed illegally, between ports of entry, border wall, river, expedited removal,
        without inspection, EWI, smuggler
    .samples =
        I crossed the border illegally, can I apply
        we climbed over the wall
        what is expedited removal
        can they deport me without a judge
        entered without inspection
        is crossing the border a crime
        we walked through the desert with a guide
        swam across the river
        I walked across the desert and nobody stopped me
        we climbed over the fence
        I came in without inspection, can I still apply
        they caught me right after I crossed
        can they send me back without a judge
        is there a fine for crossing
