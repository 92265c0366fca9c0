# Facts: WA-1..7, FS-2, PE-2, PE-4, OP-4, EC-10, OY-1, OY-2, BA-1, BA-2, FS-5

faq-what-is-asylum = What asylum in the US is
    .button = What asylum in the US is
    .short = Asylum is protection for a person who is threatened at home with persecution on one of the five grounds named in the law. It is asked for when already in the US or on arrival there. The law gives a right to ask for asylum, but does not promise that it will be given.
    .details =
        <b>Who is protected.</b> A person who cannot or does not want to return home because of past persecution there or a well-founded fear of it. The reason must be one of five: race, religion, nationality, membership in a particular social group or political opinion.

        <b>"Political" asylum.</b> That is how people say it in everyday speech, but US law has one asylum. Political opinion is only one of the five grounds.

        <b>Where it is asked for.</b> By law a person who is in the US or arrives there may apply, at a port of entry or not, whatever the status. The exceptions are named in the same law. Embassies and consulates do not take applications. On 25 June 2026 the US Supreme Court held that someone still standing on the Mexican side has not arrived in the US. At the southern border a presidential proclamation limits the way to asylum (as of 27 July 2026; it may have changed).

        <b>Asylum and refugee status.</b> These are different things. Asylum is asked for in the US or on arrival. Refugee status is processed abroad, under a separate admission programme. It has been suspended since 20 January 2025, and this is before the courts (as of 27 July 2026; it may have changed).

        <b>Two ways</b>
        • No removal case in court: the application is filed with Citizenship and Immigration Services (USCIS).
        • A removal case is already in immigration court (EOIR): asylum is asked for before an immigration judge, as a defence to removal.
        The form is the same, I-589. It also asks for two narrower kinds of protection: withholding of removal and protection under the Convention Against Torture. The form must be complete from the first day: a judge may refuse on the papers, without a hearing.

        <b>A right to ask is not a right to receive.</b> Even a person who meets all the conditions can be refused: the decision is left to the discretion of the officer or judge. The law also gives one year from the day of arrival to file (there are exceptions), and names those who are not given asylum. Before you file, talk to a lawyer or an accredited representative.
    .uncertain =
        Not yet confirmed against the official text: an application that has been filed gives no lawful status by itself and does not prevent the arrest of a person who has no status. Also not confirmed: that a private person cannot apply to the refugee admission programme alone.

        The southern border and the admission of refugees are being fought over in court. We have seen nothing after 21 August 2026.
    .synonyms =
        asylum, political asylum, refugee status, asylee, affirmative, defensive, five grounds
    .samples =
        What exactly is asylum
        difference between a refugee and an asylee
        affirmative versus defensive asylum
        Is asylum permanent or temporary?
        what does political asylum mean
        am I in status while my application is pending
        explain asylum in simple words
        can anyone in the US ask for protection
        is it guaranteed by law
        is it the same as being a refugee
        who decides, an officer or a judge
        do they give protection forever
        I am already here, can I still ask America for protection
        applying on my own or in front of a judge, what is the difference
        is it a kind of visa
