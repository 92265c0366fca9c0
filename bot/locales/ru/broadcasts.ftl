# Составление рассылки
broadcasts-ask-ru =
    📣 <b>Новая рассылка</b>

    Пришлите русский текст одним сообщением. Подойдут и фото, видео, аудио, голосовое, кружок или документ с подписью, и пересланный пост: без указания, откуда он.

    Оформление сохранится в точности. Упоминание человека, у которого нет имени пользователя, станет обычным текстом.

    Черновик хранится час. Новая команда /broadcast его заменит, /cancel удалит.
broadcasts-ask-en =
    📣 <b>Русский текст принят</b>

    Теперь пришлите английский текст (или фото, видео, голосовое, документ) одним сообщением или выберите, как обойтись без него.
broadcasts-ask-fix-ru = ✏️ Пришлите исправленный русский текст одним сообщением. До этого остаётся прежний.
broadcasts-ask-fix-en = ✏️ Пришлите исправленный английский текст одним сообщением. До этого остаётся прежний.
broadcasts-act-one = Одно для всех
broadcasts-act-ru = Только русским
broadcasts-act-fix-ru = ✏️ Исправить русский
broadcasts-act-fix-en = ✏️ Исправить английский
broadcasts-act-links = 🔗 Кнопки-ссылки
broadcasts-act-nolinks = Без кнопок
broadcasts-ask-links-ru =
    🔗 <b>Кнопки под русским сообщением</b>

    Пришлите одним сообщением до { $limit } строк вида <code>Текст — https://example.org</code>. Каждая строка станет кнопкой. Под альбомом кнопки придут отдельным сообщением.
broadcasts-ask-links-en =
    🔗 <b>Кнопки под английским сообщением</b>

    Пришлите одним сообщением до { $limit } строк вида <code>Text — https://example.org</code>. Каждая строка станет кнопкой.
broadcasts-link-form = В строке { $line } должны быть текст кнопки и адрес, например: <code>Запись — https://example.org</code>
broadcasts-link-https = В строке { $line } адрес должен начинаться с https://. Другие адреса небезопасны для читателя.
broadcasts-link-address = Адрес в строке { $line } не похож на страницу в интернете. Проверьте его.
broadcasts-link-label = Текст кнопки в строке { $line } слишком длинный: до { $units } знаков, иначе телефон его обрежет.
broadcasts-link-many = Кнопок может быть не больше { $limit }.
broadcasts-act-quiet = 🔕 Без звука
broadcasts-act-loud = 🔔 Со звуком
broadcasts-quiet = 🔕 Придёт без звука.
broadcasts-act-whom = 👥 Кому
broadcasts-ask-whom = 👥 <b>Кому отправить?</b> После выбора предпросмотр придёт заново.
broadcasts-act-signed-up = Записавшиеся · …
broadcasts-ask-seminar = 👥 <b>Записавшимся на какой семинар отправить?</b> Это все, кому бот о нём напоминает. После выбора предпросмотр придёт заново.
broadcasts-no-seminars = Сейчас нет семинара, записавшимся на который можно написать.
broadcasts-of-seminar = { $title } · { $count }
broadcasts-whom-no-seminar = Этот семинар отменён или давно прошёл. Получатели остались прежними.
broadcasts-seminar-off = Семинар отменён или давно прошёл, и рассылка не отправлена. Выберите других получателей или удалите черновик.
broadcasts-whom-lacks = Для этих читателей в черновике нет текста на их языке.
broadcasts-fault-empty = В сообщении нет текста. Черновик на месте: пришлите текст ещё раз.
broadcasts-fault-long = Текст не помещается в одно сообщение Telegram: в нём не больше { $limit } знаков, эмодзи считается за два. Черновик на месте: пришлите текст короче.
broadcasts-cut-paste = Похоже, Telegram разрезал одну вставку на части: в сообщение помещается { $limit } знаков. Взята только первая часть, эта не взята. Сократите текст и начните снова: /broadcast
broadcasts-fault-caption = Подпись не помещается под файлом: в ней не больше { $limit } знаков, эмодзи считается за два. Черновик на месте: пришлите файл с подписью короче.
broadcasts-fault-mixed = Такой альбом Telegram не примет: в нём до десяти файлов, и вместе идут только фото и видео, или только документы, или только аудио. Черновик на месте: пришлите альбом иначе.
broadcasts-album-late = Этот альбом пришёл после того, как рассылка была подтверждена или удалена. Он никуда не отправлен.
broadcasts-uncopied = { $what } Черновик на месте: пришлите текст, фото, видео, аудио, голосовое, кружок, документ или стикер.
broadcasts-uncopied-poll = Опрос разослать нельзя: Telegram не даёт боту отправить его копию.
broadcasts-uncopied-dice = Кубик разослать нельзя: у каждого выпало бы своё.
broadcasts-uncopied-game = Игру разослать нельзя: Telegram не даёт боту отправить чужую игру.
broadcasts-uncopied-contact = Контакт разослать нельзя: это чьи-то личные данные.
broadcasts-uncopied-location = Место на карте разослать нельзя. Напишите адрес текстом.
broadcasts-uncopied-story = Историю разослать нельзя: Telegram не даёт боту отправить её копию.
broadcasts-uncopied-paid = Платный пост разослать нельзя: Telegram не даёт боту отправить его копию.
broadcasts-uncopied-checklist = Список дел разослать нельзя. Напишите его текстом.
broadcasts-uncopied-giveaway = Розыгрыш разослать нельзя: Telegram не даёт боту отправить его копию.
broadcasts-uncopied-invoice = Счёт разослать нельзя: Telegram не даёт боту отправить его копию.
broadcasts-uncopied-album = Ответ на альбом передаёт боту только один его файл, остальные потерялись бы. Пришлите или перешлите альбом сюда целиком.
broadcasts-uncopied-other = Такое сообщение разослать нельзя: Telegram не даёт боту отправить его копию.

