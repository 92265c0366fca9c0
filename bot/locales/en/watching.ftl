# 🔔 under an answer: what is stored first, how it stands, and what comes when the answer changes.

watching-title = 🔔 <b>Tell me if it changes</b>
watching-ask =
    When a new version of the answer “{ $title }” comes out, the bot sends one message: what has changed.

    🕶 Without a subscription it arrives discreetly: only the words “New message”, and a button opens the rest.

    <b>What is stored for it</b>
    • the number of this chat in Telegram
    • the topic of the answer
    • the language
    • the day of the last change you know of
    • once the message is sent, a mark of it: for 48 hours at most

    It is kept until you take it back, unsubscribe with /stop, or delete everything with /delete.
watching-on = The bot will tell you when the answer “{ $title }” changes. You can take this back at any time; it is then deleted at once.
watching-off = Deleted: the bot will no longer tell you of changes to the answer “{ $title }”.
watching-lost = This answer is no longer here.
watching-stop = 🔕 Stop telling me
watching-changed =
    🔔 <b>An answer has changed:</b> { $title }
    { WHEN($day, "d MMMM y") }: { $what }
watching-open = 📖 Open the answer
