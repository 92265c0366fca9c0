# Facts: WA-1..7, FS-2, FS-5, PE-2, PE-4, OP-4, EC-10, BA-1, BA-2, OY-1, OY-2

faq-what-is-asylum = What asylum in the US is
    .button = What asylum in the US is
    .short =
        Asylum protects those who suffered persecution at home or have a well-founded fear of it.
        The reason must be one of the law's five grounds.
        Embassies take no applications; at the border all depends on the rules of the day.
        Even a person who meets the conditions can be refused.
        Now: open "First steps" and talk to a lawyer before you file.
    .details =
        <b>Five grounds.</b> Race, religion, nationality, membership in a particular social group, political opinion. "Political" asylum is only a way of speaking: US law has one asylum, and political opinion is just one of the five grounds.

        <b>Where it is not asked for.</b> US embassies and consulates do not take applications. Someone still standing on the Mexican side of the border has not arrived in the US: so the US Supreme Court held on 25 June 2026.

        <b>Where it is asked for.</b> By law a person who is in the US or arrives there may apply, at a port of entry or not, whatever the status; the exceptions are named there too. But on 27 July 2026 a bar on asylum operated at the southern border under a presidential proclamation. Only withholding of removal and protection under the Convention Against Torture were considered.

        <b>Refugee status is something else.</b> Asylum is asked for in the US or on arrival; refugee status is processed abroad, under an admission programme. It has been suspended since 20 January 2025; this is before the courts (Pacito v. Trump).

        <b>Two ways</b>
        • No removal case in court: the application is filed with Citizenship and Immigration Services (USCIS).
        • A removal case is already in immigration court (EOIR): asylum is asked for before an immigration judge, as a defence to removal.
        The form is the same, I-589. It also asks for withholding of removal and for protection under the Convention Against Torture. Fill it in completely from the first day: if what is written is not enough in law, a judge may refuse without a hearing.

        <b>A right to ask is not a right to receive.</b> Even a person who meets all the conditions can be refused: the decision is left to the discretion of the USCIS employee or the judge. The law also names those who are not given asylum.

        <b>What to do now</b>
        • If you are in the US, count one year from the day you arrived: that is the time to file. There are exceptions, and they have to be proved.
        • Before you file, talk to a lawyer or an accredited representative.
    .changing =
        On 24 April 2026 a court of appeals held that the proclamation cannot suspend the right to asylum. Because of a partial stay the bar at the border operated all the same.
    .unconfirmed =
        An application that has been filed gives no lawful status by itself and does not prevent the arrest of a person who has no status.

        A private person cannot apply to the refugee admission programme alone.
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