# Предпросмотр
broadcasts-refused-one =
    ⚠️ <b>Telegram не принимает это сообщение</b>

    { $reason }
    <code>{ $original }</code>

    Черновик на месте: пришлите исправленное.
broadcasts-refused-ru =
    ⚠️ <b>Telegram не принимает русское сообщение</b>

    { $reason }
    <code>{ $original }</code>

    Черновик на месте: пришлите исправленное русское сообщение.
broadcasts-refused-en =
    ⚠️ <b>Telegram не принимает английское сообщение</b>

    { $reason }
    <code>{ $original }</code>

    Черновик на месте: пришлите исправленное английское сообщение.
broadcasts-reason-empty = Для Telegram в нём нет ни одного видимого знака.
broadcasts-reason-long = Он слишком длинный для одного сообщения.
broadcasts-reason-formatting = В нём не складывается оформление: жирный, ссылка, цитата или другое.
broadcasts-reason-file = Telegram больше не узнаёт файл. Пришлите его ещё раз.
broadcasts-reason-other = Причина, как её назвал Telegram:
broadcasts-audience-all = Все · { $count }
broadcasts-audience-ru = Русский · { $count }
broadcasts-audience-en = English · { $count }
broadcasts-audience-recordings = Записи и новые видео · { $count }
broadcasts-audience-reminders = Напоминания о семинарах · { $count }
broadcasts-audience-signed-up = Записавшиеся · { $count } · { $title }
broadcasts-card =
    📣 <b>Рассылка готова</b>

    Выше точная копия того, что получат.

    Кому: { $audience }
    Займёт: { $duration }
broadcasts-card-one =
    📣 <b>Рассылка готова</b>

    Выше точная копия того, что получат. Текст один для всех языков.

    Кому: { $audience }
    Займёт: { $duration }
broadcasts-readers = Читают по-русски: { $russian }, по-английски: { $english }
broadcasts-cyrillic-english = ⚠️ Английский текст написан кириллицей. Если вы вставили длинный текст, Telegram мог разрезать его на части, и одна из них стала английским текстом. Проверьте копии выше и нажмите «Исправить английский», если это не то, что вы хотели.
broadcasts-label-ru = 🇷🇺 <b>Русский текст, копия:</b>
broadcasts-label-en = 🇬🇧 <b>Английский текст, копия:</b>
broadcasts-label-one = 🇷🇺🇬🇧 <b>Один текст для всех, копия:</b>
broadcasts-card-nobody =
    📣 <b>Отправлять некому</b>

    Кому: { $audience }

    Сейчас на такие рассылки никто не подписан. Черновик хранится час.
broadcasts-send = Отправить { $count }
broadcasts-offer =
    ⚡ <b>Можно быстрее, за звёзды Telegram</b>

    Займёт: { $duration }
    Цена: до { $stars } ⭐ с баланса бота
