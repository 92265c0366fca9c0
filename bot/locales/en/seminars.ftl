# Seminars: the list, a seminar's card, one reminder's consent, the calendar file, and the admin's desk.

# How a moment reads in an app that cannot show it in its own zone.
seminars-moment = { WHEN($at, "EEE d MMMM, HH:mm") } { $city }
seminars-moment-utc = { WHEN($at, "HH:mm") } UTC

seminars-title = 📅 <b>Seminars</b>
seminars-what = Free online meetings in Russian and English, by JurisQ Legal Network with attorney Yakov Spektor.
seminars-official = <b>Official pages</b>
seminars-official-link = <a href="{ $url }">{ $shown }</a>
seminars-site = Follow without subscribing: <a href="{ $url }">{ $shown }</a>. There is a calendar and a feed, and nothing of it reaches the bot’s database.
seminars-none = No new seminar is planned right now. Subscribe, and the bot will write when there is a date.
seminars-coming = <b>Coming up</b>
seminars-day = { $cities } { WHEN($day, "d MMM") }
seminars-open = { $title } · { $days }
seminars-more = These are the nearest ones. The bot tells subscribers about the next.

seminars-heading = <b>{ $title }</b>
seminars-speaker = Speaker: attorney Yakov Spektor, JurisQ Legal Network
seminars-speaker-named = Speaker: { $name }
seminars-talk = Language: { $talk ->
    [ru] Russian
    [en] English
   *[other] Russian and English
}
seminars-time = 🗓 { $moment } ({ $relative })
seminars-time-over = 🗓 { $moment }
seminars-length = Length: { $hours ->
    [0] { $minutes } min
   *[other] { $minutes ->
        [0] { $hours } h
       *[other] { $hours } h { $minutes } min
    }
}
seminars-link = Link: <a href="{ $url }">{ $shown }</a>
seminars-no-link = There is no link yet.
seminars-moved = ⚠️ This seminar was moved, the new time is below.
seminars-cancelled = ❌ <b>This seminar is cancelled.</b>
seminars-live = { reminders-live }
seminars-over = This seminar is over.
seminars-gone = This seminar is no longer in the list: it is over or was removed.
seminars-remind = 🔔 Remind me
seminars-dont-remind = 🔕 Don't remind me
seminars-calendar = 📆 Calendar
seminars-youtube = ▶️ YouTube
seminars-copy-link = 📋 Copy the link
seminars-join = ▶️ Link to the meeting
seminars-card = 📅 Details
seminars-will-remind = We will remind you of this seminar
seminars-wont-remind = We will not remind you of this seminar

seminars-consent = 🔔 <b>A reminder of one seminar</b>
seminars-consent-what =
    “{ $title }”

    🕶 The bot reminds you discreetly: only the words “Meeting reminder” arrive, and a button opens the rest. With a subscription you can choose how messages arrive.

    <b>What is stored for it</b>
    • the number of this chat in Telegram
    • the language
    • a mark that you asked to be reminded of this seminar
    • marks of what was sent to you

    Nothing else: no name, no phone number. All of it is deleted 48 hours after the seminar. To delete it earlier, use “Don't remind me” or the command /stop.

seminars-calendar-caption = 📆 A file for your calendar. Open it, and the meeting is saved on your phone. If the time changes, press “Calendar” again.
seminars-uncalendar = 📆 Remove from calendar
seminars-uncalendar-caption = 📆 A cancellation file. Open it, and the meeting leaves your calendar. If it is still there, delete it yourself: not every calendar understands such a file.
seminars-calendar-description = A free online seminar with attorney Yakov Spektor, JurisQ Legal Network.
seminars-calendar-description-named = A free online seminar. Speaker: { $name }.
seminars-calendar-alarm = In an hour, the seminar: { $title }
seminars-calendar-name = Seminars on US asylum
seminars-calendar-name-discreet = Meetings
seminars-calendar-file = seminar
seminars-calendar-summary-discreet = Meeting
seminars-calendar-cancelled = Seminar cancelled: { $title }
seminars-calendar-cancelled-discreet = Meeting cancelled
seminars-calendar-alarm-discreet = Meeting reminder
seminars-calendar-file-discreet = meeting

# The admin's desk.

