# Around an answer: its state, its sources, its pages. The answers themselves are in faq-<topic>.ftl.

answers-title = ❓ <b>Questions and answers</b>
answers-intro = The most frequent questions come first. Looking for something else? Choose a section below. Each answer has links to its sources.
answers-choose-topic = Choose a question.
answers-legend-past = ⏳ Something in the answer may have changed.
answers-legend-shut = ⚠️ Part of the answer was checked long ago.
answers-mark-past = ⏳ { $label }
answers-mark-shut = ⚠️ { $label }
answers-state-draft = ⚠️ Draft · as known on { WHEN($date, "d MMMM y") }
answers-state-draft-confirmed = ⚠️ Draft · facts compared on { WHEN($date, "d MMMM y") }
answers-state-draft-past = ⚠️ Draft · may have changed after { WHEN($date, "d MMMM y") }
answers-state-checked = ✅ Checked by { $reviewer } { WHEN($date, "d MMMM y") }
answers-state-past = ⚠️ May have changed after { WHEN($date, "d MMMM y") }
answers-details = <b>In detail</b>
answers-changed = <b>What may have changed</b>
answers-unconfirmed = <b>What we have not yet compared with the law</b>
answers-act-as-if = Act as if it were so for now.
answers-do-not-give-up = Do not give this up by yourself: ask a lawyer.
answers-shut = Part of the answer was checked long ago; the button below opens it.
answers-show-shut = Show what may have changed
answers-shut-warning = This was known on { WHEN($date, "d MMMM y") } and has not been checked since. Before you rely on it, look at the source or ask a lawyer.
answers-sources = Sources:
answers-more-sources = More sources:
answers-source = <a href="{ $url }">{ $title }</a>
answers-notice = <i>General information, not legal advice. For your own case ask a lawyer.</i>
answers-page = { $page }/{ $pages }
answers-previous = ‹
answers-next = ›
answers-watch = 🔔 Tell me if it changes
answers-copy = 📋 { $text }
answers-share = ↗️ Share