broadcasts-offer-balance = На балансе: { $balance } ⭐
broadcasts-offer-choose = Звёзды тратит только кнопка с молнией.
broadcasts-offer-short = На балансе не хватает звёзд, поэтому доступна только бесплатная отправка.
broadcasts-send-paid = ⚡ Быстро за { $stars } ⭐
broadcasts-dearer = Подписчиков стало больше, и цена выросла. Посмотрите новую цену и нажмите ещё раз.
broadcasts-recounted = Подписчиков стало заметно больше или меньше. Посмотрите новое число и нажмите ещё раз.
broadcasts-duration-short = меньше минуты
broadcasts-duration-minutes = около { $minutes } мин
broadcasts-duration-hours = около { $hours } ч { $minutes } мин
broadcasts-stale = Эта рассылка уже отправлена, изменена или удалена. Действует последний предпросмотр.
broadcasts-gone =
    📣 <b>Черновика нет</b>

    Он удалён, его час прошёл или рассылка давно закончилась. Начать новую: /broadcast
drafts-forwarded = Пересланное сообщение здесь не подходит: напишите текст сами. Черновик на месте.
drafts-edited = Правка отправленного сообщения не меняет черновик. Чтобы изменить его, пользуйтесь кнопками ниже или пришлите текст новым сообщением, когда бот о нём спросит.
drafts-expired-broadcast = Черновик рассылки ждал час и удалён. Это сообщение никуда не отправлено. Начать снова: /broadcast
drafts-expired-seminar = Черновик семинара ждал час и удалён. Это сообщение ничего не изменило. Начать снова: /seminar
drafts-expired-edit = Бот ждал изменение семинара час и больше не ждёт. Семинар прежний. Начать снова: /seminar
drafts-expired-wizard = Семинар, который вы вводили по шагам, ждал час и удалён. Это сообщение ничего не изменило. Начать снова: /seminar
drafts-expired-recording = Черновик записи ждал час и удалён. Это сообщение ничего не изменило: что опубликовано, осталось прежним. Начать снова: /admin
drafts-expired-move = Бот ждал новое время семинара час и больше не ждёт. Время семинара прежнее. Начать снова: /admin
broadcasts-dropped-broadcast = Черновик рассылки удалён, ничего не отправлено.
broadcasts-dropped-seminar = Черновик семинара удалён, о нём никто не узнал.
broadcasts-dropped-edit = Изменение отменено, семинар прежний.
broadcasts-dropped-wizard = Черновик семинара удалён, о нём никто не узнал.
broadcasts-dropped-recording = Черновик записи удалён. Что опубликовано, осталось прежним.
broadcasts-dropped-move = Перенос отменён, время семинара прежнее.

# Ход рассылки
broadcasts-started = Рассылка подтверждена
broadcasts-to-paused = ⏸ Пауза
broadcasts-to-queued = ▶️ Продолжить
broadcasts-to-cancelled = ⏹ Отменить
broadcasts-now-paused = Рассылка на паузе
broadcasts-now-queued = Рассылка продолжается
broadcasts-now-cancelled = Рассылка отменена
broadcasts-now-same = Ничего не изменилось: смотрите состояние в сообщении
broadcasts-state-queued = 📣 <b>Рассылка идёт</b>
broadcasts-state-paused = ⏸ <b>Рассылка на паузе</b>
broadcasts-state-stopped = ⚠️ <b>Рассылка остановилась сама</b>
broadcasts-state-done = ✅ <b>Рассылка закончена</b>
broadcasts-state-cancelled = ⏹ <b>Рассылка отменена</b>
broadcasts-held = ⏸ Отправки остановлены для всех рассылок и напоминаний. Продолжить: /admin
broadcasts-stopped-refused = Telegram отказался принять этот текст у всех первых получателей. Никто не удалён из подписчиков.
broadcasts-stopped-gone = Больше пятой части первых получателей оказались недоступны. Проверьте, тот ли это бот.
broadcasts-stopped-failing = Больше двадцатой части отправок закончились ошибкой или остались без ответа Telegram.
broadcasts-stopped-other = Проверьте счётчики, прежде чем продолжать.
broadcasts-progress =
    { $bar }

    Отправлено: { $delivered }
    Осталось: { $remaining }
    Недоступны: { $gone }
    Ошибки: { $failed }
    Неизвестно: { $unknown }
