# A seminar before anybody has heard of it: its preview, its confirmation, its corrections.

seminars-preview-label-ru = 🇷🇺 <b>The Russian message, a copy:</b>
seminars-preview-label-en = 🇬🇧 <b>The English message, a copy:</b>
seminars-preview-only = This is a preview: the button works once the seminar is open.
seminars-preview-title =
    📅 <b>The seminar is not open yet</b>

    Above is an exact copy of what subscribers will get. Nobody hears of the seminar until you confirm.
seminars-preview-count = { $count ->
    [0] There is nobody to tell now: nobody has subscribed to reminders.
    [one] The announcement goes to { $count } person.
   *[other] The announcement goes to { $count } people.
}
seminars-preview-recounted = ⚠️ While you were looking, the number of subscribers became { $count } instead of { $before }. Nothing was sent: check the number and press again.
seminars-preview-ask-again = Not sent: something has changed since the preview. Look at the card and press again.
seminars-preview-kept = Published without telling, the seminar appears in the list and only its reminders are sent. The draft is kept for an hour.
seminars-preview-announce = 📣 Announce { $count }
seminars-preview-quietly = 🔕 Publish without telling
seminars-preview-correct = ✏️ Edit
seminars-preview-refused-ru =
    ⚠️ <b>Telegram does not take the Russian message</b>

    Telegram's own words: <code>{ $original }</code>
seminars-preview-refused-en =
    ⚠️ <b>Telegram does not take the English message</b>

    Telegram's own words: <code>{ $original }</code>
seminars-preview-refused-kept = The draft is kept: correct it.
seminars-preview-told = The seminar is open, the announcement is on its way
seminars-preview-already = Another admin has opened this seminar already. It is not announced a second time: look at the card.
seminars-preview-opened = The seminar is open, nobody is told
seminars-preview-stale = This draft was published, corrected, cancelled or has expired. Nothing was done.

seminars-preview-fields = ✏️ <b>What is to be corrected?</b>
seminars-preview-whole =
    Or send the whole line again:
    <code>{ $text }</code>
seminars-preview-field-when = 🕒 Time
seminars-preview-field-ru = 🇷🇺 Title
seminars-preview-field-en = 🇬🇧 Title
seminars-preview-field-link = 🔗 Link
seminars-preview-field-length = Length
seminars-preview-field-talk = Language
seminars-preview-field-speaker = Speaker
seminars-preview-ask-when = 🕒 Send the new time: the date, the hour and, if needed, the place of the time zone.
seminars-preview-ask-ru = Send the Russian title.
seminars-preview-ask-en = Send the English title.
seminars-preview-ask-link = 🔗 Send the link. For no link, send the sign “{ $none }”.
seminars-preview-ask-length = Send the length: <code>90m</code>, <code>1h30m</code> or <code>2h</code>.
seminars-preview-ask-talk = Send the language: <code>ru</code>, <code>en</code> or <code>ru+en</code>.
seminars-preview-ask-speaker = Write who speaks. To have the usual speaker again, send “{ $none }”.
seminars-preview-now = Now: <code>{ $text }</code>

# A move and a cancellation: a preview of the same kind.

seminars-change-copies = Above is an exact copy of what those who were told of the seminar will get. They hear nothing until you confirm.
seminars-change-move-title = 🕒 <b>The seminar “{ $title }” is not moved yet</b>
seminars-change-was = It was: { $moment }
seminars-change-becomes = It will be: { $moment }
seminars-change-move = 🕒 Move · { $count }
seminars-change-cancel-title = ❌ <b>The seminar “{ $title }” is not cancelled yet</b>
seminars-change-cancel-what = After the cancellation there are no more reminders. A cancelled seminar cannot be brought back, only entered anew.
seminars-change-cancel = ❌ Cancel the seminar · { $count }
seminars-change-count = { $count ->
    [0] Nobody has been told of the seminar yet, so nobody gets a message.
    [one] The message goes to { $count } person.
   *[other] The message goes to { $count } people.
}
seminars-change-recounted = ⚠️ While you were looking, the number of recipients became { $count } instead of { $before }. Nothing was sent: check the number and press again.
seminars-change-done = Done: everybody who has been told of the seminar will hear of it
seminars-change-over = There is nothing to confirm any more: the card shows what stands now.
seminars-change-growing = Messages about the seminar are still going out, so the number grows. Confirming stops them.

# Which place is meant, and a line that can be copied.

seminars-place-line = Your line: <code>{ $text }</code>
seminars-place-ask = Which place instead of “{ $written }”? Tap it, and the line goes on.
seminars-place = 🕒 { $city } · { $zone }
seminars-place-picked = 🕒 Chosen: { $zone }. The preview is below.
seminars-copy-mended = 📋 Copy it corrected
seminars-copy-typed = 📋 Copy it to correct it
seminars-fault-mended =
    The line corrected:
    <code>{ $text }</code>
