# A part of an announced seminar is changed by itself.

seminars-edit = ✏️ Edit
seminars-edit-what = ✏️ <b>What is to change in “{ $title }”?</b>
seminars-edit-title = ✏️ <b>The seminar “{ $title }” has not changed yet</b>
seminars-edit-becomes =
    { $part }
    Was: <code>{ $before }</code>
    Becomes: <code>{ $after }</code>
seminars-edit-meanwhile = ⚠️ While you were editing, another admin has changed:
seminars-edit-tell = 📣 Tell · { $count }
seminars-edit-silently = 🔕 Change without telling
seminars-edit-growing = Messages about the seminar are still going out. This message comes behind them.
seminars-edit-ask-again = Not changed: something is different from the preview. Look at the card and press again.
seminars-edit-told = The seminar is changed, those who were told of it will hear
seminars-edit-done = The seminar is changed, nobody gets a message
