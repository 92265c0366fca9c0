# What is shared from the bot into other chats.

inline-heading = <b>{ $title }</b>
inline-whole = Ответ целиком, с источниками и датами, есть в боте: его нельзя сократить, не потеряв важного.
inline-link = { $link }
inline-open = 📖 Открыть в боте
inline-seminar = Бесплатный семинар
