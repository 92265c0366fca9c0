# What a reminder says, openly and discreetly. Every sentence stays true when it is sent or read late.

reminders-announcement = 📅 <b>A new seminar</b>
reminders-early = 🔔 <b>Seminar reminder</b>
reminders-soon = 🔔 <b>The seminar is soon</b>
reminders-soon-link = Join with the link below.
reminders-live = 🔴 <b>The seminar is live</b>
reminders-live-link = Watch with the link below.
reminders-moved = ⚠️ <b>The seminar was moved</b>
reminders-moved-old = The old time no longer holds, the new one is below.
reminders-edited = ✏️ <b>The seminar has changed</b>
reminders-edited-now = What holds now is below. The time is the same.
reminders-cancelled = ❌ <b>The seminar is cancelled</b>
reminders-cancelled-what = “{ $title }” ({ $moment }) will not take place. There will be no more reminders about it.
reminders-cancelled-calendar = If you saved it in your calendar, it stays there and will still ring. The button below sends a file that removes it.

reminders-discreet-announcement = A meeting is planned
reminders-discreet-step = Meeting reminder
reminders-discreet-moved = The meeting was moved
reminders-discreet-edited = The meeting has changed
reminders-discreet-cancelled = The meeting is cancelled
reminders-discreet-broadcast = New message
reminders-discreet-change = New message
reminders-discreet-idle = One question
reminders-joint = 🔔 <b>Seminar reminder</b>
reminders-joint-card = 📅 { $title }
reminders-discreet-joint = Meetings reminder
reminders-joint-open = Open: meeting { $number }
reminders-open = Open
reminders-hide-yourself = The message is more than two days old, and Telegram no longer lets the bot delete it. Delete it yourself: press it and choose “Delete”.
reminders-broadcast-gone = This message is no longer kept.

# The question after a seminar
ratings-question =
    ⭐ <b>How was the seminar?</b>

    “{ $title }”

    How useful was it, from 1 (little) to 5 (very)? One tap is enough. It is counted without your name: the bot adds the ratings up and does not keep who gave which.
ratings-value = { $value }
ratings-ask = ✉️ Ask after the seminar
ratings-thanks = Thank you. Your answer is counted without your name.
ratings-closed = This answer has been counted already, or is no longer taken
reminders-discreet-rating = One question about a meeting
