# What a reminder says, openly and discreetly. Every sentence stays true when it is sent or read late.

reminders-announcement = 📅 <b>Новый семинар</b>
reminders-early = 🔔 <b>Напоминание о семинаре</b>
reminders-soon = 🔔 <b>Скоро семинар</b>
reminders-soon-link = Подключиться можно по ссылке ниже.
reminders-live = 🔴 <b>Семинар в эфире</b>
reminders-live-link = Смотреть можно по ссылке ниже.
reminders-moved = ⚠️ <b>Семинар перенесён</b>
reminders-moved-old = Прежнее время больше не действует, новое ниже.
reminders-edited = ✏️ <b>Семинар изменился</b>
reminders-edited-now = Ниже то, что действует теперь. Время прежнее.
reminders-cancelled = ❌ <b>Семинар отменён</b>
reminders-cancelled-what = «{ $title }» ({ $moment }) не состоится. Напоминаний о нём больше не будет.
reminders-cancelled-calendar = Если вы записали его в календарь, там он останется и напомнит о себе. Кнопка ниже пришлёт файл, который его убирает.

reminders-discreet-announcement = Назначена встреча
reminders-discreet-step = Напоминание о встрече
reminders-discreet-moved = Встреча перенесена
reminders-discreet-edited = Встреча изменилась
reminders-discreet-cancelled = Встреча отменена
reminders-discreet-broadcast = Новое сообщение
reminders-discreet-change = Новое сообщение
reminders-discreet-idle = Один вопрос
reminders-joint = 🔔 <b>Напоминание о семинарах</b>
reminders-joint-card = 📅 { $title }
reminders-discreet-joint = Напоминание о встречах
reminders-joint-open = Открыть: встреча { $number }
reminders-open = Открыть
reminders-hide-yourself = Сообщению больше двух суток, и Telegram уже не даёт боту его удалить. Удалите его сами: нажмите на него и выберите «Удалить».
reminders-broadcast-gone = Это сообщение больше не хранится.

# Вопрос после семинара
ratings-question =
    ⭐ <b>Как прошёл семинар?</b>

    «{ $title }»

    Насколько он был полезен: от 1 (мало) до 5 (очень). Достаточно одного нажатия. Учтено будет без имени: бот складывает оценки и не хранит, кто какую поставил.
ratings-value = { $value }
ratings-ask = ✉️ Вопрос после семинара
ratings-thanks = Спасибо. Ответ учтён без имени.
ratings-closed = Этот ответ уже учтён или больше не принимается
reminders-discreet-rating = Один вопрос о встрече
