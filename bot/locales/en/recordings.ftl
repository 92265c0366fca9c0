# Recordings of past seminars: for readers, in the mailing, at the admin's desk.
recordings-to-past = 🎬 Past seminars
recordings-past = 🎬 <b>Past seminars</b>

    Choose a seminar: its summary opens, with a link to the recording where there is one.
recordings-past-none =
    🎬 <b>Past seminars</b>

    There are no recordings yet.
recordings-title = 🎬 <b>A seminar's recording</b>
recordings-title-summary = 📝 <b>A seminar in short</b>
recordings-summary = { $text }
recordings-link = Recording: <a href="{ $url }">{ $shown }</a>

# How an admin publishes a recording. limit: how many signs fit, none: what to send instead of a link
recordings-begin = 🎬 Recording and summary
recordings-ask-link =
    🎬 <b>The recording: its link</b>

    Send the link in one message. If there is no recording, send <code>{ $none }</code>: there will be a summary only.
recordings-ask-ru =
    📝 <b>The summary in Russian</b>

    Send it in one message, { $limit } signs at most. It has to make sense to people who cannot watch the video.
recordings-ask-en =
    📝 <b>The summary in English</b>

    Send it in one message, { $limit } signs at most.
recordings-now = Now: { $text }
recordings-keep = Leave it as it is
recordings-fault-link = ⚠️ This does not look like a link. A link begins with <code>https://</code>.
recordings-fault-empty = ⚠️ There is no text in the message. A summary is needed.
recordings-fault-long = ⚠️ The summary has more than { $limit } signs, so it was not taken. Make it shorter and send it again; an emoji counts as two signs.
recordings-card =
    🎬 <b>The recording is ready</b>

    Above is an exact copy of what people will see. { $count } have Recordings switched on. Nothing is published until you confirm it. The draft is kept for an hour.
recordings-card-told =
    🎬 <b>The recording is ready</b>

    Above is an exact copy of what people will see. Subscribers have heard of it, so there is no second mailing. The draft is kept for an hour.
recordings-cyrillic-english = ⚠️ The English summary is written in Cyrillic. Correct it if this is not what you meant.
recordings-tell = Publish and send { $count }
recordings-quietly = Publish without a mailing
recordings-fix-link = ✏️ Correct the link
recordings-fix-ru = ✏️ Correct the Russian
recordings-fix-en = ✏️ Correct the English
recordings-published = The recording is published
recordings-stale = This draft was published, corrected or cancelled meanwhile, or it is too old. Nothing was done.
