# What the bot says about questions to the lawyers: in their group, and to the one who asked

ticket-notices-delivered = 👍 The answer has arrived.
# Below an album, to the one who asked. code: Maple-417
ticket-notices-album = This is a lawyer’s answer to “{ $code }”.

# To the one who asked
ticket-told-closed = A lawyer has closed “{ $code }”. If something is still unclear, ask a new question: /ask
ticket-told-expired = The time of “{ $code }” is over, and it is closed. If it still matters, ask again: /ask
ticket-told-source-gone = “{ $code }” is closed: we could not hand it to the lawyers, because the message with it is no longer in this chat. If you still need an answer, ask again: /ask
ticket-told-withdrawn = A lawyer has taken back the answer to “{ $code }”. Please do not rely on it. If there is a new one, it comes here.
ticket-told-later = A lawyer has read “{ $code }” and will answer later.
ticket-told-muted = A lawyer has closed “{ $code }”.
ticket-told-restored = After a failure we do not know whether all that you wrote in “{ $code }” reached the lawyers. If no answer comes, please ask again: /ask

# To the lawyers' group
ticket-told-asker-expired = “{ $code }”: the time of the question is over; it is closed.
ticket-told-asker-closed = “{ $code }”: its author has closed the question.
ticket-told-asker-gone = “{ $code }”: its author no longer uses the bot. The question is closed, and answers will not arrive.
ticket-told-asker-source = “{ $code }”: its author deleted the message with the question. It is closed.
ticket-told-asker-restored = “{ $code }”: after a failure it is not known whether the last answer arrived. Send it again if need be.
ticket-told-undelivered = “{ $code }”: the answer did not arrive. Perhaps the message was deleted. Please send it again.

# What is wrong with the group
ticket-group-well = ✅ All is well now: questions come here.
ticket-group-missing =
    ⚠️ In this group the bot lacks:
    { $what }
ticket-group-public = • a private group: this one has a public name or belongs to a channel, so anybody could read the questions. No questions are taken for now
ticket-group-no-admin = • the rights of an administrator: without them it does not see how lawyers answer each other. No questions are taken for now
ticket-group-no-topics = • the right to manage topics: for now questions come without topics of their own
ticket-group-no-deleting = • the right to delete messages: copies of deleted questions will stay in the group
ticket-admins-well = ✅ The lawyers' group is back: questions are taken.
ticket-admins-not-found = ⚠️ There is no lawyers' group: check LAWYER_CHAT_ID. No questions to the lawyers are taken for now.
ticket-admins-no-group = ⚠️ LAWYER_CHAT_ID is not a group's. No questions to the lawyers are taken for now.
ticket-admins-removed = ⚠️ The bot was removed from the lawyers' group. Add it again; no questions are taken for now.
ticket-admins-public = ⚠️ The lawyers’ group is public: anybody can read it. Take away its public name or its channel; no questions to the lawyers are taken for now.
ticket-admins-no-admin = ⚠️ The bot is no longer an administrator of the lawyers' group. Give it the rights again; no questions are taken for now.
