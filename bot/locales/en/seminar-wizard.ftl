# A seminar step by step.

seminars-wizard-begin = ➕ New seminar, step by step
seminars-wizard-head = 📅 <b>New seminar · { $number } of { $of }</b>
seminars-wizard-day = <b>{ WHEN($day, "EEEE d MMMM y") }</b>
seminars-wizard-ask-ru = Write the title in Russian.
seminars-wizard-ask-en = Write the title in English.
seminars-wizard-ask-speaker = Who speaks? Tap the button, or write the name as readers will see it.
seminars-wizard-ask-talk = Which language will be spoken?
seminars-wizard-ask-day = On which day? Choose it below or write it: <code>tomorrow</code>, <code>05.12</code> (day, then month), <code>2026-12-05</code>. You may add the hour: <code>05.12 19:00</code>.
seminars-wizard-ask-time = At what time? Tap the hour, then the minute, or write it: <code>19:00</code>. Whose time it is, the bot asks next.
seminars-wizard-ask-zone = Whose time is it? Tap a place or write one: <code>America/Chicago</code>.
seminars-wizard-ask-length = How long will it take? Tap or write: <code>75m</code>, <code>1h30m</code>, <code>2h</code>.
seminars-wizard-ask-link = 🔗 Send the link to the meeting or the stream. It can be added later.
seminars-wizard-usual = Yakov Spektor
seminars-wizard-talk = { $talk ->
    [ru] Russian
    [en] English
   *[other] Russian and English
}
seminars-wizard-minutes = { $minutes } min
seminars-wizard-no-link = No link
seminars-wizard-keep = Leave it as it is
seminars-wizard-done = 📅 All of it is noted. The preview is below.
