# Facts: FS-5, EC-10, SD-1..3, OY-2, OY-4, BA-1, TC-6, OP-1..5, PE-4, PE-6, FA-6, LH-1

faq-other-protection = If not asylum: withholding of removal and the Convention Against Torture
    .button = Protection other than asylum
    .short =
        If asylum is not given, there are two narrower kinds of protection: withholding of removal and protection under the Convention Against Torture.
        The same Form I-589 asks for them.
        They are weaker than asylum and do not stop removal to a third country.
        Now: ask a lawyer what to ask for in your case, and complete the form fully.
    .details =
        <b>When they come up.</b> When something stands in the way of asylum: one of the bars, a missed deadline, or entry over the southwest border from 11 May 2023 to 11 May 2025. Such entries fall under the rule "Circumvention of Lawful Pathways": it is presumed that these people are not eligible for asylum, and the opposite is for them to prove.

        <b>The southern border.</b> A presidential proclamation of 20 January 2025 shut the way to asylum there. On 27 July 2026 this bar operated: only claims to withholding of removal and on torture were screened.

        <b>Withholding of removal.</b> As far as we know, a person is not returned to a country where persecution threatens on one of the five grounds: race, religion, nationality, a particular social group, political opinion. More has to be proved than for asylum.

        <b>Convention Against Torture.</b> As far as we know, it protects from being returned to a place where torture threatens and the authorities stand behind it. In 2025 the Board of Immigration Appeals (BIA) decided that it is not enough that the authorities cannot or will not protect: their acquiescence is needed (Matter of O-A-R-G-).

        <b>Bars.</b> Persecution of others, serious crimes and danger to US security also close withholding of removal. Deferral of removal under the Convention Against Torture can be given even to a person who took part in persecution.

        <b>Coercion.</b> Since 22 October 2025 it does not excuse a part in persecution (Matter of Negusie).

        <b>Removal to a third country.</b> By February 2026 about 300 people had been sent to countries never named in their case, according to a report in the Senate. In February 2025 Russians were among about 200 flown to Costa Rica. This is before the courts.

        <b>What to do</b>
        • Ask a lawyer or an accredited representative which kinds of protection to ask for. Look for free help in the <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of the US Department of Justice</a>.
        • Complete the I-589 fully: if what is written is not enough in law, a judge may refuse without a hearing.
        • Collect evidence in the same way as for asylum.
        • If you have already been given such protection, do not miss an appointment, and do not leave the US without asking a lawyer.
    .changing =
        A rule proposed on 5 June 2026 would narrow the right to a work permit (EAD) for people who live under supervision with a final removal order. That would touch some people protected under the Convention Against Torture too. Whether it has been adopted we do not know.
    .unconfirmed =
        Withholding of removal is mandatory if a threat to life or freedom on one of the five grounds is more likely than not.

        Under the Convention Against Torture one has to show that torture by officials, or with their consent or acquiescence, is more likely than not; no link to the five grounds is needed.

        There is no one-year deadline for these two kinds of protection.

        They can be asked for, although neither leads to a green card or covers the family.
    .synonyms =
        withholding of removal, withholding, Convention Against Torture, CAT, deferral of removal,
        other protection
    .samples =
        What is withholding of removal
        what does CAT give me
        only got withholding instead of asylum
        can I get a green card with withholding
        is there anything else if asylum is refused
        standard of proof for torture convention
        does CAT cover my family
        can I travel with withholding
        they will torture me at home, but I applied too late
        what is left if asylum is closed to me
        protection without a green card
        can I bring my children with this weaker protection
        is there a fallback if they do not give asylum
        what does protection from torture give me
