# The lawyers' group: what the bot writes in it.

# code: Maple-417
lawyers-header =
    ✉️ <b>{ $code }</b> · { $language }
    To answer, reply to the message with the question: its writer gets a copy of your answer without your name.
lawyers-language-ru = a question in Russian
lawyers-language-en = a question in English
lawyers-take = I’ll take it
lawyers-let-go = Let it go
lawyers-taken-by = Working on it: { $name }
lawyers-tap-again = The bot has just come back and cannot tell when you tapped. Tap again in a minute.
lawyers-taken-already = Another lawyer has taken this question
lawyers-no-longer-open = This question is closed
lawyers-not-yours = Whoever wrote this answer decides
lawyers-only-listed = Only lawyers listed in REVIEWERS answer here
lawyers-decided = This has been decided already

lawyers-held =
    Another lawyer has just answered this question, or is working on it. Your answer has not been sent yet.

    Send it too?
lawyers-send-too = Send it too
lawyers-do-not-send = Don’t send it
lawyers-sent-too = Sending this answer too.
lawyers-not-sent = This answer was not sent.

lawyers-topic-hint = Only colleagues see this message. For the writer of the question to get it, reply to the message with the question.
lawyers-refused-closed = Not sent: the question is closed, and its writer gets nothing more about it.
lawyers-refused-expired = Not sent: the time for this question is over. Its writer was told and can ask again.
lawyers-refused-unknown = Not sent: this message belongs to no open question. Reply to the question itself.
lawyers-refused-not-reviewer = Not sent: only lawyers listed in REVIEWERS answer here.
lawyers-refused-kind = Not sent: such a message cannot be passed on without its sender’s name. A text, photo, video, file, voice message or place on the map will do.
lawyers-refused-empty = Not sent: there is not a word in the message.
lawyers-refused-protected = Not sent: this group forbids copying messages. An admin of the group can allow it in its settings.
lawyers-refused-command = Not sent: the message begins with a command that does not exist here. Begin it with a word.
lawyers-edit-closed = The edit was not passed on: the question is closed. Its writer keeps the earlier text.

lawyers-undo-unsent = The answer was cancelled, its reader will not see it.
lawyers-undo-withdrawn = The answer was deleted in the chat of the question’s writer, who was told so.
lawyers-undo-maybe = It will not be sent again. But Telegram did not confirm the first try: the question’s writer may have received it, and the bot cannot delete it there. The writer is told that this answer was taken back.
lawyers-undo-sending = The answer is just being sent. Repeat /undo in a few seconds.
lawyers-undo-old = Not taken back: more than 48 hours have passed, and Telegram no longer deletes such messages. You can answer once more and correct yourself.
lawyers-undo-closed = Not taken back: the question is closed, and the bot no longer knows where this answer is.
lawyers-undo-unknown = There is nothing to take back: reply with /undo to the answer you want back.

lawyers-closed = The question is closed. Its writer was told.
lawyers-muted = The question is closed. Its writer can ask no other for a day. The bot does not say who it is.
lawyers-later = The writer will read that the question was seen and will be answered later.
lawyers-later-told = The writer was told so today already.
lawyers-do-again = Not done: right now the bot cannot write anything down. Do it again in a few minutes.
lawyers-too-late = Not done: the command had waited for more than five minutes. Repeat it if you still need it.
lawyers-which = Which question is this about? Reply with the command to a message of that question.

# name: what is typed behind /c
lawyers-canned-list =
    <b>Ready answers</b>

    Reply to a question with the command and a name, for example: <code>/c needs-details</code>. Its writer reads the answer in their own language, with its status line.
lawyers-canned-line = <code>/c { $name }</code> · { $title }
lawyers-canned-unknown = Not sent: there is no ready answer of that name. The list: /c
lawyers-canned-open = Open the whole answer

lawyers-numbers-title = ✉️ <b>Questions to the lawyers</b>
lawyers-numbers-open = Open: { $count }, of which waiting for an answer: { $waiting }
lawyers-numbers-oldest = The oldest has waited for { $span }
lawyers-numbers-ended = In 30 days closed: { $closed }, expired without an answer: { $expired }
lawyers-numbers-usual = A first answer usually takes { $span }
lawyers-numbers-few = How long answers usually take will be shown after five of them
lawyers-span-minutes = { $count } min
lawyers-span-hours = { $count } h
lawyers-span-days = { $count } d
# count: how many questions
lawyers-waiting-long = ✉️ Questions without a lawyer’s answer for more than a day: { $count }. More: /questions
lawyers-missing = ⚠️ <b>What is wrong with the lawyers’ group</b>
lawyers-missing-off = • No group is set: LAWYER_CHAT_ID is empty
lawyers-missing-unseen = • Telegram has not said yet how the group is. No questions are taken so far
lawyers-missing-not-found = • Telegram knows no group LAWYER_CHAT_ID. No questions are taken
lawyers-missing-no-group = • LAWYER_CHAT_ID is not a group. No questions are taken
lawyers-missing-removed = • The bot was removed from the group. No questions are taken
lawyers-missing-public = • The group is public: anybody can read it. No questions are taken
lawyers-missing-no-admin = • The bot is no admin of the group and does not see answers. No questions are taken
lawyers-missing-no-topics = • The bot may not manage topics: questions come into the general one
lawyers-missing-no-deleting = • The bot may not delete messages: after /delete copies older than 48 hours stay in the group
