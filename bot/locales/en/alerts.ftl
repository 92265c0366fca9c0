# What needs a person: to the admins, at its beginning, once a day, and at its end.

# The nightly backup fails; day: 2026-12-01
alerts-backups-failing =
    ⚠️ <b>The backup of the database is not written</b>

    It could not be written for more than an hour. Subscribers notice nothing of it.

    The last backup that succeeded will be deleted on { $day } (UTC): backups are kept for seven days, because whoever asked to be deleted is still in them. If nothing is repaired before that day, no backup will be left.

    Please check the free space and the access to the folder BACKUP_DIR. The bot tries again every ten minutes. More: <code>docs/operations.md</code>, “backup”.
alerts-backups-none-left =
    ⚠️ <b>There is no backup of the database</b>

    A new one could not be written for more than an hour. Subscribers notice nothing of it, but if the disk is lost, there is nothing to restore the database from.

    Please check the free space and the access to the folder BACKUP_DIR. The bot tries again every ten minutes. More: <code>docs/operations.md</code>, “backup”.
alerts-database-moved =
    ⚠️ <b>The file of the database was moved or replaced while the bot is running</b>

    So that nothing is lost, the bot writes nothing and sends no mailings: who subscribes or unsubscribes reads “try later”. The answers can still be read.

    Put the file of the database and the one that ends in -wal back in their place, and the bot goes on by itself. If another database is to stand there now, restart the bot. More: <code>docs/operations.md</code>, “database”.
alerts-clock-ahead =
    ⏰ <b>The server’s clock is fast</b>

    It is about { $minutes } min ahead of Telegram’s, so reminders go out too early. Orders are judged by Telegram’s clock. Ask whoever runs the server to turn on network time (NTP). More: <code>docs/operations.md</code>, “clock”.
alerts-clock-behind =
    ⏰ <b>The server’s clock is slow</b>

    It is about { $minutes } min behind Telegram’s, so reminders go out too late. Orders are judged by Telegram’s clock. Ask whoever runs the server to turn on network time (NTP). More: <code>docs/operations.md</code>, “clock”.
alerts-database-unwritable =
    ⚠️ <b>The bot cannot write to the database</b>

    Who subscribes or unsubscribes reads “try later”, and neither broadcasts nor reminders go out. The answers can still be read.

    Please check the free space and the access to the folder of the database (DATABASE_PATH). The bot goes on by itself as soon as it can write. More: <code>docs/operations.md</code>, “database”.
alerts-disk-full =
    ⚠️ <b>The disk is nearly full</b>

    { $megabytes } MB are left. Everything works so far, but once it is full nobody can subscribe, and neither broadcasts nor reminders go out.

    Please make room on the disk of the database (DATABASE_PATH). More: <code>docs/operations.md</code>, “disk”.
# minutes: how long the oldest has waited
alerts-backlog-waits =
    ⚠️ <b>Broadcasts or reminders are late</b>

    The oldest has waited for { $minutes } min. What becomes outdated meanwhile will not be sent.

    Open /admin: if a large broadcast is going out, pause it, and the reminders go first. If nothing is, restart the bot. More: <code>docs/operations.md</code>, “backlog”.
alerts-wrong-key =
    ⚠️ <b>The file with the key of the database is gone</b>

    Everything works now, because the bot has the key in its memory. After a restart it could not open the database: the answers could be read, but subscriptions, broadcasts and reminders would stop.

    Put the file (DATABASE_KEY_FILE) back before the next restart. More: <code>docs/operations.md</code>, “key”.
alerts-wrong-poller =
    ⚠️ <b>The bot no longer gets messages</b>

    Commands and buttons are not answered. Telegram keeps them for a day, so that the bot can answer after a restart. Broadcasts and reminders go out as usual.

    Please restart the bot. More: <code>docs/operations.md</code>, “poller”.
alerts-wrong-conflict =
    ⚠️ <b>Another program takes the bot’s messages</b>

    It works with the same token, and many people get no answer.

    If it is a second copy of the bot, stop it. If you did not start one, somebody else knows the token: get a new one from @BotFather and put it into BOT_TOKEN. More: <code>docs/operations.md</code>, “conflict”.
alerts-wrong-webhook =
    ⚠️ <b>Telegram cannot hand messages to the bot</b>

    They wait at Telegram, and people get no answer for now. Broadcasts and reminders go out as usual.

    Please check the address WEBHOOK_URL, its certificate and the server that takes the requests before the bot. More: <code>docs/operations.md</code>, “webhook”.
alerts-wrong-sender =
    ⚠️ <b>Broadcasts and reminders do not go out</b>

    Sending has stopped because of a fault in the bot itself. Commands and buttons are answered.

    Please restart the bot: it sends everything that is not outdated yet. More: <code>docs/operations.md</code>, “sender”.
alerts-wrong-scheduler =
    ⚠️ <b>Reminders are not prepared</b>

    The bot’s regular work has stopped: new reminders will not go out, broadcasts for later will not begin. Commands and buttons are answered.

    Please restart the bot: it makes up for everything that is not outdated yet. More: <code>docs/operations.md</code>, “scheduler”.

# The same, when it is over
alerts-over-database = ✅ <b>The file of the database is back in its place</b> and can be written to. The bot works as usual.
alerts-over-key = ✅ <b>The file with the key of the database is back in its place.</b>
alerts-over-clock = ✅ <b>The server’s clock is right again.</b>
alerts-over-disk = ✅ <b>There is enough room on the disk again.</b>
alerts-over-backup = ✅ <b>The backup of the database is written again.</b>
alerts-over-backlog = ✅ <b>Broadcasts and reminders go out in time again.</b>
alerts-over-poller = ✅ <b>The bot gets messages again.</b>
alerts-over-conflict = ✅ <b>Only this bot takes its messages again.</b>
alerts-over-webhook = ✅ <b>Telegram hands messages to the bot again.</b>
alerts-over-sender = ✅ <b>Broadcasts and reminders go out again.</b>
alerts-over-scheduler = ✅ <b>Reminders are prepared again.</b>

# Several at once; lines: one a trouble
alerts-several-wrong =
    ⚠️ <b>Not in order now</b>

    { $lines }
alerts-several-over =
    ✅ <b>Was not in order, and is over</b>

    { $lines }
alerts-several-where = What it means for people and what to do: <code>docs/operations.md</code>, by the word in brackets.
alerts-line-database = • the file of the database was moved, or cannot be written to (database)
alerts-line-key = • the file with the key of the database is gone (key)
alerts-line-clock = • the server’s clock is wrong (clock)
alerts-line-disk = • the disk is nearly full (disk)
alerts-line-backup = • the backup of the database is not written (backup)
alerts-line-backlog = • broadcasts or reminders are late (backlog)
alerts-line-poller = • the bot gets no messages (poller)
alerts-line-conflict = • another program takes the bot’s messages (conflict)
alerts-line-webhook = • Telegram cannot hand messages to the bot (webhook)
alerts-line-sender = • broadcasts and reminders do not go out (sender)
alerts-line-scheduler = • reminders are not prepared (scheduler)
