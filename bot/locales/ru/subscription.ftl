# Subscribing and leaving.

subscription-title = 🔔 <b>Подписка на семинары</b>
subscription-what =
    Бот пришлёт напоминания о семинарах, ссылки на записи и новости. Что именно присылать, можно выбрать в настройках.

    <b>Что для этого сохранится</b>
    • номер этого чата в Telegram
    • язык
    • ваши настройки: что присылать и как
    • день подписки и день последнего изменения, без времени

    Больше ничего: ни имени, ни телефона. Всё это хранится, пока вы не отпишетесь командой /stop, и тогда сразу удаляется.
subscription-discreet = 🕶 <b>Незаметный режим</b>: сообщение не выдаёт, о чём речь, содержание открывается кнопкой.
subscription-discreet-off = ⬜️ 🕶 Незаметно
subscription-discreet-on = ✅ 🕶 Незаметно
subscription-subscribed-title = 🔔 <b>Вы подписаны</b>
subscription-receives = <b>Что приходит</b>
subscription-reminders = • напоминания о семинарах
subscription-recordings = • записи семинаров
subscription-news = • новости
subscription-nothing = • сейчас ничего: всё выключено в настройках
subscription-silent = 🔕 Сообщения приходят без звука.
subscription-is-discreet = 🕶 Незаметный режим включён.
subscription-leave-hint = Отписаться можно в любой момент, кнопкой или командой /stop.
subscription-left-title = 🔕 <b>Вы отписаны</b>
subscription-left = Напоминания и новости больше не придут. Всё, что хранилось для подписки, удалено. Читать ответы и смотреть семинары можно по-прежнему.
