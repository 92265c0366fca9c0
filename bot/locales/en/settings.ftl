# What a subscriber gets, and how.

settings-title = ⚙️ <b>Settings</b>
settings-text =
    ✅ on, ⬜️ off. Tap to change.

    <b>Reminders</b>: before a seminar, when it is moved or cancelled, what the organisers write about it, and one question after it.
    <b>Recordings</b>: when the recording of a seminar or a new video of the channel is out.
    <b>News</b>: messages from the organisers.
    <b>🔕 Silent</b>: everything arrives without a sound.
    <b>🕶 Discreet</b>: a short line arrives that does not give away what it is about, for example “Meeting reminder”; a button opens the content.
settings-stranger =
    You are not subscribed. The 🌐 button changes the language.

    🕶 If you asked to be reminded of one seminar, or told of one answer, the message arrives discreetly: a short line that does not give away what it is about. A button opens the content, and “Hide” covers it again.

    With a subscription you choose what arrives and how: with a sound or without, openly or discreetly.
settings-on = ✅ { $name }
settings-off = ⬜️ { $name }
settings-reminders = Reminders
settings-recordings = Recordings
settings-news = News
settings-silent = 🔕 Silent
settings-discreet = 🕶 Discreet
