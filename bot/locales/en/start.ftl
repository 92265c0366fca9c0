# The first screen, help, language, and answers to what the bot does not understand.

start-title = ⚖️ <b>Asylum in the US: answers and seminars</b>
start-about =
    A bot for the audience of the free seminars of JurisQ Legal Network with attorney Yakov Spektor.

    Here are answers to common questions, with their sources, and reminders of the seminars. You can read without subscribing: the bot records nothing about who reads what.
start-notice =
    <b>This is information, not legal advice.</b> For your own case, talk to an attorney.

    We never ask for money, a passport or codes. Anyone who asks for them in our name is a fraud.
start-first-steps-past = ⏳ “First steps”: something in this answer may have changed.
start-first-steps-shut = ⚠️ “First steps”: part of this answer was checked long ago.
start-more-title = <b>More</b>
start-more-text = Settings, help, how to tell a fake, all answers in one file, counting deadlines, and what has changed in the answers.
start-site = 🌐 The same without Telegram
start-help-title = ℹ️ <b>Help</b>
start-help-text =
    Tap the buttons under a message: the bot changes that same message and does not clutter the chat. The 🌐 button switches the language.

    /faq — questions and answers
    /seminars — coming seminars
    /subscribe — subscribe to reminders
    /stop — unsubscribe
    /settings — which messages you get
    /news — what has changed in the answers
    /deadlines — count a deadline from the day you arrived or applied
    /file — all answers in one file that opens without the internet
    /verify — is this bot real
    /privacy — what is stored about you
    /delete — delete everything
    /clear — clear this chat
    /language — Russian or English
start-help-ask = /ask — ask a lawyer
start-help-admin =
    <b>For administrators</b>
    /broadcast — send a message to everybody
    /admin — the desk
    /pause — stop everything that is sent
    /seminar — add, move or cancel a seminar
    /stats — statistics
    /cancel — cancel what was begun
    /reload — take edited answers
start-help-notice =
    What the bot says is information, not legal advice. Do not send names, documents or details of your case here.
start-language-text = 🌐 Choose a language · Выберите язык
start-language-ru = Русский
start-language-en = English
start-nothing-to-cancel = There is nothing to cancel: the bot is not waiting for anything from you.
start-unknown-command = The bot does not have this command. Choose a topic, or write your question in your own words.
start-old-button = This button no longer works. Here is the menu.