broadcasts-unpaid = ⚡ Telegram перестал принимать платные сообщения. С этого места рассылка идёт бесплатно, с обычной скоростью.
broadcasts-told-unpaid =
    ⚡ <b>Рассылка идёт дальше бесплатно</b>

    Telegram перестал принимать её платные сообщения. Возможно, на балансе бота кончились звёзды или платные рассылки не включены в @BotFather.

    Остальные получат её с обычной скоростью. Никто не пропущен, и второй раз её из-за этого никто не получит.
broadcasts-pace =
    Скорость: { $rate } в секунду
    До конца: { $duration }
broadcasts-report =
    Доставлено: { $delivered }
    Недоступны: { $gone }
    Ошибки: { $failed }
    Неизвестно: { $unknown }
    Просрочено: { $expired }
    Отписались: { $left }
    Всего: { $total }

    Возможно дважды: { $twice }
broadcasts-cost = Звёзд потрачено: до { $stars }. Telegram берёт 0,1 ⭐ за каждое сообщение сверх бесплатной скорости.
broadcasts-unreached = Не получили из-за отмены: { $count }. Они учтены в строке «Просрочено».
broadcasts-under-way = Ещё в пути: { $count }. Они появятся в отчёте, когда ответит Telegram.

# Повтор тем, кому не дошло
broadcasts-repeat-failed = Повторить тем, кому не дошло · { $count }
broadcasts-repeat-unknown = ⚠️ Повторить неизвестным · { $count }
broadcasts-repeat-warning = «Неизвестно» значит, что Telegram не ответил: эти люди могли уже получить рассылку. Повтор для них стоит отдельной кнопкой.
broadcasts-repeat-nobody = Повторять некому: повтор уже отправлен, ещё идёт, или эти люди отписались.
broadcasts-missed-failed = Кому не дошло · { $count }
broadcasts-missed-unknown = Неизвестно, дошло ли · { $count }
broadcasts-missed-note-failed = Это повтор. Он уйдёт только тем, у кого в отчёте ошибка. Кому рассылка доставлена, те ничего не получат.
broadcasts-missed-note-unknown = ⚠️ Это повтор для тех, о ком Telegram не ответил. Часть из них рассылку уже получила и получит её второй раз. Кому она точно доставлена, те ничего не получат.
broadcasts-missed-got = Кто получил первую · { $count }
broadcasts-missed-note-got = Это поправка. Она уйдёт только тем, кто получил первую рассылку, ответом на неё. Кто с тех пор отписался, не получит ничего.
broadcasts-missed-nobody =
    📣 <b>Повторять некому</b>

    Кому: { $audience }

    Эти люди уже получили повтор или отписались.

# Рассылка на потом
broadcasts-act-later = 🕓 Отправить позже
broadcasts-act-back = ◀️ К предпросмотру
broadcasts-act-change = 🕓 Изменить время
broadcasts-act-keep = Оставить как есть
broadcasts-act-review = 👁 Посмотреть и отправить
broadcasts-act-withdraw = ⏹ Не отправлять
broadcasts-ask-schedule = 🕓 <b>Когда отправить?</b>
broadcasts-ask-change = 🕓 <b>На какое время перенести?</b> До ответа остаётся прежнее.
broadcasts-ask-time =
    Выберите день ниже или напишите день и время одним сообщением, например: <code>завтра 19:00</code>, <code>05.12 19:00</code> или <code>2026-12-05 19:00 America/New_York</code>.

    Без названия места время считается по часовому поясу организаторов.
broadcasts-calendar-hour =
    🕓 <b>{ WHEN($day, "EEEE d MMMM y") }</b>

    В котором часу? Время здесь: { $city }. Можно и написать: <code>19:30</code>.
broadcasts-calendar-minute =
    🕓 <b>{ WHEN($day, "EEEE d MMMM y") }</b>

    Во сколько минут? Время здесь: { $city }. Можно и написать: <code>19:37</code>.
broadcasts-calendar-reading =
    🕓 <b>Отправить в это время?</b>

    { $moment }
    { $relative }

    Пока ничего не назначено.
