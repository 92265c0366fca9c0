# Facts: FS-5, PE-1, PE-4, PE-7, IE-3, DT-1..4, DT-6..11, ID-8, PR-3, LH-1, IC-2, IC-13

faq-detention-and-release = Detention and release
    .button = Detention and release
    .short =
        People who arrive at a port of entry are normally held, without bond.
        Whether others can ask a judge for bond depends on the rules of the day.
        Those who entered without inspection can ask for bond in some states, not in others.
        Now: sign nothing you do not understand, ask for an interpreter and a lawyer; family: find a lawyer where they are held.
    .details =
        <b>Who is held.</b> The Department of Homeland Security may release people who arrive at a port of entry, at its discretion (parole). Since the middle of 2024 many Russians have been held until the end of the case, sometimes with reference to "security".

        <b>Removal without a judge.</b> In the whole country it threatens people who entered without inspection and cannot prove two years in the US. A person who arrives without proper papers and says that he or she fears return should be referred to a credible-fear interview instead of instant removal. At the southern border only claims to narrower protection were screened.

        <b>Bond</b> is money for which a judge lets a person wait for court in freedom. Under decisions of the Board of Immigration Appeals (BIA) of 2025 those who entered without inspection may not ask for it (Matter of Q. Li, Matter of Yajure Hurtado).

        <b>Federal courts are split</b>
        • Bond can be asked for in the 2nd, 6th, 7th and 11th circuits and, by one source, in the 3rd.
        • Not in the 5th and 8th. But on 2 July 2026 judges in the 5th circuit, too, required a hearing within 90 days.
        • In California a nationwide action was won (18 December 2025, 18 February 2026), but judges elsewhere did not follow.
        A circuit is several states, listed at the end of this answer. Ask the lawyer about a federal court, too.

        <b>Arrests at courts.</b> On 18 May 2026 a court stayed the rules on them for Manhattan, in June a court in California struck them down nationwide; that can be appealed. Arrests at ICE check-ins go on.

        <b>Hearings and check-ins.</b> Not coming is no way out, even if you fear arrest: missing a hearing brings a removal order. Talk to a lawyer beforehand. Hearing dates change, sometimes to earlier ones. Check them and read every notice from the court.

        <b>If you are detained.</b> Ask for an interpreter and a lawyer, and sign nothing you do not understand. Ask your family to find a lawyer, first in the <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of free help</a>.

        <b>If someone close to you is detained</b>
        • Immigration and Customs Enforcement (ICE) has an online search for detained people.
        • A court case is found by A-number (in immigration papers, beginning with the letter A) at <a href="https://acis.eoir.justice.gov">acis.eoir.justice.gov</a> or on 1-800-898-7180 (menu in English and Spanish). Bond is not shown there.
        • Collect papers for the lawyer: how long the person has lived in the US, whether an asylum application is pending.
        • Write no names or numbers in this chat.
    .changing =
        On 26 June 2026 the government took the question of bond to the Supreme Court; a case on long detention is before that court too (Genalo v. Black). Ask a lawyer whether there is a decision.
    .unconfirmed =
        Which circuit is where. Bond could be asked for: 2nd (Connecticut, New York, Vermont), 6th (Kentucky, Michigan, Ohio, Tennessee), 7th (Illinois, Indiana, Wisconsin), 11th (Alabama, Florida, Georgia), perhaps 3rd (Delaware, New Jersey, Pennsylvania). It could not: 5th (Louisiana, Mississippi, Texas), 8th (Arkansas, Iowa, Minnesota, Missouri, Nebraska, North and South Dakota).

        The decisions on bond concern people who were not admitted. A person who entered on a visa and lost status may ask for bond unless a crime stands in the way.

        The address of the search for detained people: <a href="https://locator.ice.gov">locator.ice.gov</a>.

        When a Russian is detained, the US has to tell the Russian consulate, but must not disclose the asylum claim. Talk to a lawyer about this.
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
