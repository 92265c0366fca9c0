# Composing a broadcast
broadcasts-ask-ru =
    📣 <b>New broadcast</b>

    Send the Russian text as one message. A photo, video, audio, voice or video message or a document with a caption will do as well, and so will a forwarded post: it goes out without saying where it is from.

    The formatting is kept exactly. A mention of a person who has no username becomes plain text.

    The draft is kept for an hour. A new /broadcast replaces it, /cancel deletes it.
broadcasts-ask-en =
    📣 <b>The Russian text is in</b>

    Now send the English text (or a photo, video, voice message or document) as one message, or choose how to do without it.
broadcasts-ask-fix-ru = ✏️ Send the corrected Russian text as one message. Until then the old one stays.
broadcasts-ask-fix-en = ✏️ Send the corrected English text as one message. Until then the old one stays.
broadcasts-act-one = One for all
broadcasts-act-ru = Russian readers only
broadcasts-act-fix-ru = ✏️ Correct the Russian
broadcasts-act-fix-en = ✏️ Correct the English
broadcasts-act-links = 🔗 Link buttons
broadcasts-act-nolinks = No buttons
broadcasts-ask-links-ru =
    🔗 <b>Buttons under the Russian message</b>

    Send, as one message, up to { $limit } lines like <code>Текст — https://example.org</code>. Each line becomes a button. Under an album they come as a message of their own.
broadcasts-ask-links-en =
    🔗 <b>Buttons under the English message</b>

    Send, as one message, up to { $limit } lines like <code>Text — https://example.org</code>. Each line becomes a button.
broadcasts-link-form = Line { $line } needs the button’s text and an address, for example: <code>Recording — https://example.org</code>
broadcasts-link-https = The address in line { $line } must begin with https://. Other addresses are not safe for readers.
broadcasts-link-address = The address in line { $line } does not look like a page on the internet. Check it.
broadcasts-link-label = The button’s text in line { $line } is too long: { $units } characters at most, or a phone cuts it.
broadcasts-link-many = There can be { $limit } buttons at most.
broadcasts-act-quiet = 🔕 Silent
broadcasts-act-loud = 🔔 With sound
broadcasts-quiet = 🔕 It will come without a sound.
broadcasts-act-whom = 👥 To whom
broadcasts-ask-whom = 👥 <b>Whom to send it to?</b> After you choose, the preview comes anew.
broadcasts-act-signed-up = Signed up · …
broadcasts-ask-seminar = 👥 <b>Signed up for which seminar?</b> These are all whom the bot reminds of it. After you choose, the preview comes anew.
broadcasts-no-seminars = There is no seminar now whose people you can write to.
broadcasts-of-seminar = { $title } · { $count }
broadcasts-whom-no-seminar = This seminar was cancelled or is long over. It goes to the same people as before.
broadcasts-seminar-off = The seminar was cancelled or is long over, and nothing was sent. Choose other people or delete the draft.
broadcasts-whom-lacks = The draft has no text in the language of these readers.
broadcasts-fault-empty = The message has no text. The draft is kept: send the text again.
broadcasts-fault-long = The text does not fit into one Telegram message: { $limit } characters at most, an emoji counts as two. The draft is kept: send a shorter text.
broadcasts-cut-paste = Telegram seems to have cut one paste into parts: a message holds { $limit } characters. Only the first part was taken, this one was not. Shorten the text and start again: /broadcast
broadcasts-fault-caption = The caption does not fit under the file: { $limit } characters at most, an emoji counts as two. The draft is kept: send the file with a shorter caption.
broadcasts-fault-mixed = Telegram does not take such an album: it has ten files at most, and only photos and videos, or only documents, or only audio go together. The draft is kept: send the album in another way.
broadcasts-album-late = This album came after the broadcast had been confirmed or dropped. It goes to nobody.
broadcasts-uncopied = { $what } The draft is kept: send a text, photo, video, audio, voice or video message, document or sticker.
broadcasts-uncopied-poll = A poll cannot be broadcast: Telegram does not let a bot send a copy of it.
broadcasts-uncopied-dice = A dice cannot be broadcast: everybody would roll another number.
broadcasts-uncopied-game = A game cannot be broadcast: Telegram does not let a bot send somebody else’s game.
broadcasts-uncopied-contact = A contact cannot be broadcast: it is somebody’s personal data.
broadcasts-uncopied-location = A place on the map cannot be broadcast. Write the address as text.
broadcasts-uncopied-story = A story cannot be broadcast: Telegram does not let a bot send a copy of it.
broadcasts-uncopied-paid = A paid post cannot be broadcast: Telegram does not let a bot send a copy of it.
broadcasts-uncopied-checklist = A checklist cannot be broadcast. Write it as text.
broadcasts-uncopied-giveaway = A giveaway cannot be broadcast: Telegram does not let a bot send a copy of it.
broadcasts-uncopied-invoice = An invoice cannot be broadcast: Telegram does not let a bot send a copy of it.
broadcasts-uncopied-album = A reply to an album gives the bot only one of its files, the others would be lost. Send or forward the whole album here.
broadcasts-uncopied-other = Such a message cannot be broadcast: Telegram does not let a bot send a copy of it.

