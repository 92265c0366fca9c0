# The admin's desk and the pause of everything that is sent.

desk-title = 🛠 <b>Desk</b>
desk-broadcast = 📣 Broadcast
desk-questions = ✉️ Questions
desk-answers = 📚 Answers
desk-running = Broadcasts and reminders are going out as usual.
desk-held =
    ⏸ <b>Sending is stopped</b>

    Neither broadcasts nor reminders are going out now. The bot still answers commands and buttons. What becomes outdated meanwhile will not be sent.
desk-hold = ⏸ Pause all sending
desk-resume = ▶️ Resume
desk-now-held = Sending is stopped
desk-now-resumed = Sending goes on
desk-told-held = ⏸ <b>Sending is stopped.</b> An admin has paused all broadcasts and reminders. To resume: /admin
desk-told-resumed = ▶️ <b>Sending goes on.</b> An admin has resumed all broadcasts and reminders.

desk-scheduled = 🕓 Broadcasts for later · { $count }
desk-run-queued = 📣 Broadcast under way, { $count } left
desk-run-paused = ⏸ Broadcast paused, { $count } left
desk-run-stopped = ⚠️ Broadcast stopped by itself, { $count } left

# An order that came late
late-tap-toast = Not done: the card is more than five minutes old, or the bot was offline and cannot tell when you tapped. The card is new now, tap again.
late-tap =
    ⏳ <b>Your tap was not carried out, nothing has changed</b>

    This card was more than five minutes old, or the bot had lost Telegram and cannot tell when you tapped. If everything is right, tap the button here again.

gone-most =
    ⚠️ <b>A reminder did not reach most people</b>

    Telegram answered that { $gone } of { $tried } recipients blocked the bot or deleted their account. That is unusually many for one mailing, so the bot removed nobody: Telegram itself may be wrong.

    If it happens again tomorrow while the bot works as usual, these subscriptions can be removed. If you press nothing, they stay.
gone-remove = Remove those not reachable: { $gone }
gone-believed = The subscriptions that Telegram called unreachable ({ $gone }) are being removed. It takes less than a minute. Who came back meanwhile stays subscribed.
gone-over = Nobody is left to remove: the records of this mailing are erased already.

# What goes out next; at: Wed 25 November, 19:00 New York
desk-due = <b>Next</b>
desk-due-reminder = { $at } · reminder of the seminar “{ $title }”
desk-due-broadcast = { $at } · broadcast { $number }
desk-due-feed = { $at } · look for new videos
desk-due-late = 🔴 <b>{ $line } · overdue</b>
desk-nothing-due = Nothing is planned.
