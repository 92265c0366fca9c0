# The deadline helper: calendar counts from a day that is stored nowhere.

deadlines-title = 🧮 <b>Count a deadline</b>
deadlines-text =
    What should be counted? The day is chosen with buttons. You can also write it into the chat, for example “5 March 2026”: the bot deletes that message and asks what to count from that day.

    The day is stored nowhere; it stays only in the buttons under the message.
deadlines-typed = { WHEN($day, "d MMMM y") }: what day is it?
deadlines-deleted = The bot has deleted your message with the date; if you still see it in the chat, delete it yourself.
deadlines-not-deleted = Your message with the date could not be deleted. Please delete it yourself.
deadlines-arrival = Arrival in the US → one year
deadlines-receipt = Application received → 150, 180
deadlines-ask-arrival = On which day did you arrive in the US?
deadlines-ask-receipt = On which day did your complete asylum application (I-589) reach USCIS or the court? That day counts, not the day of posting.
deadlines-how = Choose the year, then the month and the day. Or write the day into the chat.
deadlines-how-month = The year is { WHEN($day, "y") }. Now choose the month.
deadlines-how-day = Chosen: { WHEN($day, "LLLL y") }. Now choose the day.
deadlines-earlier = Earlier
deadlines-day-of-month = { WHEN($day, "d MMMM") }
deadlines-day = { WHEN($day, "d MMMM y") }
deadlines-no-such-day = There is no such day in the calendar. Check the day and the month.
deadlines-not-come = { WHEN($day, "d MMMM y") }: this day has not come yet. A day that has been is needed.
deadlines-too-old = { WHEN($day, "d MMMM y") }: this is more than thirty years ago. Check the year.
deadlines-check-year = This time has not come yet, or more than thirty years have passed since. Check the year.
deadlines-day-missing = The day is missing. Write the whole date, for example “5 March 2026”, or choose it with the buttons.
deadlines-unclear = The bot could not tell which day this is. Write the day, the month and the year, for example “5 March 2026”, or choose the day with the buttons.
deadlines-which = This can be read in more than one way. Which day is it?
deadlines-which-year = In which year was it?
deadlines-over-year =
    <b>This day is past.</b> Do not file at random and do not give up: see a lawyer first, as soon as you can. The law knows two exceptions: changed circumstances that materially affect eligibility for asylum, and extraordinary circumstances that explain the delay. You have to prove them.
deadlines-soon-year = <b>There is little time before this day.</b> Go to a lawyer at once and name the deadline first.
deadlines-over-asked = 150 days are over, if the clock has not stopped: form I-765 may be filed. Find out first whether a stricter rule has been adopted.
deadlines-over-given = 180 days are over, if the clock has not stopped.
deadlines-file-caption = 📆 A file for your calendar. Open it, and the day is saved on your phone. The file has reminders 30 and 7 days before, if these are still ahead; check that your calendar has taken them.
deadlines-arrival-days =
    Arrival: { WHEN($start, "d MMMM y") }.
    The year is up on <b>{ WHEN($year, "d MMMM y") }</b>. The application must <b>reach</b> USCIS or the court before that day; the day of posting does not count.
deadlines-receipt-days =
    Complete application arrived: { WHEN($start, "d MMMM y") }.
    150 days are over on <b>{ WHEN($asked, "d MMMM y") }</b>: form I-765 is filed no earlier.
    180 days are over on <b>{ WHEN($given, "d MMMM y") }</b>: no permit is given before.

    The clock may have stopped: a postponement you asked for, missed fingerprints or interview, an application sent back as incomplete. Then both days come later. A stricter rule has been proposed too, see the answer.
deadlines-arrival-answer = 📖 The one-year filing deadline
deadlines-receipt-answer = 📖 Work permit
deadlines-no-advice = <i>This is a count by the calendar, not advice. Check your dates with a lawyer, and do not wait for the last day.</i>
deadlines-file = 📆 Calendar
deadlines-number = { $number }
deadlines-month = { WHEN($day, "LLL") }
deadlines-event-year = One year since arrival: the application must arrive before
deadlines-event-asked = 150 days: I-765 may be filed, if the clock has not stopped
deadlines-event-given = 180 days, if the clock has not stopped
deadlines-event-discreet = Reminder
deadlines-event-description = A count by the calendar, not advice. Check the date with a lawyer.
deadlines-file-name-arrival = deadline-one-year
deadlines-file-name-receipt = deadline-150-180-days
deadlines-file-name-discreet = reminder