# Preview
broadcasts-refused-one =
    ⚠️ <b>Telegram does not accept this message</b>

    { $reason }
    <code>{ $original }</code>

    The draft is kept: send it corrected.
broadcasts-refused-ru =
    ⚠️ <b>Telegram does not accept the Russian message</b>

    { $reason }
    <code>{ $original }</code>

    The draft is kept: send the corrected Russian message.
broadcasts-refused-en =
    ⚠️ <b>Telegram does not accept the English message</b>

    { $reason }
    <code>{ $original }</code>

    The draft is kept: send the corrected English message.
broadcasts-reason-empty = To Telegram it has no visible character.
broadcasts-reason-long = It is too long for one message.
broadcasts-reason-formatting = Its formatting does not fit together: bold, a link, a quote or something else.
broadcasts-reason-file = Telegram no longer knows the file. Send it again.
broadcasts-reason-other = The reason as Telegram puts it:
broadcasts-audience-all = All · { $count }
broadcasts-audience-en = English · { $count }
broadcasts-audience-recordings = Recordings and new videos · { $count }
broadcasts-audience-reminders = Seminar reminders · { $count }
broadcasts-audience-signed-up = Signed up · { $count } · { $title }
broadcasts-audience-ru = Русский · { $count }
broadcasts-card =
    📣 <b>The broadcast is ready</b>

    Above is an exact copy of what people will get.

    To: { $audience }
    Takes: { $duration }
broadcasts-card-one =
    📣 <b>The broadcast is ready</b>

    Above is an exact copy of what people will get. The text is the same in every language.

    To: { $audience }
    Takes: { $duration }
broadcasts-readers = Read Russian: { $russian }, English: { $english }
broadcasts-cyrillic-english = ⚠️ The English text is written in Cyrillic. If you pasted a long text, Telegram may have cut it into pieces, and one of them became the English text. Look at the copies above and press “Correct the English” if this is not what you meant.
broadcasts-label-ru = 🇷🇺 <b>The Russian text, a copy:</b>
broadcasts-label-en = 🇬🇧 <b>The English text, a copy:</b>
broadcasts-label-one = 🇷🇺🇬🇧 <b>One text for all, a copy:</b>
broadcasts-card-nobody =
    📣 <b>Nobody to send to</b>

    To: { $audience }

    Nobody is subscribed to this kind of mailing now. The draft is kept for an hour.
broadcasts-send = Send { $count }
broadcasts-offer =
    ⚡ <b>It can go faster, for Telegram Stars</b>

    Takes: { $duration }
    Price: up to { $stars } ⭐ from the bot's balance
