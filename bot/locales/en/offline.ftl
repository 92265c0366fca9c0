# The file with all answers.

offline-title = 📄 <b>The answers in one file</b>
offline-text =
    All answers in Russian and English, with sources and dates. The file opens in a browser without the internet and without Telegram, and it can be printed: one language takes fewer than 30 pages.

    The file is not updated: it bears the day it was made. Whoever finds it on your phone can see what it is about.
offline-get = ⬇️ Get the file
offline-heading = Asylum in the US: questions and answers
offline-made =
    Made on { WHEN($day, "d MMMM y") }. This file is not updated, and rules change: each answer says whether a lawyer has checked it, and when.

    This is general information about US law, not legal advice. For your own case, talk to an attorney. We never ask for money, a passport or codes.
offline-official = Official pages:
offline-contents = Contents
offline-up = To the contents
offline-top = To the top
offline-language = English
offline-name = answers
offline-name-discreet = notes
