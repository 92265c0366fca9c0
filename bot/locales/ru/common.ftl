# Labels and sentences every screen family shares. The labels of the product's table are exact; an emoji may precede.

label-faq = ❓ Вопросы и ответы
label-seminars = 📅 Семинары
label-subscribe = 🔔 Подписаться
label-unsubscribe = 🔕 Отписаться
label-settings = ⚙️ Настройки
label-privacy = 🔒 Приватность
label-delete = 🗑 Удалить всё
label-help = ℹ️ Помощь
more = ⋯ Ещё
back = ⬅️ Назад
menu = 🏠 Меню
cancel = ✖️ Отмена
language-switch = 🌐 English
language-ru = русский
language-en = английский
already-done = Это уже сделано, второй раз нажимать не нужно.
try-later = Сейчас не получилось. Попробуйте ещё раз через несколько минут.
too-late-order = Это сообщение шло до бота больше пяти минут, поэтому он его не выполнил. Если оно ещё нужно, отправьте его снова.
too-many = Слишком много сообщений подряд, часть из них бот пропустил. Подождите минуту и попробуйте ещё раз.
