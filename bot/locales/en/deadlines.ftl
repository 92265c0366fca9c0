# The deadline helper: calendar counts from a day that is stored nowhere.

deadlines-title = 🧮 <b>Count a deadline</b>
deadlines-text =
    What should be counted? The day is chosen with buttons. You can also write it into the chat, for example “5 March 2026”: the bot deletes that message and asks what day it is.

    The day is stored nowhere; it stays only in the buttons under the message.
deadlines-typed = { WHEN($day, "d MMMM y") }: what day is it? The bot has deleted your message with the date; if you still see it in the chat, delete it yourself.
deadlines-arrival = Arrival in the US → one year
deadlines-receipt = Application received → 150, 180
deadlines-ask-arrival = On which day did you arrive in the US?
deadlines-ask-receipt = On which day was your complete asylum application (I-589) received? The day of receipt counts, not of posting.
deadlines-how = Choose the year, then the month and the day.
deadlines-arrival-days =
    Arrival: { WHEN($start, "d MMMM y") }.
    The year is up on <b>{ WHEN($year, "d MMMM y") }</b>. The application must be <b>received</b> before that day; the day of posting does not count.
deadlines-receipt-days =
    Complete application received: { WHEN($start, "d MMMM y") }.
    150 days are over on <b>{ WHEN($asked, "d MMMM y") }</b>: form I-765 is filed no earlier.
    180 days are over on <b>{ WHEN($given, "d MMMM y") }</b>: no permit is given before.

    The clock may have stopped: a postponement you asked for, missed fingerprints or interview, an application sent back as incomplete. Then both days come later. A stricter rule has been proposed too, see the answer.
deadlines-arrival-answer = 📖 The one-year filing deadline
deadlines-receipt-answer = 📖 Work permit
deadlines-no-advice = <i>This is a count by the calendar, not advice. Check your dates with a lawyer, and do not wait for the last day.</i>
deadlines-file = 📆 Calendar
deadlines-number = { $number }
deadlines-month = { WHEN($day, "LLL") }
deadlines-event-year = One year since arrival: the application must be received before
deadlines-event-asked = 150 days: I-765 may be filed, if the clock has not stopped
deadlines-event-given = 180 days, if the clock has not stopped
deadlines-event-discreet = Reminder
deadlines-event-description = A count by the calendar, not advice. Check the date with a lawyer.
deadlines-file-name = deadline
deadlines-file-name-discreet = date