broadcasts-calendar-order = 🕓 Запланировать
broadcasts-time-refused = Время не назначено, ничего не изменилось.
broadcasts-state-scheduled = 🕓 <b>Рассылка отложена</b>
broadcasts-state-asks = ❓ <b>Рассылка не отправлена и ждёт вашего решения</b>
broadcasts-due = Время отправки: { $moment } ({ $relative })
broadcasts-due-count = Кому: { $count }. Перед отправкой бот пересчитает.
broadcasts-due-held = ⏸ Сейчас все отправки остановлены. Если пауза продлится дольше 15 минут после этого времени, бот спросит, отправлять ли.
broadcasts-hold-late = Её время прошло больше 15 минут назад, а отправить её вовремя было нельзя. Поздно бот сам не отправляет.
broadcasts-hold-restored = База восстановлена из резервной копии. Возможно, эту рассылку уже отправили до сбоя, и бот об этом не помнит.
broadcasts-hold-moved = Подписчиков стало заметно больше или меньше, чем было, когда рассылку подтвердили или отложили.
broadcasts-hold-seminar = Семинар, записавшимся на который она предназначена, отменён или давно прошёл. Её никто не получил.
broadcasts-hold-author = Того, кто её подготовил, больше нет среди администраторов. Отправить её может другой администратор, посмотрев копии.
broadcasts-reviewed = 👁 Копии и новая карточка ниже. Это снова черновик: он хранится час.
broadcasts-withdrawn =
    ⏹ <b>Рассылка снята</b>

    Её никто не получил.
broadcasts-fold = В эту ночь часы переводят назад, и такое время наступит дважды. Какое из двух?
broadcasts-fold-earlier = 1. Раньше: { $moment }, { $utc }
broadcasts-fold-later = 2. Позже: { $moment }, { $utc }
broadcasts-pick-earlier = 1. Раньше
broadcasts-pick-later = 2. Позже
broadcasts-list-head = 🕓 <b>Отложенные рассылки: { $count }</b>
broadcasts-list-none = 🕓 Отложенных рассылок нет.
broadcasts-list-line =
    { $number }. { $moment }
    { $text }
broadcasts-list-asks =
    { $number }. ❓ Ждёт решения. { $moment }
    { $text }
broadcasts-list-open = Открыть { $number }
broadcasts-dropped-reschedule = Время отправки не изменилось.
drafts-expired-reschedule = Бот ждал новое время отправки час и больше не ждёт. Рассылка уйдёт в прежнее время. Открыть её: /admin

# Вернуть в первые секунды
broadcasts-undo = Вернуть · { $seconds }
broadcasts-window =
    ⏳ <b>Рассылка сейчас начнётся</b>

    Кому: { $count }. Пока её никто не получил, и её можно вернуть.
broadcasts-back-draft = Возвращено: её никто не получил. Черновик хранится час.
broadcasts-back-withdrawn = Снято: её никто не получил.
broadcasts-back-cancelled = Она уже началась и теперь остановлена. Сколько людей её получили, видно в отчёте.
broadcasts-hold-window = Бот перезапустился или не работал, когда закончился отсчёт, и не стал отправлять её без вас.

# Второе подтверждение
broadcasts-asked = Отправлено на подтверждение другому администратору
broadcasts-state-approval = 👥 <b>Рассылка ждёт второго подтверждения</b>
broadcasts-approval-count = Кому: { $count }. Копии и кнопки у других администраторов. Пока никто из них не подтвердил, рассылку не получит никто. Запрос действует сутки.
broadcasts-take-back = ↩️ Вернуть
broadcasts-approve = ✅ Подтвердить
broadcasts-refuse = ✋ Отклонить
# who: Анна, имя из настроек
broadcasts-request =
    👥 <b>Нужно ваше подтверждение</b>

    Выше точная копия того, что получат. Без вашего согласия эту рассылку не получит никто.

    Подготовлено: { $who }
    Кому: { $audience }
broadcasts-request-until = Запрос действует до: { $moment }
broadcasts-approved = Подтверждено
broadcasts-approved-card =
    ✅ <b>Вы подтвердили рассылку</b>

    Карточка с её ходом у того, кто её подготовил. Посмотреть и остановить её можете и вы.
broadcasts-show-run = Показать, как она идёт
broadcasts-not-approved = Отклонено: рассылку никто не получит
broadcasts-request-over = Этот запрос больше не действует: смотрите состояние в сообщении
broadcasts-announced =
    📣 <b>Рассылка</b>

    Отправляет: { $who }
    Кому: { $count }
broadcasts-announced-approver = Подтверждает: { $who }
broadcasts-announced-started = Начало: { $moment }
broadcasts-hold-refused = Другой администратор её отклонил. Её никто не получил.
broadcasts-hold-unapproved = За сутки её никто не подтвердил, или подтвердить больше некому.
broadcasts-hold-approver = Она идёт многим, а подтверждения другого администратора у неё нет или он больше не администратор.
broadcasts-list-approval =
    { $number }. 👥 Ждёт подтверждения. { $moment }
    { $text }
