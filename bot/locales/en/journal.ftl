# 🧾 The journal: who ordered what, and when.

desk-journal = 🧾 Journal
journal-title =
    🧾 <b>Journal</b>

    The newest entries first, time: { $city }. Entries are kept for 12 months.
journal-empty = There are no entries yet. What you and the other admins send, change or stop will appear here.
# at: Nov 30, 19:05; alias: Anna; what: Broadcast 12 sent; content: · 3f9a2c1b
journal-entry =
    <b>{ $number }</b> · { WHEN($at, "MMM d, HH:mm") } · { $alias }
    { $what }{ $content }
journal-content = { " " }· <code>{ $content }</code>

journal-broadcast-sent = Broadcast { $object } sent, recipients: { $count }
journal-broadcast-scheduled = Broadcast No. { $object } scheduled for later, recipients: { $count }
journal-broadcast-withdrawn = Broadcast No. { $object } taken off before it was sent
journal-broadcast-paused = Broadcast { $object } paused
journal-broadcast-resumed = Broadcast { $object } resumed
journal-broadcast-cancelled = Broadcast { $object } cancelled
journal-broadcast-deleted = Began to delete broadcast no. { $object } everywhere, messages: { $count }
journal-broadcast-edited = Began to correct broadcast no. { $object } everywhere, messages: { $count }
journal-link-corrected = Began to correct the link in reminders (mailing no. { $object }), messages: { $count }
journal-amendment-paused = Paused deleting or correcting broadcast no. { $object }
journal-amendment-resumed = Resumed deleting or correcting broadcast no. { $object }
journal-amendment-cancelled = Ended deleting or correcting broadcast no. { $object }
journal-approval-asked = Broadcast { $object } waits for a second approval, recipients: { $count }
journal-approval-given = Broadcast { $object } approved, recipients: { $count }
journal-approval-refused = Broadcast { $object } refused
journal-approval-void = The request about broadcast { $object } is no longer good
journal-all-paused = All sending stopped
journal-all-resumed = All sending resumed
journal-seminar-announced = Seminar { $object } announced, recipients: { $count }
journal-seminar-opened = Seminar { $object } published without telling anybody
journal-seminar-changed = Seminar { $object } changed
journal-seminar-moved = Seminar { $object } moved, recipients: { $count }
journal-seminar-cancelled = Seminar { $object } cancelled, recipients: { $count }
journal-recording-published = Recording of seminar no. { $object } published
journal-imported-events = A calendar file was read, new and changed events: { $count }
journal-import-settled = Event { $object } of the calendar waits no longer
journal-steps-switched = Reminders of seminar { $object } changed
journal-text-stamped = Text of an answer checked: { $object }
journal-text-unstamped = Check of a text taken back: { $object }
journal-fact-stamped = Fact { $object } compared
journal-fact-unstamped = Comparison of fact { $object } taken back
journal-reloaded = Edited answers taken
journal-reload-refused = Edited answers not taken, faults: { $count }
journal-unreachable-removed = Subscriptions unreachable after mailing { $object } removed: { $count }
journal-question-closed = A question to the lawyers was closed
journal-asker-muted = A question to the lawyers was closed, and its writer can ask no other for a day
journal-answer-withdrawn = An answer of the lawyers was taken back
journal-restored = Database restored from the backup of { $object }
journal-forgotten = Entries up to { $object } deleted: they were older than 12 months
journal-other = Something this version of the bot does not know: { $object }

# head: 42:3f9a2c1b…
journal-head =
    🧾 <b>Journal, entry { $number }</b>

    <code>{ $head }</code>

    Please keep this message: it shows whether somebody has changed or erased entries. To verify, type on the server: <code>journal verify --head { $head }</code>
