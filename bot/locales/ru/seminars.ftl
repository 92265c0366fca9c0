# Seminars: the list, a seminar's card, one reminder's consent, the calendar file, and the admin's desk.

# How a moment reads in an app that cannot show it in its own zone.
seminars-moment = { WHEN($at, "EEE d MMMM, HH:mm") } { $city }
seminars-moment-utc = { WHEN($at, "HH:mm") } UTC

seminars-title = 📅 <b>Семинары</b>
seminars-what = Бесплатные онлайн-встречи на русском и английском языках. Проводит JurisQ Legal Network с адвокатом Яковом Спектором.
seminars-official = <b>Официальные страницы</b>
seminars-official-link = <a href="{ $url }">{ $shown }</a>
seminars-site = Следить без подписки: <a href="{ $url }">{ $shown }</a>. Там календарь и лента, в базе бота от этого ничего не появится.
seminars-none = Сейчас новых семинаров не назначено. Подпишитесь, и бот напишет, когда появится дата.
seminars-coming = <b>Ближайшие</b>
seminars-day = { $cities } { WHEN($day, "d MMM") }
seminars-open = { $title } · { $days }
seminars-more = Показаны ближайшие. О следующих бот напишет подписчикам.

seminars-heading = <b>{ $title }</b>
seminars-speaker = Ведёт: адвокат Яков Спектор, JurisQ Legal Network
seminars-speaker-named = Ведёт: { $name }
seminars-talk = Язык: { $talk ->
    [ru] русский
    [en] английский
   *[other] русский и английский
}
seminars-time = 🗓 { $moment } ({ $relative })
seminars-time-over = 🗓 { $moment }
seminars-length = Длительность: { $hours ->
    [0] { $minutes } мин
   *[other] { $minutes ->
        [0] { $hours } ч
       *[other] { $hours } ч { $minutes } мин
    }
}
seminars-link = Ссылка: <a href="{ $url }">{ $shown }</a>
seminars-no-link = Ссылки пока нет.
seminars-moved = ⚠️ Семинар перенесён, ниже новое время.
seminars-cancelled = ❌ <b>Семинар отменён.</b>
seminars-live = { reminders-live }
seminars-over = Семинар уже прошёл.
seminars-gone = Этого семинара больше нет в списке: он прошёл или его убрали.
seminars-remind = 🔔 Напомнить
seminars-dont-remind = 🔕 Не напоминать
seminars-calendar = 📆 В календарь
seminars-youtube = ▶️ YouTube
seminars-copy-link = 📋 Скопировать ссылку
seminars-join = ▶️ Ссылка на встречу
seminars-card = 📅 Подробнее
seminars-will-remind = Напомним о семинаре
seminars-wont-remind = Не будем напоминать об этом семинаре

seminars-consent = 🔔 <b>Напомнить об одном семинаре</b>
seminars-consent-what =
    «{ $title }»

    🕶 Бот напомнит незаметно: придут только слова «Напоминание о встрече», содержание откроется кнопкой. Выбрать, как приходят сообщения, можно с подпиской.

    <b>Что для этого сохранится</b>
    • номер этого чата в Telegram
    • язык
    • отметка, что вы просили напомнить об этом семинаре
    • отметки о том, что вам отправлено

    Больше ничего: ни имени, ни телефона. Через 48 часов после семинара всё это удаляется. Удалить раньше можно кнопкой «Не напоминать» или командой /stop.

seminars-calendar-caption = 📆 Файл для календаря. Откройте его, и встреча сохранится в телефоне. Если время изменится, нажмите «В календарь» ещё раз.
seminars-uncalendar = 📆 Убрать из календаря
seminars-uncalendar-caption = 📆 Файл отмены. Откройте его, и встреча уйдёт из календаря. Если она осталась, удалите её сами: не каждый календарь понимает такой файл.
seminars-calendar-description = Бесплатный онлайн-семинар. Ведёт адвокат Яков Спектор, JurisQ Legal Network.
seminars-calendar-description-named = Бесплатный онлайн-семинар. Ведёт { $name }.
seminars-calendar-alarm = Через час семинар: { $title }
seminars-calendar-name = Семинары об убежище в США
seminars-calendar-name-discreet = Встречи
seminars-calendar-file = seminar
seminars-calendar-summary-discreet = Встреча
seminars-calendar-cancelled = Семинар отменён: { $title }
seminars-calendar-cancelled-discreet = Встреча отменена
seminars-calendar-alarm-discreet = Напоминание о встрече
seminars-calendar-file-discreet = vstrecha

# The admin's desk.

seminars-admin-title = 📅 <b>Семинары: управление</b>
seminars-admin-past = 🎬 Прошедшие семинары
seminars-admin-past-title = 🎬 <b>Прошедшие семинары.</b> Выберите семинар, чтобы опубликовать запись и конспект.
seminars-admin-past-none = Прошедших семинаров пока нет.
seminars-admin-none = Назначенных семинаров нет.
seminars-admin-how =
    Новый семинар можно завести по шагам кнопкой ниже или одной строкой:
    { $example }

    Ссылка, длительность, язык (<code>ru</code>, <code>en</code>, <code>ru+en</code>) и ведущий (<code>ведёт: Имя</code>) необязательны, порядок любой. Без длительности ставится 90 минут. Часовой пояс пишется по-английски: <code>America/New_York</code>, <code>Europe/Moscow</code>.
