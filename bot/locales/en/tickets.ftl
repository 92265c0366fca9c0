# A question to the lawyers, on the side of who asks. Its text is kept nowhere.

tickets-title = ✉️ <b>Ask a lawyer</b>
tickets-none = ✉️ This bot has no lawyers to pass a question to. The answer below says where to find a lawyer, including free ones.
tickets-notice =
    <b>This makes no lawyer your attorney. No attorney–client privilege.</b>
    A closed group of lawyers sees the text and its language, not your name, number or profile.

    <b>Do not write</b> names, birth dates, phones, addresses, document or case numbers, places that point to you, anything about people in Russia.
tickets-kept =
    /delete removes the lawyers' copy while the question is open. Later it stays there, without your name and number.

    Stored are the numbers of this chat and of your messages, without text, while the question is open: 14 days, after an answer 72 hours.

    The answer comes here. It will be general, on what you have written. The bot passes on text alone, no photos, files or voice messages. Telegram can read a chat with a bot.
tickets-usual-unknown = ⏳ How long it takes is not known yet: few answers so far.
tickets-usual-hour = ⏳ An answer usually comes within an hour.
tickets-usual-hours =
    ⏳ { $count ->
        [one] An answer usually comes within { $count } hour.
       *[other] An answer usually comes within { $count } hours.
    }
tickets-usual-days =
    ⏳ { $count ->
        [one] An answer usually comes within { $count } day.
       *[other] An answer usually comes within { $count } days.
    }
tickets-silent = ⏳ None of the lawyers has answered for three days. You can ask, but the answer may come late or not at all. If it is urgent, look for a lawyer in another way.
tickets-mine = <b>Your questions</b>
tickets-line = • <b>{ $code }</b>: { $state }
tickets-waiting = on its way to the lawyers
tickets-handed = with the lawyers, waits for an answer
tickets-answered = a lawyer has answered
tickets-begin = ✏️ Ask a question
tickets-continue = ✏️ To the question you began
tickets-unsent = You have begun a question and not sent it.
# code: Maple-417
tickets-answer = ✉️ A lawyer’s answer · { $code }
tickets-open = ✉️ { $code }
tickets-add = ➕ Add
tickets-close = ✔️ Close question
tickets-close-now = ✔️ Yes, close it
tickets-write =
    Write the text, in one message or in several, five at most. The bot asks you once more before it sends anything to the lawyers.

    No names, numbers or places. The bot waits for an hour, then forgets it. If you change your mind: /cancel
tickets-adding = ➕ More for the question <b>{ $code }</b>
tickets-check =
    { $count ->
        [one] This message goes to the lawyers as it stands in the chat. Send it?
       *[other] Your { $count } messages go to the lawyers as they stand in the chat. Send them?
    }
tickets-changed = You have added a message since, so nothing has been sent yet.
tickets-warned = ⚠️ You could be recognised by this. Does the question need it?
tickets-not-accepted = 🚫 This message was not taken: it may show the lawyers who you are.
tickets-not-accepted-how = Edit the message right in the chat, or send the text without this. Nothing has been sent anywhere.
tickets-found-profile = • a link to a profile: <code>{ $place }</code>
tickets-found-link = • a link to a person in Telegram: <code>{ $place }</code>
tickets-found-emoji = • a custom emoji, which leads to an account: <code>{ $place }</code>
tickets-found-name = • a name in Telegram: <code>{ $place }</code>
tickets-found-phone = • it looks like a phone number: <code>{ $place }</code>
tickets-found-email = • an e-mail address: <code>{ $place }</code>
tickets-found-network = • a page in a social network: <code>{ $place }</code>
tickets-found-media = • this is no text
tickets-send = ✉️ Send
tickets-change = ✏️ Change
tickets-code = ✉️ <b>{ $code }</b>
tickets-code-state = ✉️ <b>{ $code }</b>: { $state }
tickets-sent =
    Your question is accepted and on its way to the lawyers. They get this name, your text and its language, and nothing else.

    To add something, reply to your own message or tap “Add”. /ask shows where it stands.
tickets-added = What you added is accepted and on its way to the lawyers, for the same question. The answer comes here.
tickets-until = You can add to it until { $until }.
tickets-closing =
    Close the question <b>{ $code }</b>?

    The lawyers will see that it is closed. No more answers to it will come, and nothing can be added. The copy stays in their group, and the bot will no longer know whose it is. Only now can it be removed too, with all your data: /delete
tickets-closed = ✔️ The question <b>{ $code }</b> is closed. No more answers to it will come.
tickets-cancelled = Nothing was sent, and the question you began is forgotten. Your messages are still in the chat: if there is something private in them, delete them.
tickets-draft-over = The question you began waited for an hour and is forgotten. Nothing of what you wrote was sent.
tickets-taken-back = 🚫 After your edit this message may show the lawyers who you are. Its copy is being deleted from their group.
tickets-taken-back-how = Edit the message once more, without this, and the bot passes it on again.
tickets-edit-anew = Thank you. The message is on its way to the lawyers again.
tickets-edit-often = There were too many edits within an hour, and the lawyers may not see this one. If it matters, write it as a new message in reply to the question.
tickets-edit-closed = This question is closed already: the edit cannot be passed on to the lawyers.
tickets-refused-group = Questions to the lawyers are not taken at the moment: the bot cannot pass them on. Try again in a few hours, or look for help here.
tickets-refused-unseen = The bot has only just started and has not reached the lawyers' group yet. Try again in a minute.
tickets-refused-muted = Questions from you are not taken today. You can ask again tomorrow.
tickets-refused-many = You have three open questions already, and the bot takes no more. Add to one of them, or close one that you no longer need.
tickets-refused-often = Ten questions have come from this chat within a day, so the bot takes no new ones for now. Open questions can be added to. Try again tomorrow, or look for help here.
tickets-refused-busy = The lawyers have too many questions right now, so the bot takes no new ones. Try again tomorrow, or look for help here.
tickets-refused-other = You have begun something else (a broadcast or a seminar). Finish it or cancel it: /cancel. Then tap again.
tickets-refused-open = You have begun another question and not sent it. Send or cancel it first:
tickets-refused-closed = This question is closed already, or its time is over. Nothing can be added to it, but you can ask a new one.
tickets-refused-long = This question has forty messages already, and the bot passes on no more. Close it and ask a new one.
tickets-refused-parts = The bot passes on no more than five messages at once. The last one was not taken: send what there is, then add to it.
tickets-missing = <b>For administrators: what is wrong with the lawyers' group</b>
