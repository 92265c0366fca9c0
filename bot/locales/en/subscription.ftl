# Subscribing and leaving.

subscription-title = 🔔 <b>Seminar subscription</b>
subscription-what =
    The bot will send you reminders of seminars, links to recordings, and news. You can choose which of them in the settings.
subscription-stored =
    <b>What is stored for this</b>
    • the number of this Telegram chat
    • the language
    • your settings: what to send and how
    • the day you subscribed and the day of the last change, without the time
    • marks of what was sent to you: for 48 hours at most after the mailing or the seminar

    Nothing else: no name, no phone number. All this is kept until you unsubscribe with /stop, and is then deleted at once.
subscription-discreet = 🕶 <b>Discreet mode</b>: the message does not give away what it is about, a button opens the content.
subscription-discreet-off = ⬜️ 🕶 Discreet
subscription-discreet-on = ✅ 🕶 Discreet
subscription-subscribed-title = 🔔 <b>You are subscribed</b>
subscription-receives = <b>What you get</b>
subscription-reminders = • seminar reminders
subscription-recordings = • recordings of seminars and new videos
subscription-news = • news
subscription-nothing = • nothing at present: everything is switched off in the settings
subscription-silent = 🔕 Messages arrive without a sound.
subscription-is-discreet = 🕶 Discreet mode is on.
subscription-next = <b>The next seminar</b>
subscription-no-date = The next seminar has no date yet. The bot will write when it has one.
subscription-to-next = 📅 The next seminar
subscription-leave-hint = You can unsubscribe at any time, with the button or with /stop.
subscription-left-title = 🔕 <b>You are unsubscribed</b>
subscription-left-question = ✉️ This has not closed your question to the lawyers: its answer will come here. See it or close it: /ask. Delete it with everything else: /delete.
subscription-left = No more reminders or news will come. Everything that was stored for the subscription is deleted; its traces leave the database file within a minute.
subscription-left-server = No more reminders or news will come. Everything that was stored for the subscription is deleted. Its traces may stay on the database server for some time, but encrypted: the chat number there cannot be read without the key, and the key is not on that server.
subscription-left-after =
    The button “Clear this chat” removes what the bot has sent in the last two days. For that, the numbers of these messages stay in the memory of the program for one more hour at most.

    You can still read the answers and look at the seminars.