broadcasts-offer-balance = Balance: { $balance } ⭐
broadcasts-offer-choose = Only the button with the lightning spends Stars.
broadcasts-offer-short = The balance does not cover this, so it can only be sent for free.
broadcasts-send-paid = ⚡ Fast for { $stars } ⭐
broadcasts-dearer = There are more subscribers now, and the price has risen. Look at the new price and tap again.
broadcasts-recounted = There are many more or fewer subscribers now. Look at the new number and tap again.
broadcasts-duration-short = less than a minute
broadcasts-duration-minutes = about { $minutes } min
broadcasts-duration-hours = about { $hours } h { $minutes } min
broadcasts-stale = This broadcast has been sent, changed or deleted. The latest preview is the one that counts.
broadcasts-gone =
    📣 <b>There is no draft</b>

    It was deleted, its hour is over, or the broadcast ended long ago. Start a new one: /broadcast
drafts-forwarded = A forwarded message does not fit here: write the text yourself. The draft is kept.
drafts-edited = Editing a message you have sent does not change the draft. To change it, use the buttons below, or send the text as a new message when the bot asks for it.
drafts-expired-broadcast = The draft of the broadcast waited for an hour and is deleted. This message was sent to nobody. Start again: /broadcast
drafts-expired-seminar = The draft of the seminar waited for an hour and is deleted. This message has changed nothing. Start again: /seminar
drafts-expired-edit = The bot waited for the edit of the seminar for an hour and waits no longer. The seminar is as it was. Begin again: /seminar
drafts-expired-wizard = The seminar you entered step by step waited for an hour and is deleted. This message changed nothing. Begin again: /seminar
drafts-expired-recording = The draft of the recording waited for an hour and is deleted. This message changed nothing: what is published stays as it was. To begin again: /admin
drafts-expired-move = The bot waited for the new time of the seminar for an hour and does not wait any more. The seminar keeps its time. Start again: /admin
broadcasts-dropped-broadcast = The draft of the broadcast is deleted, nothing was sent.
broadcasts-dropped-seminar = The draft of the seminar is deleted, nobody has heard of it.
broadcasts-dropped-edit = The edit is dropped, the seminar is as it was.
broadcasts-dropped-wizard = The draft of the seminar is deleted, nobody has heard of it.
broadcasts-dropped-recording = The draft of the recording is deleted. What is published stays as it was.
broadcasts-dropped-move = The move is called off, the seminar keeps its time.

# The run
broadcasts-started = The broadcast is confirmed
broadcasts-to-paused = ⏸ Pause
broadcasts-to-queued = ▶️ Resume
broadcasts-to-cancelled = ⏹ Cancel
broadcasts-now-paused = The broadcast is paused
broadcasts-now-queued = The broadcast goes on
broadcasts-now-cancelled = The broadcast is cancelled
broadcasts-now-same = Nothing has changed: the message shows how it stands
broadcasts-state-queued = 📣 <b>The broadcast is running</b>
broadcasts-state-paused = ⏸ <b>The broadcast is paused</b>
broadcasts-state-stopped = ⚠️ <b>The broadcast stopped by itself</b>
broadcasts-state-done = ✅ <b>The broadcast is finished</b>
broadcasts-state-cancelled = ⏹ <b>The broadcast is cancelled</b>
broadcasts-held = ⏸ Sending is stopped for all broadcasts and reminders. To resume: /admin
broadcasts-stopped-refused = Telegram refused this text for every one of the first recipients. Nobody was removed from the subscribers.
broadcasts-stopped-gone = More than a fifth of the first recipients are gone. Check that this is the right bot.
broadcasts-stopped-failing = More than one in twenty sends failed or got no answer from Telegram.
broadcasts-stopped-other = Check the counts before you resume.
broadcasts-progress =
    { $bar }

    Sent: { $delivered }
    To go: { $remaining }
    Gone: { $gone }
    Failed: { $failed }
    Unknown: { $unknown }
broadcasts-unpaid = ⚡ Telegram has stopped taking paid messages. From here on the broadcast goes out for free, at the usual rate.
broadcasts-told-unpaid =
    ⚡ <b>The broadcast goes on for free</b>

    Telegram has stopped taking its paid messages. The bot's balance may have run out of Stars, or paid broadcasts are not enabled in @BotFather.

    Everybody else gets it at the usual rate. Nobody is left out, and nobody gets it twice because of this.
