# Facts: AA-1..7, WP-10, FA-1, FA-2, AP-3, FE-8, RU-10, WT-4, VI-5

faq-after-approval = After approval: green card, travel, passport
    .button = After approval
    .short = A green card needs a year in the US after asylum was granted. Do not travel to Russia or use a Russian passport without talking to a lawyer. It can be read as going back under Russia's protection, and asylum can be lost.
    .details =
        <b>Work.</b> You may work by the status itself; the permit card (EAD, category (a)(5)) only proves it.

        <b>Family.</b> Form I-730 is filed for your spouse and your unmarried children under 21. You have two years for it from the day of approval.

        <b>Green card.</b> You need one year of physical presence in the US after asylum was granted. Under a rule of 2 February 2023 it must be complete by the day when Citizenship and Immigration Services (USCIS) decides form I-485. Since 18 September 2026 only the edition of this form dated 09/18/26 is accepted. The form asks for social-media names of about the last five years. For the fee see <a href="https://www.uscis.gov/g-1055">uscis.gov/g-1055</a>.

        <b>Travel.</b> People granted asylum travel on a refugee travel document (form I-131); it is valid for one year. A trip to Russia or the use of a Russian passport can be read as going back under Russia's protection. This stays dangerous even after the green card. Talk to a lawyer before any trip.

        <b>Russian passport and consulate.</b> An exit ban, a criminal case or a summons in the register are reasons to refuse a Russian passport for travel abroad, at a consulate too. This is as known in 2023–2024 and may have changed. Before you turn to a consulate, talk to a lawyer: your safety matters, and so does the effect on your case.

        <b>How asylum is lost.</b> It can be ended if conditions at home have changed fundamentally, because of a crime, or if the person has voluntarily gone back under the protection of their country.

        <b>If the case is not decided yet.</b> Whoever leaves without permission to return (advance parole) is usually taken to have given up the application; whoever returns to Russia is, even with it. Since 13 August 2026 a trip with that permission also counts as a "departure" for the bars that follow unlawful presence (Matter of Delcarmen-Lara).
    .uncertain =
        A memorandum of 21–22 May 2026 (PM-602-0199) made the ordinary granting of green cards inside the country an exception. People granted asylum go by another section of the law, but we have not confirmed yet that the memorandum leaves them alone. Whether someone whose asylum was ended can still get a green card is before the Supreme Court (Wassily v. Blanche, as of 27 July 2026).

        On 14 August 2026 a court of appeals temporarily brought back the review of already approved cases of citizens of 39 countries. As far as we know, Russia was not on the list that took effect on 1 January 2026, but the list is reviewed every 180 days. We have seen nothing after 21 August 2026.

        On travel we read a USCIS fact sheet of 2006. Not yet confirmed against the official text: how turning to a consulate affects a case. Nor have we confirmed that people granted asylum are not checked for whether they might come to live on benefits (public charge).
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
