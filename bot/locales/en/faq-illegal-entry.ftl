# Facts: WA-2, FS-5, FS-9, OY-1, BA-3, PE-1, PE-4, PE-6, IE-1, IE-3, IE-5, IE-7, IE-8, DT-1, DT-2, DT-7, WP-9

faq-illegal-entry = Entry between ports of entry
    .button = Entry between ports of entry
    .short =
        Measures against such entry are strict: whether you can ask for asylum or bond depends on the place, the day of entry and today's rules.
        Whoever cannot prove two years in the US can be removed without a judge.
        The southern border has a bar on asylum.
        Now: if it has happened, see a lawyer first; the year for filing runs from arrival.
    .details =
        <b>Asylum.</b> The law lets a person ask for asylum even after entering outside a port of entry. But at the southern border a presidential proclamation of 20 January 2025 shut the way to it. On 24 April 2026 a court of appeals held again that it cannot suspend asylum. Even so, because of a partial stay, the bar on asylum operated there on 27 July 2026. Only claims to withholding of removal and under the Convention Against Torture were screened.

        <b>Removal without a judge.</b> Expedited removal applies in the whole country. It threatens people who entered without inspection and cannot prove that they have been in the US for two years. A court stopped it on 29 August 2025; a court of appeals restored it on 22–23 June 2026. As a general rule a person who arrives without proper papers and says that he or she fears return should be referred to a credible-fear interview. On the southern border see above.

        <b>Detention.</b> Under decisions of the Board of Immigration Appeals (BIA) of 2025 people who entered without inspection may not ask a judge for bond. Federal courts are split: in some states bond can be asked for, in others not. The list of states is in the answer "Detention and release".

        <b>Registration.</b> People who entered without inspection must register (Form G-325R), give fingerprints and carry the proof. Talk to a lawyer first.

        <b>Entries of 2023–2025.</b> A rule of 2023, "Circumvention of Lawful Pathways", concerns people who entered over the southwest border from 11 May 2023 to 11 May 2025. It is presumed that they are not eligible for asylum; the opposite is for them to prove.

        <b>If it has already happened</b>
        • Talk to a lawyer or an accredited representative before you file anything.
        • Keep the papers that show since what day you have been in the US.
        • Remember the deadline: one year from the day of arrival.
        • If detained, do not sign what you do not understand; ask for an interpreter and a lawyer.

        <b>What is not here.</b> We describe no routes and do not advise entering like this.
    .changing =
        The proclamation, expedited removal, bond and registration are before the courts, perhaps the Supreme Court too.

        Under a rule proposed on 23 February 2026 most people who enter without inspection after it takes effect will get no work permit (EAD). As far as we know, it has not been adopted yet.
    .unconfirmed =
        Entry between ports of entry is a federal crime: up to 6 months for the first time, far more for entry after a removal.

        A person who entered illegally again after a removal order can ask only for narrower protection, not for asylum.

        People caught between ports of entry may face a large money penalty, even if they ask for protection.
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