broadcasts-pace =
    Rate: { $rate } a second
    Time left: { $duration }
broadcasts-report =
    Delivered: { $delivered }
    Gone: { $gone }
    Failed: { $failed }
    Unknown: { $unknown }
    Expired: { $expired }
    Left: { $left }
    Total: { $total }

    Possibly twice: { $twice }
broadcasts-cost = Stars spent: up to { $stars }. Telegram takes 0.1 ⭐ for every message beyond the free rate.
broadcasts-unreached = Not reached because it was cancelled: { $count }. They are counted under “Expired”.
broadcasts-under-way = Still under way: { $count }. They join the report when Telegram answers.

# Repeating to those who were not reached
broadcasts-repeat-failed = Send again to those not reached · { $count }
broadcasts-repeat-unknown = ⚠️ Repeat to the unknown · { $count }
broadcasts-repeat-warning = “Unknown” means that Telegram did not answer: these people may have the broadcast already. Repeating it to them has a button of its own.
broadcasts-repeat-nobody = There is nobody to repeat it to: it has been repeated, is being repeated, or these people have left.
broadcasts-missed-failed = Not reached · { $count }
broadcasts-missed-unknown = Not known whether reached · { $count }
broadcasts-missed-note-failed = This is a repetition. It goes only to those whose line in the report is an error. Nobody who got the broadcast gets anything.
broadcasts-missed-note-unknown = ⚠️ This is a repetition to those about whom Telegram gave no answer. Some of them have the broadcast already and will get it a second time. Nobody who surely got it gets anything.
broadcasts-missed-got = Who got the first one · { $count }
broadcasts-missed-note-got = This is a correction. It goes only to those who got the first broadcast, as an answer to it. Who has left since gets nothing.
broadcasts-missed-nobody =
    📣 <b>Nobody to repeat it to</b>

    To: { $audience }

    These people have got the repetition already, or have left.

# A broadcast for later
broadcasts-act-later = 🕓 Send later
broadcasts-act-back = ◀️ Back to the preview
broadcasts-act-change = 🕓 Change the time
broadcasts-act-keep = Leave it as it is
broadcasts-act-review = 👁 Look at it and send
broadcasts-act-withdraw = ⏹ Do not send
broadcasts-ask-schedule = 🕓 <b>When is it to be sent?</b>
broadcasts-ask-change = 🕓 <b>To what time is it to be moved?</b> Until you answer it keeps the old one.
broadcasts-ask-time =
    Choose a day below, or write the day and the time as one message, for example: <code>tomorrow 19:00</code>, <code>05.12 19:00</code> (day, then month) or <code>2026-12-05 19:00 America/New_York</code>.

    Without a place the time is that of the organisers' time zone.
broadcasts-calendar-hour =
    🕓 <b>{ WHEN($day, "EEEE d MMMM y") }</b>

    At which hour? It is the time of { $city }. You may also write it: <code>19:30</code>.
broadcasts-calendar-minute =
    🕓 <b>{ WHEN($day, "EEEE d MMMM y") }</b>

    At which minute? It is the time of { $city }. You may also write it: <code>19:37</code>.
broadcasts-calendar-reading =
    🕓 <b>Send at this time?</b>

    { $moment }
    { $relative }

    Nothing is set yet.
