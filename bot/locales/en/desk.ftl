# The admin's desk and the pause of everything that is sent.

desk-title = 🛠 <b>Desk</b>
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
