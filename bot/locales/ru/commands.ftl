# How the bot presents itself in Telegram's own menus.

commands-start = Меню
commands-faq = Вопросы и ответы
commands-seminars = Ближайшие семинары
commands-subscribe = Подписаться на напоминания
commands-unsubscribe = Отписаться
commands-stop = Прекратить все сообщения
commands-ask = Спросить юриста
commands-settings = Настройки
commands-privacy = Что о вас хранится
commands-delete = Удалить всё
commands-clear = Очистить чат
commands-language = Язык · Language
commands-help = Помощь
commands-news = Что изменилось в ответах
commands-deadlines = Посчитать срок по дате приезда или подачи
commands-file = Все ответы в одном файле
commands-verify = Настоящий ли это бот
commands-reload = Взять изменённые ответы
commands-cancel = Отменить начатое
commands-admin = Управление
commands-stats = Статистика: подписчики, доставка, вопросы
commands-pause = Остановить все отправки
commands-broadcast = Новая рассылка
commands-seminar = Семинары: добавить, изменить
commands-undo = Забрать ответ обратно (ответом на него)
commands-close = Закрыть вопрос
commands-later = Сказать автору, что ответят позже
commands-mute = Закрыть вопрос и сутки не принимать новых от его автора
commands-c = Готовый ответ: /c название
commands-questions = Вопросы юристам: сколько ждут ответа
commands-description =
    Ответы на вопросы об убежище в США со ссылками на источники и напоминания о бесплатных семинарах JurisQ Legal Network с адвокатом Яковом Спектором.

    Это информация, а не юридическая консультация. Мы никогда не просим денег, паспорт или коды.

    Выберите тему или напишите вопрос своими словами.
commands-short = Ответы об убежище в США и бесплатные семинары JurisQ Legal Network. Не юридическая консультация.
