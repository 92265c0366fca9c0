# 📚 The desk of answers: which need a lawyer, the stamp, and edited answers.

reviews-title = 📚 <b>Answers</b>
reviews-text = Compare an answer with the official pages linked under it. If all is right, tap ✅ under it: everybody sees the day and the reviewer's name. Only those named in REVIEWERS have the button.
reviews-asked =
    <b>Questions in 30 days</b>
    Answered at once: { $answer }
    Topics to choose from: { $suggest }
    Nothing found: { $none }
reviews-asked-most = Most often about:
reviews-asked-topic = • { $title }: { $count }
reviews-asked-little = Too few questions in 30 days: fewer than five that ended alike are not written down.
reviews-unchecked = ⚠️ Unchecked · { $count }
reviews-stale = ⌛ Overdue · { $count }
reviews-soon = 📆 Due soon · { $count }
reviews-fresh = ✅ Checked · { $count }
reviews-checked = ✅ Checked by me today
reviews-done = Noted.
reviews-text-changed = The text has changed while you were reading. Please read it again.
reviews-lost = This answer is no longer here.
reviews-checking = ⏳ Checking the edited answers. The outcome comes in a message of its own.
reviews-reloaded = ✅ The edited answers are in place. They count as unchecked until somebody taps ✅ under the new text.
reviews-none-edited = There are no edited answers beside the database: the program’s own are in place.
reviews-not-reloaded = ❌ <b>Nothing was changed.</b> First mend this:
reviews-changed-meanwhile = ❌ <b>Nothing was changed.</b> The files were edited while they were being checked. Send /reload again.
reviews-checker-failed = ❌ <b>Nothing was changed.</b> The check could not be run: <code>{ $kind }</code>. Send /reload again.
reviews-fault = • <code>{ $fault }</code>
reviews-more-faults = • and { $count } more
