# Facts: DT-1..10, PE-7, IC-2, IC-5, IC-6, IC-13, ID-7, LH-1, PR-3

faq-detention-and-release = Detention and release
    .button = Detention and release
    .short = People who arrive at the border or entered without inspection are often held until the end of the case. Whether a judge can be asked for bond now depends on how they entered and on the state where they are held. If detained, do not sign what you do not understand; ask for an interpreter and a lawyer.
    .details =
        <b>Who is held.</b> People who arrive at a port of entry are normally detained. The Department of Homeland Security may release them at its discretion (parole); there is no bond for them. Since the middle of 2024 many Russians have been held until the end of the case, sometimes with reference to "security". On 11 July 2026 Immigration and Customs Enforcement (ICE) held 65,765 people.

        <b>Bond.</b> This is money against which a judge lets a person wait for the hearing in freedom. Under decisions of the Board of Immigration Appeals (BIA) of 2025 people who entered without inspection may not ask a judge for it (Matter of Q. Li, Matter of Yajure Hurtado).

        <b>Federal courts are split</b> (as of 27 July 2026; it may have changed)
        • Bond can be asked for in the 2nd, 6th, 7th and 11th circuits and, by one source, in the 3rd.
        • Not in the 5th and 8th. But on 2 July 2026 judges in the 5th circuit, too, required a hearing within 90 days.
        • In California a class action on behalf of people all over the country was won (rulings of 18 December 2025 and 18 February 2026). Judges elsewhere did not follow these rulings.
        • On 26 June 2026 the government went to the Supreme Court.
        A circuit is several states. What applies where a person is held, a lawyer will tell you. Ask also whether a federal court can be turned to.

        <b>Arrests at courts.</b> The rules on them are challenged. On 18 May 2026 a court stayed these rules for Manhattan. In June 2026 a court in California struck them down for the whole country, and that can be appealed. Arrests at ICE check-ins go on (as of 27 July 2026; it may have changed). Not coming to a hearing is no way out: it brings a removal order. Talk to a lawyer before a hearing or a check-in.

        <b>If you are detained</b>
        • Do not sign what you do not understand.
        • Ask for an interpreter and a lawyer.
        • Ask your family to find a lawyer, first of all in the <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of free help</a>: in court a lawyer is at your own cost.
        • <a href="https://asaptogether.org/en/detention">ASAP</a> writes plainly about rights in detention.

        <b>If someone close to you is detained.</b> ICE has an online search for detained people. A court case is found by A-number (a personal number in immigration papers, beginning with the letter A) at <a href="https://acis.eoir.justice.gov">acis.eoir.justice.gov</a> or on 1-800-898-7180 (menu in English and Spanish). Bond is not shown there. Write no names or numbers in this chat.
    .uncertain =
        Bond and arrests are before the courts; a decision of the Supreme Court on bond may already be out. A case on long detention is before that court too (Genalo v. Black). On the cases themselves we have seen nothing after 27 July 2026, on everything else nothing after 21 August 2026.

        Not yet confirmed against the official text:
        • the decisions on bond concern people who were not officially admitted;
        • a person who entered on a visa and lost status may ask for bond unless a crime stands in the way;
        • the address of the search for detained people is <a href="https://locator.ice.gov">locator.ice.gov</a>.
        Also not confirmed: whether the Russian consulate is told when a Russian is detained, and whether the asylum claim is kept from it. Ask a lawyer about this.
    .synonyms =
        detention, detained, ICE, bond, sponsor, ankle monitor, check-in, parole, habeas, locate a detainee,
        raid, arrested by immigration, release, immigration jail
    .samples =
        My husband was detained by ICE
        how to find someone in detention
        can he get out on bond
        bond was denied
        what to do if ICE comes to my door
        I have a check-in with ICE and I am scared
        who can be a sponsor
        how long do they keep people
        what is habeas corpus
        can they arrest me at the courthouse
        ankle bracelet removal
        is it safe to fly domestically
        they took my husband at his appointment
        I do not know where they are holding my brother
        when will they let him go
        how much money does it take to get him out
        I wear a bracelet on my ankle
        agents are at my door, must I open
        who can vouch for me
        what are my rights if they stop me
        they took my son away, how do I learn where
        he has been inside for half a year, is that legal
        I check in every month, can they keep me there
        bond was refused, can we ask again
        they want somebody with papers to receive him
        what do I do if I am stopped in the street
        can I call a family member from there
