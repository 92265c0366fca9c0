# Around an answer: its state, its sources, its pages. The answers themselves are in faq-<topic>.ftl.

answers-title = ❓ <b>Questions and answers</b>
answers-intro = The most frequent questions come first. Looking for something else? Choose a section below. Each answer has links to its sources.
answers-choose-topic = Choose a question.
answers-unchecked = ⚠️ Draft: a lawyer has not checked this answer yet
answers-stale = ⚠️ Not checked since { WHEN($date, "d MMMM y") }, the rule may have changed
answers-withheld-unchecked =
    We are not showing this answer for now. It was written on { WHEN($date, "d MMMM y") } and a lawyer has not checked it since. A mistake here can cost a lot, and the rules change often.

    Below are the sources, where you can look for yourself.
answers-withheld-stale =
    We are not showing this answer for now. A lawyer checked it on { WHEN($date, "d MMMM y") }, and the next check is long overdue. A mistake here can cost a lot, and the rules change often.

    Below are the sources, where you can look for yourself.
answers-uncertain = <b>What is uncertain</b>
answers-sources = <b>Sources</b>
answers-source = • <a href="{ $url }">{ $title }</a>
answers-checked = Written on { WHEN($written, "d MMMM y") }. Checked on { WHEN($checked, "d MMMM y") } by { $reviewer }.
answers-written = Written on { WHEN($written, "d MMMM y") }.
answers-notice = <i>This is general information about US law, not legal advice; it creates no attorney-client relationship. Rules change: checked on { WHEN($date, "d MMMM y") }. For your own case see an attorney or an accredited representative.</i>
answers-notice-unchecked = <i>This is general information about US law, not legal advice; it creates no attorney-client relationship. Rules change: written on { WHEN($date, "d MMMM y") } and not yet checked by a lawyer. For your own case see an attorney or an accredited representative.</i>
answers-page = { $page }/{ $pages }
answers-previous = ‹
answers-next = ›
answers-watch = 🔔 Tell me if it changes
answers-share = ↗️ Share
