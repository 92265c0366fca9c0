# What a subscriber gets, and how.

settings-title = ⚙️ <b>Settings</b>
settings-text =
    ✅ on, ⬜️ off. Tap to change.

    <b>Reminders</b>: before a seminar, and when it is moved or cancelled.
    <b>Recordings</b>: when the recording of a seminar is out.
    <b>News</b>: messages from the organisers.
    <b>🔕 Silent</b>: everything arrives without a sound.
    <b>🕶 Discreet</b>: a neutral “Meeting reminder” arrives, a button opens the content.
settings-stranger = You are not subscribed, so there is nothing to set yet. The 🌐 button changes the language. Subscribe to get reminders of the seminars.
settings-on = ✅ { $name }
settings-off = ⬜️ { $name }
settings-reminders = Reminders
settings-recordings = Recordings
settings-news = News
settings-silent = 🔕 Silent
settings-discreet = 🕶 Discreet
