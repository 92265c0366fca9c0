# What was sent: deleted, corrected
amendments-delete = ↩️ Delete everywhere
amendments-show = 📋 What was done with it
amendments-ask-delete =
    ↩️ <b>Delete this broadcast everywhere?</b>

    Can be deleted: { $within }
    Out of reach: { $beyond }

    Out of reach are those who left or erased their data, and those about whom Telegram did not answer. Telegram deletes no message older than 48 hours: if there are such ones, the report counts them under “Out of reach”.
amendments-recounted = The numbers changed while you were deciding. Nothing was deleted, here are the new ones:
amendments-twice = Possibly got it twice: { $count }. The second copy cannot be deleted: its number is not known.
amendments-ends-run = The broadcast has stopped and will not go on after this: the others will not get it.
amendments-under-way = Some messages are still under way. Wait a few seconds and open this question again.
amendments-confirm-delete = ↩️ Delete { $count }
amendments-begun = Begun
amendments-stale = Nothing was done: something has changed since. See what the message says now.
amendments-nothing = There is nothing to delete here any more: it is being done or is done, or 48 hours have passed and the numbers of the messages are erased.
amendments-gone = Nothing is known of this any more: it is kept for 48 hours after the broadcast.
amendments-state-delete-running = ↩️ <b>The broadcast is being deleted everywhere</b>
amendments-state-delete-paused = ⏸ <b>The deletion is paused</b>
amendments-state-delete-cancelled = ⏹ <b>The deletion was ended</b>
amendments-state-delete-done = ✅ <b>The deletion is finished</b>
amendments-progress-delete =
    { $bar }

    Deleted: { $done }
    Remaining: { $remaining }
    Out of reach: { $unreachable }
    Failed: { $failed }
amendments-report-delete =
    Deleted: { $done }
    Out of reach: { $unreachable }
    Failed: { $failed }
    Left: { $left }
    Total: { $total }
amendments-untouched = Left as they were: { $count }
amendments-beyond = Besides these, out of reach from the start: { $count }
amendments-pause = ⏸ Pause
amendments-resume = ▶️ Resume
amendments-end = ⏹ End it
amendments-now-pause = Paused
amendments-now-resume = Going on
amendments-now-end = Ended
amendments-told-delete = ↩️ An administrator is deleting broadcast no. { $number } everywhere. Messages: { $count }
amendments-edit = ✏️ Edit everywhere
amendments-correct = 📝 Correction to those who got it
amendments-edit-what =
    ✏️ <b>What is to be edited?</b>

    Above is what those who got it have now. Choose a text, send the new one and look at the copy. Nothing changes before you confirm.
amendments-edit-card =
    ✏️ <b>The edit is ready</b>

    Above is an exact copy of what those who got it will have.

    Messages: { $count }

    The messages change in their place, without a sound. Telegram marks them as edited. Who got a discreet message sees the new text on opening it.
amendments-edit-nobody =
    ✏️ <b>There is nothing to edit</b>

    The numbers of these messages are not known any more.
amendments-confirm-edit = ✏️ Edit { $count }
amendments-nobody = Nothing was begun: it is being done already, 48 hours have passed, or there are no such people.
amendments-correcting = 📝 This is a correction to broadcast no. { $number }. It goes only to those who got it, as an answer to it and in the same language.
amendments-state-edit-running = ✏️ <b>The broadcast is being edited everywhere</b>
amendments-state-edit-paused = ⏸ <b>The edit is paused</b>
amendments-state-edit-cancelled = ⏹ <b>The edit was ended</b>
amendments-state-edit-stopped = ⚠️ <b>The edit has stopped itself</b> Telegram refused the new text in the first chats. In the others nothing has changed.
amendments-state-edit-done = ✅ <b>The edit is finished</b>
amendments-progress-edit =
    { $bar }

    Edited: { $done }
    Remaining: { $remaining }
    Out of reach: { $unreachable }
    Failed: { $failed }
amendments-report-edit =
    Edited: { $done }
    Out of reach: { $unreachable }
    Failed: { $failed }
    Left: { $left }
    Total: { $total }
amendments-told-edit = ✏️ An administrator is editing broadcast no. { $number } everywhere. Messages: { $count }
amendments-edit-refused = ✏️ <b>It cannot be edited so: Telegram does not allow it.</b> Nothing was changed yet.
amendments-fault-kind = A text cannot become a file, nor a file a text. Send what there was: a text for a text, another file or a new caption for a file.
amendments-fault-album = In an album neither the number of files nor their kind can change.
amendments-fault-voice = A voice message cannot be replaced, only its caption can be edited. Send the caption as a text.
amendments-fault-video_note = A video note cannot be replaced, and has no caption. It can only be deleted everywhere.
amendments-fault-sticker = A sticker cannot be replaced, and has no caption. It can only be deleted everywhere.
amendments-asked = This edit goes to many, so another administrator has to confirm it. They are shown what you want to edit. Nothing changes before.
amendments-edit-asks =
    👥 <b>Your confirmation is needed</b>

    Another administrator wants to edit a broadcast for those who got it. Messages: { $count }. Nothing changes without a second confirmation. The draft is kept for an hour.
amendments-review = 👁 Look at the copies
amendments-edit-review =
    👥 <b>Another administrator’s edit</b>

    Above is an exact copy of what those who got it will have. Messages: { $count }
amendments-edit-over = 👥 There is nothing to confirm any more: the edit was begun or changed, or its hour is over.
amendments-approve = ✏️ Confirm and edit { $count }
