# What the search knows beside the answers: screens, and what it refuses. Synonyms stand with commas, samples one a line.

search-seminars = Seminars
    .synonyms =
        seminar, webinar, lecture, live stream, broadcast, Zoom, recording, schedule, slides, Spektor, YouTube,
        reminder, sign up, JurisQ
    .samples =
        When is the next seminar
        where is the recording
        how do I sign up for the webinar
        send me the link
        what language is the seminar in
        is the seminar free
        what time does it start
        can I get the slides
        remind me about the lecture
        I missed the webinar
        do I need a camera
        when do you speak next
        where can I watch it if I could not come
        tell me when the next meeting is
        do I have to pay for it

search-whats-new = What changed
    .synonyms =
        news, what's new, changes, latest, new rules, Trump, executive order, updates, recent
    .samples =
        What is new in asylum law
        latest news on asylum
        did Trump cancel asylum
        what changed this year
        any new rules
        recent changes in immigration policy
        is asylum still possible now
        is it true that asylum is closed
        what did the president sign this time
        anything new since the summer

search-other-programmes = Other US programmes
    .synonyms =
        U4U, Uniting for Ukraine, TPS, temporary protected status, I-130, family petition, K-1, fiance visa,
        marriage green card, EB-5, EB-1, EB-2, NIW, O-1, H-1B, L-1, E-2, work visa, investor visa, DACA,
        diversity visa, DV lottery, student visa, F-1, OPT, J-1, extend tourist visa, I-539, SIV, CHNV, U visa,
        VAWA, taxes, tax return, ITIN, IRS, Medicaid, health insurance, food stamps, SNAP, driver license, DMV,
        CDL, public school, LLC, credit score, minimum wage
    .samples =
        How do I renew my U4U parole
        will TPS for Ukraine be extended
        TPS for Venezuela was terminated
        re-register for TPS Haiti
        marrying an American citizen, how do I get a green card
        my husband is a US citizen, which forms do we file
        I-130 processing time for a brother
        my daughter is a citizen and wants to petition for me
        K-1 visa for my girlfriend
        how to enter the green card lottery
        DV lottery results date
        EB-5 minimum investment
        O-1 visa for artists
        H-1B lottery results
        can I change jobs on H-1B
        L-1 visa for a manager
        E-2 visa business plan
        EB-2 NIW approval chances
        how to get an F-1 student visa
        transfer my I-20 to another school
        STEM OPT extension
        extend my tourist visa by six months
        change status from B-2 to F-1
        summer job on a J-1 visa
        how to renew DACA
        SIV for Afghan interpreters
        humanitarian parole for Cubans Haitians Nicaraguans Venezuelans
        U visa for victims of crime
        VAWA self petition
        how do I file my taxes
        do I pay state income tax
        letter from the IRS
        how to get an ITIN
        how to get a driver license
        DMV written test
        get a CDL and drive a truck
        where to buy health insurance
        apply for Medicaid
        can I get food stamps
        enroll my kids in school
        free English classes
        open an LLC
        build credit history
        rent an apartment without credit history
        which state is best to live in
        bring my dog to the US
        minimum wage in California

search-other-countries = Asylum and life in other countries
    .synonyms =
        Canada, Germany, France, Spain, Italy, Poland, Lithuania, Latvia, Estonia, Finland, Sweden, Norway,
        Netherlands, UK, Britain, Ireland, Austria, Switzerland, Belgium, Portugal, Serbia, Montenegro, Turkey,
        Georgia, Armenia, Kazakhstan, Israel, Argentina, Brazil, Mexico, Australia, New Zealand, Japan, Korea,
        Dubai, Europe, Schengen, Dublin regulation
    .samples =
        Does Germany take Russian deserters
        asylum in Canada for Russians
        humanitarian visa for Germany
        how to claim asylum in the UK
        residence permit in Serbia
        citizenship of Argentina through birth
        how long can I stay in Georgia
        temporary residence in Kazakhstan
        refugee benefits in France
        does Finland let Russians in
        which European country is best for refugees
        Dublin regulation
        moving to Israel by repatriation
        Spanish digital nomad visa
        refugee camp in the Netherlands
        South Korea refugee application
        express entry Canada

search-off-topic = Off topic
    .synonyms =
        weather, bitcoin, crypto, casino, betting, recipe, movie, music, football, joke, hello, hi, thanks, bye,
        ok, idiots, traitors, cowards, car, apartment, room, job offer, discount, promo code, game
    .samples =
        what is the weather today
        tell me a joke
        hi how are you
        hello there
        thank you so much
        are you a bot
        who made you
        recommend a restaurant
        how to cook pasta
        best movies this year
        dollar exchange rate
        who won the game
        buy a used car
        room for rent
        looking for a nanny job
        make money from home
        passive income click here
        win a free iPhone
        subscribe to my channel
        you are all traitors
        go to hell
        write a poem
        solve this equation
        help with my homework
        how to lose weight
        how far is the moon
        good morning
        test
        lol