broadcasts-calendar-order = 🕓 Schedule
broadcasts-time-refused = No time was set, nothing has changed.
broadcasts-state-scheduled = 🕓 <b>The broadcast waits for its time</b>
broadcasts-state-asks = ❓ <b>The broadcast was not sent and waits for your decision</b>
broadcasts-due = To be sent: { $moment } ({ $relative })
broadcasts-due-count = To: { $count }. They are counted again before it is sent.
broadcasts-due-held = ⏸ All sending is stopped now. If that lasts more than 15 minutes beyond this time, the bot will ask whether to send it.
broadcasts-hold-late = Its time was over more than 15 minutes ago, and it could not be sent in time. The bot never sends late by itself.
broadcasts-hold-restored = The database was restored from a backup. This broadcast may have been sent before the failure, and the bot does not remember.
broadcasts-hold-moved = There are many more or fewer subscribers than when the broadcast was confirmed or scheduled.
broadcasts-hold-seminar = The seminar whose people it is for was cancelled or is long over. Nobody has got it.
broadcasts-hold-author = Who prepared it is no longer an administrator. Another administrator can look at the copies and send it.
broadcasts-reviewed = 👁 The copies and a new card are below. It is a draft again and is kept for an hour.
broadcasts-withdrawn =
    ⏹ <b>The broadcast is taken off</b>

    Nobody got it.
broadcasts-fold = That night the clocks go back, and this time comes twice. Which of the two?
broadcasts-fold-earlier = 1. The earlier: { $moment }, { $utc }
broadcasts-fold-later = 2. The later: { $moment }, { $utc }
broadcasts-pick-earlier = 1. The earlier
broadcasts-pick-later = 2. The later
broadcasts-list-head = 🕓 <b>Broadcasts for later: { $count }</b>
broadcasts-list-none = 🕓 No broadcast waits for its time.
broadcasts-list-line =
    { $number }. { $moment }
    { $text }
broadcasts-list-asks =
    { $number }. ❓ Waits for a decision. { $moment }
    { $text }
broadcasts-list-open = Open { $number }
broadcasts-dropped-reschedule = The time of the broadcast has not changed.
drafts-expired-reschedule = The bot waited for a new time of the broadcast for an hour and does not wait any more. It goes out at its old time. To open it: /admin

# Taken back in the first seconds
broadcasts-undo = Undo · { $seconds }
broadcasts-window =
    ⏳ <b>The broadcast is about to start</b>

    To: { $count }. Nobody has got it yet, and it can be taken back.
broadcasts-back-draft = Taken back: nobody got it. The draft is kept for an hour.
broadcasts-back-withdrawn = Taken off: nobody got it.
broadcasts-back-cancelled = It had begun and is stopped now. The report says how many people got it.
broadcasts-hold-window = The bot was restarted or did not run when the count ended, and did not send it without you.

# The second approval
broadcasts-asked = Another administrator is asked to approve it
broadcasts-state-approval = 👥 <b>The broadcast waits for a second approval</b>
broadcasts-approval-count = To: { $count }. The other administrators have the copies and the buttons. Until one of them approves, nobody gets it. The request is good for a day.
broadcasts-take-back = ↩️ Take it back
broadcasts-approve = ✅ Approve
broadcasts-refuse = ✋ Refuse
# who: Anna, the name from the settings
broadcasts-request =
    👥 <b>Your approval is needed</b>

    Above is an exact copy of what people will get. Without your approval nobody gets this broadcast.

    Prepared by: { $who }
    To: { $audience }
broadcasts-request-until = The request is good until: { $moment }
broadcasts-approved = Approved
broadcasts-approved-card =
    ✅ <b>You approved the broadcast</b>

    Its card is with the one who prepared it. You too can look at it and stop it.
broadcasts-show-run = Show how it goes
broadcasts-not-approved = Refused: nobody will get the broadcast
broadcasts-request-over = This request is no longer good: the message says how things stand
broadcasts-announced =
    📣 <b>A broadcast</b>

    Sent by: { $who }
    To: { $count }
broadcasts-announced-approver = Approved by: { $who }
broadcasts-announced-started = Started: { $moment }
broadcasts-hold-refused = Another administrator refused it. Nobody got it.
broadcasts-hold-unapproved = Nobody approved it within a day, or there is nobody left to approve it.
broadcasts-hold-approver = It goes to many, and no other administrator has approved it, or the one who did is no longer an administrator.
broadcasts-list-approval =
    { $number }. 👥 Waits for approval. { $moment }
    { $text }
