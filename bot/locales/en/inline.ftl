# What is shared from the bot into other chats.

inline-heading = <b>{ $title }</b>
inline-whole = The whole answer, with its sources and dates, is in the bot: it cannot be shortened without losing what matters.
inline-link = { $link }
inline-open = 📖 Open in the bot
inline-seminar = A free seminar