seminars-admin-title = 📅 <b>Seminars: management</b>
seminars-admin-past = 🎬 Past seminars
seminars-admin-past-title = 🎬 <b>Past seminars.</b> Choose one to publish its recording and summary.
seminars-admin-past-none = There are no past seminars yet.
seminars-admin-none = No seminars are planned.
seminars-admin-how =
    A new seminar is entered step by step with the button below, or in one line:
    { $example }

    The link, the length, the language (<code>ru</code>, <code>en</code>, <code>ru+en</code>) and the speaker (<code>speaker: Name</code>) are optional, in any order. Without a length it is 90 minutes. The time zone is written like <code>America/New_York</code> or <code>Europe/Moscow</code>.
seminars-admin-example = <code>/seminar { $time } { $zone } | Разрешение на работу | Work permits | https://youtu.be/abc | 90m</code>
seminars-admin-time-example = <code>{ $time } { $zone }</code>
seminars-admin-titles = <b>{ $english }</b>
    { $russian }
seminars-admin-entered = Entered as: <code>{ $local } { $zone }</code>
seminars-admin-revision = Times moved: { $revision }
seminars-admin-quiet = Published without telling: only the reminders are sent.
seminars-admin-short =
    ⚠️ <b>Not everybody will be reminded in time</b>
    { $people } people are to be reminded, and the bot sends at most { $rate } messages a second. What does not go out in time is not sent:
seminars-admin-short-step = • { $step }: about { $reached } in time
seminars-admin-told = { $told ->
    [0] Nobody has been told yet.
    [one] { $told } person has been told.
   *[other] { $told } people have been told.
}
seminars-admin-ladder = Reminders of this seminar. Tap to switch one off or on:
seminars-admin-step-on = ✅ { $step }
seminars-admin-step-off = ⬜️ { $step }
seminars-admin-step-rating = Rating afterwards
seminars-admin-step-live = live
seminars-admin-step-hours = { $hours } h before
seminars-admin-step-minutes = { $minutes } min before
seminars-admin-step-seconds = { $seconds } s before
seminars-admin-move = 🕒 Move
seminars-admin-cancel = ❌ Cancel the seminar
seminars-admin-move-ask = 🕒 <b>Moving: { $title }</b>
seminars-admin-move-how =
    Choose a day below, or send the new time in one message, like this:
    { $example }

    First you will see what those who were told of the seminar will get. The bot waits one hour for your answer.
seminars-move-day = 🕒 <b>{ WHEN($day, "EEEE d MMMM y") }</b>. It is the time of { $city }. You may also write the hour: <code>19:00</code>.
seminars-move-chosen = 🕒 Chosen. The preview is below.
seminars-admin-fold = 🕒 <b>This time happens twice</b>
seminars-admin-fold-how =
    That night the clocks go back in the time zone { $zone }. Which of the two is meant?
seminars-admin-fold-text = <code>{ $text }</code>
seminars-admin-fold-first = Earlier · { $utc }
seminars-admin-fold-second = Later · { $utc }
seminars-admin-fold-picked = Chosen: { $utc }. The preview is below.
seminars-admin-fold-lost = This question no longer applies. Send the time again.

seminars-fault-form = I see no seminar here: one line is needed, its parts separated by “|”.
seminars-fault-time = The date and time cannot be read. The form is year-month-day, then hours:minutes.
seminars-fault-zone = A time zone is written as a place, for example America/New_York. Short forms like EST, MSK or GMT+3 are not guessed: they mean different things at different times of the year. Capital letters matter.
seminars-fault-zone-missing = The time zone is missing: it is written after the time.
seminars-fault-gap = That time will not happen: in that hour the clocks go forward in this time zone.
seminars-fault-past = That time is already over.
seminars-fault-far = That date is too far away. Check the year.
seminars-fault-title-ru = The Russian title is missing: it is the first part after the time.
seminars-fault-title-en = The English title is missing: it is the second part after the time.
seminars-fault-title-long = The title is too long. At most { $limit } characters fit.
seminars-fault-link = The link cannot be used. It must begin with https:// or http:// and have no spaces.
seminars-fault-length = The length cannot be used. Write it as <code>90m</code>, <code>1h30m</code> or <code>2h</code>, from 5 minutes to 12 hours.
seminars-fault-twice = This part is already in the line and cannot be given a second time.
seminars-fault-field = I do not understand this part. After the titles only a link, a length, a language and the speaker (<code>speaker: Name</code>) may follow.
seminars-fault-talk = The language is written as <code>ru</code>, <code>en</code> or <code>ru+en</code>.
seminars-fault-speaker = The name of the speaker cannot be used: at most { $limit } signs, without “|”.
seminars-fault-head = ⚠️ { $reason }
seminars-fault-written = Written: <code>{ $text }</code>
seminars-fault-hint = Perhaps you meant: <code>{ $hint }</code>
seminars-fault-example = An example:
    { $example }
