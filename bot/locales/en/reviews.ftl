# 📚 The desk of answers: which answers and facts need a look, the stamps, and edited answers.

reviews-title = 📚 <b>Answers</b>
reviews-text = There are two stamps. ✅ under an answer means: read whole in this language, and right. ✅ under a fact means: compared with its source today; its day is renewed in every answer. Everybody will see the day and the reviewer’s name. Only those named in REVIEWERS have the buttons.
reviews-asked =
    <b>Questions in 30 days</b>
    Answered at once: { $answer }
    Topics to choose from: { $suggest }
    Nothing found: { $none }
reviews-asked-most = Most often about:
reviews-asked-topic = • { $title }: { $count }
reviews-asked-least = Found least often:
reviews-asked-few = • { $title }: fewer than 5
reviews-asked-little = Too few questions in 30 days: fewer than five that ended alike are not written down.
reviews-unchecked = ⚠️ Unchecked · { $count }
reviews-stale = ⌛ Overdue · { $count }
reviews-soon = 📆 Due soon · { $count }
reviews-fresh = ✅ Checked · { $count }
reviews-checked = ✅ Checked by me today
reviews-take-back = ↩️ Take my stamp back
reviews-take-back-of = ↩️ Take back: { $reviewer }
reviews-facts = 🔎 Compare facts · { $count }
reviews-facts-text = Facts whose days are over or end within a week. Those that do most harm when wrong come first. Ten a week are enough.
reviews-fact-button = { $id } · until { WHEN($due, "d MMMM y") }
reviews-fact-title = 🔎 <b>{ $id }</b>
reviews-fact-days = Known as of { WHEN($known, "d MMMM y") }. Compare by { WHEN($due, "d MMMM y") }.
reviews-fact-stamped = Compared on { WHEN($known, "d MMMM y") } by { $reviewer }. Compare again by { WHEN($due, "d MMMM y") }.
reviews-fact-ask =
    To find out: { $ask }
    Where: { $look }
reviews-fact-source = What we read: { $source }
reviews-fact-link = • <a href="{ $url }">{ $url }</a>
reviews-fact-used = Answers: { $titles }
reviews-fact-checked = ✅ Compared by me today
reviews-done = Noted.
reviews-text-changed = The text has changed while you were reading. Please read it again.
reviews-lost = This is gone.
reviews-checking = ⏳ Checking the edited answers. The outcome comes in a message of its own.
reviews-reloaded = ✅ The edited answers are in place. They count as unchecked until somebody taps ✅ under the new text.
reviews-none-edited = There are no edited answers beside the database: the program’s own are in place.
reviews-not-reloaded = ❌ <b>Nothing was changed.</b> First mend this:
reviews-changed-meanwhile = ❌ <b>Nothing was changed.</b> The files were edited while they were being checked. Send /reload again.
reviews-checker-failed = ❌ <b>Nothing was changed.</b> The check could not be run: <code>{ $kind }</code>. Send /reload again.
reviews-fault = • <code>{ $fault }</code>
reviews-more-faults = • and { $count } more
reviews-turns = 📆 <b>Within a week a mark appears in these answers, or a part of them is shut:</b>
reviews-turns-line = • { WHEN($day, "d MMMM y") }: { $title }
reviews-weekly = 🔎 <b>To compare this week</b>: the facts that do most harm when wrong. Open each, compare it with its source, press ✅.
