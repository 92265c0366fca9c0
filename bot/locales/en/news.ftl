# /news: the last changes of answers.

news-title = 🆕 <b>What is new</b>
news-none = The answers have not changed yet. To hear of a new version, open an answer and tap 🔔.
news-watch = The latest changes in the answers. To hear of new ones, open an answer and tap 🔔.
news-change =
    <b>{ WHEN($day, "d MMMM y") }. { $title }</b>
    { $what }
