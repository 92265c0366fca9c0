# How the bot presents itself in Telegram's own menus.

commands-start = Menu
commands-faq = Questions and answers
commands-seminars = Coming seminars
commands-subscribe = Subscribe to reminders
commands-unsubscribe = Unsubscribe
commands-stop = Stop all messages
commands-ask = Ask a lawyer
commands-settings = Settings
commands-privacy = What is stored about you
commands-delete = Delete everything
commands-clear = Clear this chat
commands-language = Language · Язык
commands-help = Help
commands-news = What has changed in the answers
commands-deadlines = Count a deadline from your arrival or filing
commands-file = All answers in one file
commands-verify = Is this bot real?
commands-reload = Take the edited answers
commands-cancel = Cancel what was begun
commands-admin = Desk
commands-stats = Statistics: subscribers, messages, questions
commands-pause = Stop everything that is sent
commands-broadcast = New broadcast
commands-seminar = Seminars: add, change
commands-undo = Take an answer back (as a reply to it)
commands-close = Close the question
commands-later = Tell its writer that an answer comes later
commands-mute = Close the question and take no other from its writer for a day
commands-c = A ready answer: /c name
commands-questions = Questions to the lawyers: how many wait
commands-description =
    Answers to questions about asylum in the US, with sources, and reminders of the free seminars of JurisQ Legal Network with attorney Yakov Spektor.

    This is information, not legal advice. We never ask for money, a passport or codes.

    Choose a topic, or write your question in your own words.
commands-short = Answers about asylum in the US and free seminars of JurisQ Legal Network. Not legal advice.
