# Facts: FS-5, EC-6, BA-1, BA-2, TC-1..4, TC-6, PE-6, LH-7

faq-third-countries = Other countries on your way: transit, residence, second citizenship
    .button = Other countries on your way
    .short =
        Asylum is not given to a person firmly resettled in another country before the US; whether your life there counts, a lawyer can say.
        A second citizenship matters too, and an applicant may be sent to another country to ask there, or removed there.
        Now: list for a lawyer every country where you lived, could stay or hold citizenship; keep papers.
    .details =
        <b>If you were firmly resettled in another country.</b> Asylum is not given to a person who was firmly resettled in a third country before arriving in the US. Whether your life there counts as that, only a lawyer can say.

        <b>What counts as firm resettlement.</b> What is looked at is whether the person was offered to stay there for good. Around the end of 2025 the Board of Immigration Appeals (BIA) counted rights under a treaty of Nepal and India as firm resettlement: to live, work and own property (Matter of L-T-A-). What this means for Russians who lived in other countries with a residence permit or under treaties with Russia, we do not know.

        <b>Entries of 2023–2025.</b> A rule of 2023, "Circumvention of Lawful Pathways", concerns people who entered over the US southwest border from 11 May 2023 to 11 May 2025. It is presumed that they are not eligible for asylum; the opposite is for them to prove.

        <b>The US and Canada.</b> A person who asks for protection at the land border of these two countries is normally returned to the one he or she came from. There are exceptions, also for family.

        <b>Agreements on sending applicants elsewhere.</b> The Department of Homeland Security may ask the judge to end a case and send the person to ask for protection in a country with which there is an agreement. Around the end of October 2025 the Board decided: the judge does not test whether the procedure there is fair and asks for no proof that the person will be accepted (Matter of C-I-G-M- &amp; L-V-S-G-). In 2025–2026 Guatemala, Honduras and Ecuador were named. The texts are mostly unpublished; whether they reach Russians has to be found out for each one.

        <b>Removal to a third country.</b> People have also been removed to countries that were never named in their case: about 300 people by February 2026, according to a report in the Senate. In February 2025 Russians were among about 200 people flown to Costa Rica. This is before the courts (D.V.D. v. DHS).

        <b>What to do</b>
        • Write down every country for your lawyer: when you were there, on what document, whether you could have stayed, why you left.
        • Keep visas, residence permits, refusals and stamps.
        • Hide nothing and embellish nothing.
        • If another country is named in your case, call a lawyer at once.
    .unconfirmed =
        A person with two citizenships may be given asylum only on fearing persecution in each of those countries; courts differ here.

        Since 25 March 2023 people who crossed the Canadian border outside a port of entry no more than 14 days ago are normally returned too when they ask for protection.

        There are agreements with other countries too: instead of protection in the US a person may be sent to ask for it there.
    .synonyms =
        third country, transit, firm resettlement, dual citizenship, second passport, residence permit,
        safe third country, cooperative agreement, Uganda, Honduras, Costa Rica
    .samples =
        I lived in another country before coming
        I have two passports
        I passed through several countries
        firm resettlement question
        can they send me to a third country
        I had a residence permit in Turkey
        dual national of Israel and Russia
        asylum cooperative agreement motion in court
        do I have to ask for asylum in the first country
        I worked in Kazakhstan for three years before America
        can they put me on a plane to some other country
        I also hold the passport of another state
        I had a permit to live in Spain
        why did you not stay where you were safe, they will ask
