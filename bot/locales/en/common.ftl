# Labels and sentences every screen family shares. The labels of the product's table are exact; an emoji may precede.

label-faq = ❓ Questions and answers
label-seminars = 📅 Seminars
label-subscribe = 🔔 Subscribe
label-unsubscribe = 🔕 Unsubscribe
label-settings = ⚙️ Settings
label-privacy = 🔒 Privacy
label-delete = 🗑 Delete everything
label-help = ℹ️ Help
more = ⋯ More
back = ⬅️ Back
menu = 🏠 Menu
cancel = ✖️ Cancel
language-switch = 🌐 Русский
language-ru = Russian
language-en = English
already-done = This is done already. There is no need to tap again.
try-later = That did not work just now. Please try again in a few minutes.
too-late-order = This message took more than five minutes to reach the bot, so it was not carried out. If it is still needed, send it again.
too-many = Too many messages at once, so the bot skipped some of them. Please wait a minute and try again.
