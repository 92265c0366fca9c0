# Facts: FS-5, FS-7, FS-10, LH-1..4, LH-6..8, RU-12, IC-2

faq-find-legal-help = Finding legal help and avoiding fraud
    .button = Finding legal help
    .short =
        Only a lawyer or an accredited representative may advise on US immigration law.
        A guarantee of success is a sign of fraud.
        If you or your family are in Russia, first check an organisation against the Russian lists: contact with an "undesirable" one can be punished there.
        Now: look for free help in the two lists of the US Department of Justice.
    .details =
        <b>Who may advise.</b> A lawyer admitted in a US state, or a representative whom the US Department of Justice has accredited. A "notary" (notario), an agency or a "consultant" may not.

        <b>Two official lists</b>
        • <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">Free help by court</a>: renewed in January, April, July and October.
        • <a href="https://www.justice.gov/eoir/recognition-accreditation-roster-reports">Recognised organisations and accredited representatives</a>: 1256 organisations in April 2026.

        <b>If you or your family are in Russia.</b> Russia has declared some of the organisations that help Russians "undesirable". Contact with them can be prosecuted there. Before you write, subscribe or send money, check the organisation against the lists of the Russian Ministry of Justice. That is why we name no groups that help Russians here.

        <b>Where to read and call.</b> We have not compared ASAP and USAHello with the Russian lists yet. Nor do we know whether they have pages in Russian and take new people.
        • <a href="https://asaptogether.org">ASAP</a>, a project that helps asylum seekers: plain, dated pages on fees, detention and new rules.
        • <a href="https://usahello.org">USAHello</a>: information for newcomers in several languages.
        • Citizenship and Immigration Services (USCIS): 800-375-5283.
        • Hearing date in immigration court: <a href="https://acis.eoir.justice.gov">acis.eoir.justice.gov</a> or 1-800-898-7180, menu in English and Spanish. Entries can be wrong: read the court's letters too.

        <b>Signs of fraud</b> (our advice, not an extract from the law)
        • they promise approval or a "sure" work permit (EAD);
        • they ask you to sign blank forms;
        • they give no receipt, they keep your originals;
        • they offer to invent a story.

        <b>Seminars.</b> The free seminars of JurisQ Legal Network with attorney Yakov Spektor are in Russian and English; for the dates: /seminars. Neither a seminar nor this bot replaces a talk with a lawyer about your own case.
    .unconfirmed =
        In a removal case you may have a lawyer, but the government does not pay for one.

        A lawyer's licence is checked with the bar of the lawyer's state (state bar), which also takes complaints.

        An invented story is a crime and ends the case for good.
    .synonyms =
        lawyer, attorney, legal help, pro bono, free lawyer, nonprofit, scam, fraud, notario, paralegal,
        accredited representative, legal aid, consultation
    .samples =
        How do I find an asylum lawyer
        where can I get free legal help
        my lawyer took the money and vanished
        how to check a lawyer's licence
        can I do it without a lawyer
        how much does a lawyer charge
        they offer to sell me a story
        I want to change my attorney
        Russian speaking attorney
        someone promises guaranteed approval
        where to report immigration fraud
        I have no money for a lawyer, who can help
        a man at the market offers to fill in everything
        my lawyer does not answer my calls
        I need somebody who speaks Russian
        how do I know he is a real lawyer
        he takes cash and gives no receipt
        can you represent me
