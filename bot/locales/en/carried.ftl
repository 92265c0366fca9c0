# The link that takes language and settings to another bot.

carried-title = 🧳 <b>Your settings in a link</b>
carried-why = If this bot disappears, another bot cannot write to you first: it will not have your number. Keep this link outside Telegram: with it you can subscribe again at one tap.
carried-why-own = If this bot disappears, another bot cannot write to you first: it will not have your number. No reserve bot has a name yet. Keep this line outside Telegram: <code>{ $typed }</code>. Send it to the new bot, and you can subscribe again at one tap.
carried-where = Look for the new bot’s name here, and compare it: { $pages }
carried-holds = <b>What is in this link</b>
carried-language = • language: { $language ->
        [ru] Russian
       *[en] English
    }
carried-nothing-else = Nothing else is in it: no name, no number. Everybody who chose the same has the same link. Requests to be reminded of one seminar, or told of one answer, do not go along.
carried-link-successor =
    <b>The link to the reserve bot</b>
    <code>{ $link }</code>

    It shows what it would switch on, and asks first.
carried-link-own =
    <b>The link</b>
    <code>{ $link }</code>

    It leads to this same bot: with it you can subscribe from another account, as long as the bot is there. The bot shows what it would switch on, and asks first.
carried-typed = If the new bot has another name, send it this line: <code>{ $typed }</code>
carried-copy = 📋 Copy the link
carried-copy-line = 📋 Copy the line
carried-offer = <b>With your link you would get</b>
carried-already = 🧳 You are subscribed to this bot already. The link has changed nothing: your settings stay as they are.
carried-unreadable = 🧳 The bot could not read this link with settings: perhaps it was not copied whole. Nothing has changed. You can also subscribe without it.
carried-ready = Subscribe at the reserve bot: <a href="{ $url }">with the usual settings</a> or <a href="{ $discreet }">discreetly</a>, when messages do not give away what they are about. It shows what it would switch on, and asks first.
