# Facts: EC-10, FS-4, FS-5, FS-7, LH-7, AP-1..11, OY-1, OY-2, OY-5, LH-1, RU-13, OP-4, FE-2, FE-6, IC-4

faq-application-and-evidence = Form I-589 and evidence
    .button = Form I-589 and evidence
    .short =
        Form I-589 is the foundation of the case: write the truth in detail, fill in everything, translate papers not in English.
        An incomplete form is sent back and the fee kept; the deadline runs on.
        An application with a bad signature may be sent back or denied.
        Now: collect evidence, do not publish it, and show a lawyer the form before filing.
    .details =
        <b>Where to file.</b> If there is no court case, with Citizenship and Immigration Services (USCIS), online or by post. If an immigration court is already deciding whether to remove you, with that court. The same form asks for two narrower kinds of protection: withholding of removal and protection under the Convention Against Torture.

        <b>Deadline.</b> One year from the day of arrival; exceptions have to be proved. What counts is the day the application reaches USCIS or the court, not the day it is sent. A form that is sent back does not stop the deadline.

        <b>Fee.</b> At USCIS 100 dollars in 2026. In court it was the same before 1 October 2026; look up today's sum before you file. You pay on the <a href="https://epay.eoir.justice.gov">court's site</a> and add the proof.

        <b>How to pay USCIS.</b> Since 28 October 2025 no paper payments are taken: a card (form G-1450) or an account in a US bank (G-1650); form G-1651 is for exemptions.

        <b>Complete from the start.</b> USCIS sends an incomplete form back and does not return the fee. A court may decide that you have given the application up. A judge may also refuse without a hearing if what is written, even taken as true, is not enough in law.

        <b>Signature.</b> By hand, or electronic in USCIS's own system. Since 10 July 2026, if a bad signature is found after the form was accepted, the application may be sent back or denied and the fee kept.

        <b>What people usually add</b>
        • a detailed signed account of your own;
        • identity documents, military ID, summons;
        • medical and police papers, messages;
        • letters from witnesses, reports on the country, an expert's opinion.
        The form also asks for social-media names of about five years: they are part of the application.

        <b>What to do now</b>
        • Guard the originals, and keep copies of everything you file. Do not publish these papers: in Russia they can be dangerous.
        • Find a translator: a full translation with a signed certificate is needed.
        • Before you file, show the form to a lawyer or an accredited representative: <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of free help</a>.
    .changing =
        The USCIS fees for 2027 are unknown to us. Under a rule of 11 August 2026 USCIS may make online filing compulsory; at that time it was not yet. The rules of August 2026 under which it may deny without asking for evidence do not, as far as we know, cover asylum.

        The US State Department's human-rights report usually weighs heavily in a case.
    .unconfirmed =
        A knowingly false asylum application takes away for ever the right to any status and any permit.

        The form names the spouse and all children, wherever they live.

        Proof of your views, faith or conscience from before the call-up matters.

        The home country is not told of the application, except in some cases.
    .synonyms =
        application, I-589, form 589, evidence, declaration, affidavit, personal statement, translation,
        certified translation, apostille, receipt notice, rejected form, mistake in the form, FOIA,
        country reports, lockbox
    .samples =
        How to fill in form I-589
        what evidence do I need
        where do I send the application
        my application was returned
        do translations have to be certified
        I made a mistake in my form
        I have no documents
        can I add evidence later
        how to write my personal statement
        do they accept screenshots
        can I file online
        no receipt notice yet
        must I list my social media accounts
        who can write a supporting letter
        I deleted everything from my phone, how can I prove it
        my papers are in Russian, who may translate them
        the package came back to me
        I sent it but got no confirmation
        I want to add new papers to my case
        what do I write about my relatives
        do I need a letter from a doctor
        how many copies do I mail
        how do I get a copy of my own file
        will they believe me without papers
        my witnesses are afraid to write
        what do I attach to the form
        do they take photos and videos
        I forgot to sign a page
        which address does the packet go to
        do I have to tell everything from childhood on
        the video was taken down, what can replace it
        is a news article a proof
        can I fill it in by hand
        I left out something important, how do I correct it
