# Facts: OP-1..5, TC-6, PE-4, OY-2, OY-4, BA-1, SD-1..3, FS-5, LH-1, EC-10, FA-6

faq-other-protection = If not asylum: withholding of removal and the Convention Against Torture
    .button = Protection other than asylum
    .short = There are two narrower kinds of protection: withholding of removal and protection under the Convention Against Torture. The same form I-589 asks for them. They are weaker than asylum: a person can still be removed to a third country. We are still comparing the conditions with the official text, so ask a lawyer first.
    .details =
        <b>When they come up.</b> When something stands in the way of asylum: one of the bars applies, the entry was over the southern border, and perhaps also when the one-year deadline has passed. As of 27 July 2026 asylum could not be asked for at the southern border, but claims to withholding of removal and on torture were screened. This may have changed since.

        <b>Withholding of removal.</b> As far as we know, a person is not returned to a country where persecution threatens on one of the five grounds: race, religion, nationality, a particular social group, political opinion. More has to be proved than for asylum. This is not yet confirmed against the official text; more on it below.

        <b>Convention Against Torture.</b> As far as we know, it protects from being returned to a place where torture threatens and the authorities stand behind it. In 2025 the Board of Immigration Appeals (BIA) decided that it is not enough that the authorities cannot or will not protect: their acquiescence is needed (Matter of O-A-R-G-).

        <b>Bars.</b> Persecution of others, serious crimes and danger to US security also rule out withholding of removal. Since 22 October 2025 coercion is no excuse (Matter of Negusie). But deferral of removal under the Convention Against Torture can be given even to a person under the persecutor bar.

        <b>What this protection does not give.</b> It does not save a person from removal to a third country. By February 2026 about 300 people had been removed to countries never named in their case, according to a report in the Senate; in February 2025 Russians were among about 200 flown to Costa Rica. This is before the courts (as of 13 May 2026; it may have changed).

        <b>What to do now</b>
        • Ask a lawyer or an accredited representative which kinds of protection to ask for in your case. Look for free help in the <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of the US Department of Justice</a>.
        • Complete the I-589 fully: a judge may refuse on the papers, without a hearing.
        • Collect evidence in the same way as for asylum.
        • If you have already been given such protection, do not miss an appointment, and do not leave the US without asking a lawyer.
    .uncertain =
        Not yet confirmed against the official text:
        • withholding of removal is mandatory if a threat to life or freedom on one of the five grounds is more likely than not;
        • under the Convention Against Torture one has to show that torture by officials or with their consent is more likely than not;
        • no link to one of the five grounds is needed for that;
        • there is no one-year deadline;
        • neither leads to a green card or covers the family.

        A rule proposed on 5 June 2026 concerns people who already have a final removal order and live under supervision. Not all of them would get a work permit (EAD) any more. That would touch some people protected under the Convention Against Torture too. Whether it has become final we do not know: we have seen nothing after 21 August 2026.
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
