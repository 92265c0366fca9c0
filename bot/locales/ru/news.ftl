# /news: the last changes of answers.

news-title = 🆕 <b>Что нового</b>
news-none = Ответы пока не менялись. Чтобы узнать о новой версии, откройте ответ и нажмите 🔔.
news-watch = Последние изменения в ответах. Чтобы узнавать о новых, откройте ответ и нажмите 🔔.
news-change =
    <b>{ WHEN($day, "d MMMM y 'года'") }. { $title }</b>
    { $what }