seminars-admin-example = <code>/seminar { $time } { $zone } | Разрешение на работу | Work permits | https://youtu.be/abc | 90m</code>
seminars-admin-time-example = <code>{ $time } { $zone }</code>
seminars-admin-titles = <b>{ $russian }</b>
    { $english }
seminars-admin-entered = Введено: <code>{ $local } { $zone }</code>
seminars-admin-revision = Переносов: { $revision }
seminars-admin-quiet = Открыт без объявления: придут только напоминания.
seminars-admin-short =
    ⚠️ <b>Не все успеют получить напоминание вовремя</b>
    Напоминать нужно { $people }, а бот отправляет не больше { $rate } сообщений в секунду. Что не уйдёт вовремя, отправлено не будет:
seminars-admin-short-step = • { $step }: успеют примерно { $reached }
seminars-admin-told = { $told ->
    [0] Пока никому не сообщали.
    [one] Сообщили { $told } человеку.
    [few] Сообщили { $told } людям.
    [many] Сообщили { $told } людям.
   *[other] Сообщили { $told } людям.
}
seminars-admin-ladder = Напоминания этого семинара. Нажмите, чтобы выключить или включить:
seminars-admin-step-on = ✅ { $step }
seminars-admin-step-off = ⬜️ { $step }
seminars-admin-step-rating = Оценка после
seminars-admin-step-live = в эфире
seminars-admin-step-hours = за { $hours } ч
seminars-admin-step-minutes = за { $minutes } мин
seminars-admin-step-seconds = за { $seconds } с
seminars-admin-move = 🕒 Перенести
seminars-admin-cancel = ❌ Отменить семинар
seminars-admin-move-ask = 🕒 <b>Перенос: { $title }</b>
seminars-admin-move-how =
    Выберите день ниже или пришлите новое время одним сообщением, вот так:
    { $example }

    Сначала вы увидите, что получат те, кому о семинаре уже сообщили. Бот ждёт ответа один час.
seminars-move-day = 🕒 <b>{ WHEN($day, "EEEE d MMMM y") }</b>. Время здесь: { $city }. Час можно и написать: <code>19:00</code>.
seminars-move-chosen = 🕒 Выбрано. Предпросмотр ниже.
seminars-admin-fold = 🕒 <b>Это время наступит дважды</b>
seminars-admin-fold-how =
    В эту ночь в часовом поясе { $zone } часы переводят назад. Какое из двух имеется в виду?
seminars-admin-fold-text = <code>{ $text }</code>
seminars-admin-fold-first = Раньше · { $utc }
seminars-admin-fold-second = Позже · { $utc }
seminars-admin-fold-picked = Выбрано: { $utc }. Предпросмотр ниже.
seminars-admin-fold-lost = Этот вопрос уже неактуален. Отправьте время ещё раз.

seminars-fault-form = Не вижу здесь семинара: нужна одна строка, части которой разделены чертой «|».
seminars-fault-time = Не получилось прочитать дату и время. Нужно так: год-месяц-день, затем часы:минуты.
seminars-fault-zone = Часовой пояс пишется названием места, например America/New_York. Сокращения вроде EST, MSK или GMT+3 бот не угадывает: в разное время года они значат разное. Большие и маленькие буквы важны.
seminars-fault-zone-missing = Не указан часовой пояс: он пишется после времени.
seminars-fault-gap = Такого времени не будет: в этот час в этом часовом поясе часы переводят вперёд.
seminars-fault-past = Это время уже прошло.
seminars-fault-far = Эта дата слишком далеко. Проверьте год.
seminars-fault-title-ru = Нет названия на русском: это первая часть после времени.
seminars-fault-title-en = Нет названия на английском: это вторая часть после времени.
seminars-fault-title-long = Название слишком длинное. Можно не больше { $limit } знаков.
seminars-fault-link = Ссылка не подходит. Она должна начинаться с https:// или http:// и быть без пробелов.
seminars-fault-length = Длительность не подходит. Пишется так: <code>90m</code>, <code>1h30m</code> или <code>2h</code>, от 5 минут до 12 часов.
seminars-fault-twice = Такая часть уже есть в строке, второй раз её указать нельзя.
seminars-fault-field = Не понимаю эту часть. После названий могут идти только ссылка, длительность, язык и ведущий (<code>ведёт: Имя</code>).
seminars-fault-talk = Язык пишется так: <code>ru</code>, <code>en</code> или <code>ru+en</code>.
seminars-fault-speaker = Имя ведущего не подходит: можно не больше { $limit } знаков и без черты «|».
seminars-fault-head = ⚠️ { $reason }
seminars-fault-written = Написано: <code>{ $text }</code>
seminars-fault-hint = Возможно, имелось в виду: <code>{ $hint }</code>
seminars-fault-example = Пример:
    { $example }
