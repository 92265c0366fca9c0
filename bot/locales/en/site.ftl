# The site: the same without Telegram.

site-title = Asylum in the US: questions and answers
site-enter = English: answers and seminars
site-other = Русский
site-home = Questions
site-seminars = Seminars
site-news = What is new
site-search = Search
site-verify = The bot and fakes
site-privacy = Privacy
site-about =
    Answers to frequent questions about asylum in the US, with sources and dates, and free seminars. The same is in <a href="verify.html">the Telegram bot</a>; this site is for the day Telegram does not work.

    We never ask for money, a passport or codes.
site-notice = This is general information about US law, not legal advice. Speak to an attorney about your case.
site-offline = 📄 All answers in one file: save it, and read it without the internet
site-related = Close to this
site-known = Known as of { WHEN($known, "MMMM d, y") }; may have changed after { WHEN($due, "MMMM d, y") }.
site-known-below = Below, known as of { WHEN($known, "MMMM d, y") }; may have changed after { WHEN($due, "MMMM d, y") }:
site-missing = There is no such page
site-missing-text = Perhaps the address was not copied whole, or the answer has another name now.
site-mark = Not compared with the sources for a long time. Show what may have changed
site-change = { WHEN($day, "MMMM d, y") }. { $what }
site-news-none = As of { WHEN($day, "MMMM d, y") }, no answer has changed yet.
site-search-label = Words of your question
site-search-button = Find
site-search-none = Nothing was found. The whole list is below.
site-search-wait = Loading the words to search in, this once…
site-search-failed = The words to search in did not load. Try again, or choose a question below.
site-search-all = All questions:
site-moment = { WHEN($at, "EEE d MMM y, HH:mm") } { $city }
site-seminars-known = Schedule as of { WHEN($day, "MMMM d, y") }. It may have changed since.
site-seminars-none = No new seminar is planned.
site-seminars-unknown = This copy of the site has no schedule of seminars. You can see it <a href="verify.html">in the bot</a>.
site-follow = Follow without subscribing
site-follow-how = The calendar and the feed can be read without subscribing to the bot: neither your number nor an address of yours stands in any database. On our side only the log of the server where the site lies could know who opens them. If your calendar is kept in a Google or Apple account, they see the subscription to it too.
site-calendar = 📆 Calendar of the seminars
site-calendar-discreet = 📆 The same under the title “Meeting”
site-calendar-once = { $calendar }, as a file without updates
site-feed-seminars = Seminars (Atom feed)
site-feed-news = What has changed in the answers (Atom feed)
site-feed-off = It was planned for { $when }.
site-past = Past seminars
site-reach = The bot in Telegram: <a href="{ $url }">@{ $username }</a>
site-privacy-text =
    This site remembers nothing about you: it has no cookies and no counters, and loads nothing from other servers. The words you search for stay in your browser.

    Your provider sees that you opened this site, and the server where the site lies sees the page too. On the phone it stays in the history of the browser: you can clear the history, or open the site in a private tab.

    If nobody may know what you read, download <a href="answers.html">the file with all answers</a> and read it without the internet. It stays on the phone until you delete it.
site-privacy-bot = What the bot stores
# By these words the search of the site finds the other pages.
site-find-verify =
    is this bot real,
    bot, name of the bot, link to the bot, Telegram, fake, clone, copy, impostor, scam bot, find the bot, blocked Telegram,
    bot has gone, report a fake
site-find-privacy =
    privacy,
    bot stores, stored, anonymous, tracking, cookies, history, delete my data, safe to read
site-find-file =
    all answers in a file,
    file, download, save, offline, without internet, print, memory stick
