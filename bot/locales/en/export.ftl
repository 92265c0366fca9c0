# ⬇️ My data in words: every field that may be stored about a chat, with its name. No HTML: it is a text file.

export-title = What the bot knows about this chat
export-made = Made on { WHEN($day, "d MMMM y") }.
export-about =
    Everything the bot knows about this chat, in words. The file data.json beside it is the same for programs, with the names used in the database.

    Read and delete both files, so that they do not stay on the phone and in the chat.
export-stored = WRITTEN ON THE DISK
export-nothing = Nothing.
export-in-settings = IN THE SETTINGS OF THE BOT
export-in-memory = IN THE MEMORY OF THE PROGRAM WHILE IT RUNS
export-none = none
export-a-day = { WHEN($day, "d MMMM y") }
export-a-moment = { WHEN($at, "d MMMM y, HH:mm") } UTC
export-named = “{ $title }” ({ $number })

export-administrator = you are an administrator
export-memory-language = the language the bot answers you in
export-memory-messages = numbers of the last messages of this chat, so that they can be deleted

export-memory-asked = for 15 minutes at most: that the bot asked you for a day or for other words; it does not remember the day or the question

export-person = The number of the chat
export-number = the number that stands for the chat in the database
export-chat = the number of this chat in Telegram
export-language = language of the messages

export-subscriber = Subscription
export-joined = day of subscribing
export-active = day of the last change
export-reminders = send reminders of seminars
export-recordings = send recordings
export-news = send news
export-silent = without a sound
export-discreet = discreet mode
export-not-found = day on which Telegram first did not find this chat
export-asked = day on which the bot asked whether the subscription is still needed

export-choices = Marks at single seminars
export-seminar = seminar
export-wanted = remind of it

export-watches = Answers whose changes the bot will tell you
export-topic = answer
export-told = day of the last change you know of

export-deliveries = What has been or is being sent to you (deleted 48 hours after the end of the mailing or seminar)
export-mailing-number = number of the mailing
export-delivery-state = what became of the message
export-waiting = waits to be sent
export-sending = is being sent
export-sent = delivered
export-not-reached = Telegram refused to deliver it
export-no-answer = Telegram did not answer whether it was delivered
export-attempts = how often the bot tried to send it
export-until = the bot does not try again before
export-maybe = may have arrived with an earlier try
export-messages = numbers of the messages in this chat
export-joint = how many other seminars the same message names
export-amended = number of the correction or deletion that the message has gone through
export-got-language = language of this message

export-draft = What you have begun as an administrator
export-flow = what was begun (broadcast, seminar: a new one, or move: of a seminar)
export-flow-step = what the bot expects from you, and what you have entered of a seminar
export-object = number of the mailing or seminar
export-expires = when it is forgotten

export-amendments = What you deleted or corrected everywhere as an administrator
export-amendment-number = number of the deletion or correction
export-amendment-kind = what was done (delete, edit, link: a new link)
export-amendment-state = where it stands
export-amendment-total = how many messages could be changed
export-amendment-beyond = how many messages were out of reach from the start
export-amendment-done = how many were changed or deleted
export-amendment-unreachable = how many Telegram would not change

export-mailings = Mailings you composed as an administrator
export-kind = what the mailing is about
export-lane = place in the queue: the smaller the number, the sooner it is sent
export-state = where the mailing stands
export-video = video
export-repeats = number of the broadcast that it repeats or corrects
export-missed = to whom of those not reached (failed: an error, unknown: no answer)
export-link = link of the seminar that it names
export-reworded = how often its texts were worded anew
export-relink = what was sent is still to be corrected
export-follows = what it corrects (got: a correction to those who got it, edit: a new text)
export-hold = why the bot asks before it sends
export-admins-told = the administrators were asked about it
export-audience = to whom (a rule, not a list)
export-revision = how many times the seminar had moved
export-step = how many seconds before the seminar begins
export-quiet = without a sound
export-not-before = not to be sent before
export-not-after = not to be sent after
export-author = number of the author, that is yours, instead of the chat’s
export-approver = number of the second admin, who approved it, instead of the chat’s
export-announced = how many of the other admins have been told of it so far
export-card = number of the message that shows its progress
export-content-hash = fingerprint of the texts: what is sent is what you saw
export-forced = an administrator let it go on after it had stopped
export-reason = why it stopped itself
export-fare = free, or paid with Telegram Stars
export-started = when it began
export-finished = when it ended
export-cursor = how far queueing has come
export-queued = how many people were queued
export-total = how many people in all
export-delivered = how many it was delivered to
export-gone = how many cannot be reached
export-failed = how many sendings failed
export-unknown = about how many Telegram did not answer
export-expired = how many were not reached in time
export-left = how many unsubscribed meanwhile
export-twice = how many may have it twice
export-refused = how often Telegram refused the content

export-texts = The texts of these mailings
export-text-language = language of the text
export-text-discreet = it is the neutral line of discreet mode
export-content = text
export-entities = formatting of the text
export-keyboard = buttons under the text
export-part = parts of the message that were sent
export-media = files, by their ids in Telegram

export-tickets = Questions to the lawyers
export-ticket-number = number of the question in the database
export-ticket-word = name of the question, its word
export-ticket-code = name of the question, its number
export-ticket-ending = why it is closed
export-ticket-asked = since when it waits for an answer
export-ticket-answered = when the answer came
export-ticket-topic = number of its topic in the lawyers' group
export-ticket-header = number of the message above it in the lawyers' group
export-ticket-told = day when the administrators were last told that it waits
export-ticket-messages = Messages of the questions, without their text
export-ticket-row = number of the row
export-ticket-kind = what it is: a question, an answer, or a sentence of the bot
export-ticket-sentence = name of the ready answer or of the sentence
export-ticket-source = number of the message where it was written
export-ticket-bundle = number of the first message of its album
export-ticket-copy = number of the message where it was passed on
export-ticket-mute = A day without questions to the lawyers
export-ticket-mute-until = until when
