# /verify: how to tell this bot from a fake.

verify-title = 🛡 <b>Is this bot real?</b>
verify-name =
    The name of this bot: <code>@{ $username }</code>

    A display name and a picture are easy to copy, but every bot has its own name with @. Compare it letter by letter with the one { $links ->
        [0] the organisers have named.
       *[other] on the official pages.
    }
verify-official = <b>Official pages</b>
verify-link = • <a href="{ $url }">{ $shown }</a>
verify-no-links = No official pages are listed here yet. Ask the organisers for the name of the bot at the seminar itself.
verify-copy = 📋 { $shown }
verify-successor =
    <b>If this bot disappears</b>
    Telegram may close a real bot too. Then look for us here: <a href="{ $url }">{ $shown }</a>. Keep this address outside Telegram.{ $links ->
        [0] {""}
       *[other] {" "}Check any other address against the official pages first.
    }
verify-site =
    <b>The same without Telegram</b>
    The answers and seminars are on a site too: <a href="{ $url }">{ $shown }</a>. The calendar of the seminars can be read there without subscribing: no number of yours stands in any database. On our side only the log of its server could know who goes there.
verify-copy-site = 📋 The site’s address
verify-copy-successor = 📋 The reserve address
verify-never =
    <b>What we never ask for</b>
    • money, transfers, “a fee for a place in the queue”
    • a passport, a case number, photos of documents
    • codes from text messages, or passwords
    • to install an app or to move to another chat “with the lawyer”

    Anyone who asks for these in our name is a fraud.
verify-report =
    <b>If you have found a fake</b>
    Do not write to it. Open its profile, tap ⋮ and choose “Report”. Then tell the organisers { $links ->
        [0] at the next seminar.
       *[other] through the official pages.
    }
