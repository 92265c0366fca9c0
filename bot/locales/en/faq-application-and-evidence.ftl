# Facts: AP-1..11, EC-10, FS-4, FS-5, FS-7, LH-1, OY-1, OY-2, OY-5, OP-4, FE-2, FE-6, IC-4, WT-7, RU-13

faq-application-and-evidence = Form I-589 and evidence
    .button = Form I-589 and evidence
    .short = Form I-589 is the foundation of the whole case. Write the truth, in detail and consistently, fill in everything and sign it yourself. Add a translation to papers not in English. An incomplete form can be sent back and the fee kept, while the deadline runs on.
    .details =
        <b>Where to file.</b> If there is no court case, with Citizenship and Immigration Services (USCIS), online or by post. If an immigration court is already deciding whether to remove you, with that court. The same form asks for asylum and for two narrower kinds of protection: withholding of removal and protection under the Convention Against Torture.

        <b>Deadline.</b> One year from the day of arrival; exceptions have to be proved. What counts is the day the application is received, not the day it is sent. A form that is sent back does not stop the deadline.

        <b>Fee.</b> 100 dollars, according to figures for 2026. Since 28 October 2025 USCIS takes no paper payments: you pay by card (form G-1450) or from an account in a US bank (G-1650); form G-1651 is for exemptions. In court you pay on the <a href="https://epay.eoir.justice.gov">court's site</a> and add the proof.

        <b>Complete from the start.</b> USCIS sends an incomplete form back and does not return the fee. A court may decide that you have given the application up. A judge may also refuse without a hearing if what is written, even taken as true, is not enough in law. So the application must be complete from the first day.

        <b>Signature.</b> By hand, or electronic in USCIS's own system. Since 10 July 2026, if a bad signature is found after the form was accepted, the application may be sent back or denied and the fee kept.

        <b>Social media.</b> Form I-589 asks for your social-media names of about the last five years (as of 27 July 2026). Your signature stands under these answers too.

        <b>What people usually add</b>
        • a detailed account of your own, signed by you;
        • identity documents, military ID, summons;
        • medical and police papers, messages;
        • letters from witnesses;
        • reports on the country; in practice the US State Department's report weighs heavily (a source without an exact date, this may have changed);
        • an expert's opinion.

        <b>Translation, originals, copies.</b> Each paper not in English needs a full translation with the translator's signed certificate. Guard the originals, and keep copies of everything you file. The same papers can be dangerous in Russia: collect them, but do not publish them.

        <b>Before you file,</b> show the application to a lawyer or an accredited representative: <a href="https://www.justice.gov/eoir/list-pro-bono-legal-service-providers">list of free help</a>.
    .uncertain =
        The rules on the fee, the signature and the form change; we have seen nothing after 21 August 2026. We do not know the fees for 2027, nor what the court charges for filing since 1 October 2026. Under a rule of 11 August 2026 USCIS may make online filing compulsory, but at that time it was not yet. A policy of August 2026 that lets USCIS deny without asking for more evidence does not, as far as we know, cover asylum.

        Not yet confirmed against the official text: the form names the spouse and all children, wherever they live; proof of your views, faith or conscience from before the call-up matters; the home country is not told of the application, except in some cases; a knowingly false application takes away all immigration benefits for ever.
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
