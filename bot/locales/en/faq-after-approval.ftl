# Facts: AA-1..8, FA-1, FA-2, FS-5, WP-10, AP-3, RU-10, FE-8, WT-4, VI-5

faq-after-approval = After approval: green card, travel, passport
    .button = After approval
    .short =
        A green card needs a year of physical presence in the US after approval.
        A trip to Russia or use of its passport can be read as going back under its protection, even with a green card.
        Whoever goes back under the protection of their country can lose asylum.
        Now: family abroad? Do not lose the two years for form I-730; before any trip ask a lawyer.
    .details =
        <b>Work.</b> You may work by the status itself; the permit card (EAD, category (a)(5)) only proves it.

        <b>Family.</b> Form I-730 is filed for your spouse and your unmarried children under 21. You have two years for it from the day of approval.

        <b>Green card.</b> Under a rule in force since 2 February 2023 the year of presence must be complete by the day when Citizenship and Immigration Services (USCIS) decides form I-485. The form asks for social-media names of about five years.

        <b>The edition.</b> Since 18 September 2026 only form I-485 dated 09/18/26 is accepted.

        <b>Travel.</b> People granted asylum travel on a refugee travel document (form I-131); it is valid for one year. A trip to Russia and the use of a Russian passport can be read as giving up protection, after the green card too.

        <b>Russian passport.</b> An exit ban, a criminal case or a summons in the register are reasons to refuse a Russian passport for travel abroad, at a consulate too (as known in 2023–2024).

        <b>How asylum is lost.</b> It can be ended if conditions at home have changed fundamentally, because of a crime, or if the person has voluntarily gone back under the protection of their country.

        <b>If the case is not decided yet.</b> On 13 August 2026 the Board of Immigration Appeals (BIA) decided: a trip with permission to return (advance parole) also counts as a "departure" for the bars that follow unlawful presence (Matter of Delcarmen-Lara).

        <b>What to do now</b>
        • Write down the day of approval: the two years for form I-730 run from it.
        • Look up the fees at <a href="https://www.uscis.gov/g-1055">uscis.gov/g-1055</a> and the edition of the form on the USCIS site.
        • Before you go abroad, renew a Russian passport or turn to a consulate, talk to a lawyer.
    .changing =
        A USCIS memorandum of 21–22 May 2026 (PM-602-0199) made the ordinary granting of green cards inside the country an exception. People granted asylum go by another section of the law; whether it reaches them, we do not know. Whether someone whose asylum was ended can get one is for the Supreme Court (Wassily v. Blanche).

        On 14 August 2026 a court of appeals temporarily brought back the review of approved cases of citizens of 39 countries. As far as we know, Russia was not on the list, but it is reviewed every 180 days.
    .unconfirmed =
        Before you renew a Russian passport or turn to a consulate, a lawyer is needed: both the case and your safety are at stake.

        If the case is not decided yet: leaving without permission to return (advance parole) usually counts as giving up the application; returning to Russia does, even with it.

        Form I-730 is free.

        People granted asylum are not checked for whether they might come to live on benefits (public charge).
    .synonyms =
        after approval, green card, I-485, travel document, advance parole, I-131, travel abroad, visit Russia,
        citizenship, naturalization, Russian passport, asylum granted, Russian consulate
    .samples =
        My asylum was granted, what next
        when can I apply for a green card
        can I travel to Russia after asylum
        how to get a refugee travel document
        can I leave the US while pending
        can I renew my Russian passport
        when can I become a citizen
        can they take asylum away
        is advance parole safe
        benefits for asylees
        I won my case
        I was approved, what now
        can I visit home now
        my passport is expiring, may I go to the consulate
        do I get a document to travel
        can I get benefits now
        how many years to citizenship
        I want to meet my parents in another country
        can I leave the US while my case is open
        can they take the status away later
        may I fly to another state
        the judge granted it, what rights do I have now
        how do I get a travel document instead of a passport
        can I fly to Turkey to see my family
        what if I go to Russia for a funeral
        what do I file a year after the decision
        may I go abroad while I wait for an answer
        can an approved person lose it by going home
        is it safe to renew my Russian passport
