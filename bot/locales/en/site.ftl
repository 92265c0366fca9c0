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
    Answers to frequent questions about asylum in the US, with sources and dates, and free seminars. The same is in the Telegram bot; this site is for the day Telegram does not work.

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
site-news-none = No answer has changed yet.
site-search-label = Words of your question
site-search-button = Find
site-search-none = Nothing was found. The whole list is below.
site-search-wait = Loading the words to search in, this once…
site-search-failed = The words to search in did not load. Try again, or choose a question below.
site-search-all = All questions:
site-seminars-none = No seminar is planned at the moment.
site-follow = Follow without subscribing
site-follow-how = The calendar and the feed can be read without subscribing to the bot: neither your number nor an address of yours stands in any database. Only the log of the server where the site lies could know who opens them.
site-calendar = 📆 Calendar of the seminars
site-calendar-discreet = 📆 The same with neutral titles: “Meeting”
site-calendar-once = as a file, without updates
site-feed-seminars = Seminars (Atom feed)
site-feed-news = What has changed in the answers (Atom feed)
site-feed-cancelled = The seminar is cancelled.
site-past = Past seminars
site-reach = The bot in Telegram: <a href="{ $url }">@{ $username }</a>
site-privacy-text =
    This site remembers nothing about you: it has no cookies and no counters, and loads nothing from other servers. The words you search for stay in your browser.

    Your provider and the server where the site lies see the address of a page. If nobody may know that you read it, download the file with all answers and read it without the internet.
site-privacy-bot = What the bot stores
