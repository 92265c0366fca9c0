# Events of a calendar file.

seminars-imported = 📥 From the calendar · { $count }
seminars-imported-list = 📥 <b>From the calendar.</b> Nobody has heard of it: choose an event, look at it and confirm.
seminars-imported-none = Nothing of the calendar waits any more.
seminars-imported-new = 📥 <b>A new seminar from the calendar.</b> It is shown nowhere. If the title is the same in both languages, correct it in the preview.
seminars-imported-changed = 📥 <b>In the calendar “{ $title }” is another now.</b> Each change is confirmed by itself, after a preview.
seminars-imported-cancelled = 📥 <b>In the calendar “{ $title }” is cancelled.</b> Here it goes on as before until you cancel it.
seminars-imported-preview = 👁 Preview
seminars-imported-drop = 🗑 Do not show again
seminars-imported-stale = This event waits no longer. Nothing was done.
