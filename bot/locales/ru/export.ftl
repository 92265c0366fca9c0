# ⬇️ My data in words: every field that may be stored about a chat, with its name. No HTML: it is a text file.

export-title = Что бот знает об этом чате
export-made = Сделано { WHEN($day, "d MMMM y 'года'") }.
export-about =
    Здесь всё, что бот знает об этом чате, словами. В файле data.json рядом то же самое для программ, с именами, которые стоят в базе.

    Прочитайте и удалите оба файла, чтобы они не остались в телефоне и в чате.
export-stored = ЗАПИСАНО НА ДИСКЕ
export-nothing = Ничего.
export-in-settings = СТОИТ В НАСТРОЙКАХ БОТА
export-in-memory = ОСТАЁТСЯ В ПАМЯТИ ПРОГРАММЫ, ПОКА ОНА РАБОТАЕТ
export-none = нет
export-a-day = { WHEN($day, "d MMMM y 'года'") }
export-a-moment = { WHEN($at, "d MMMM y, HH:mm") } UTC
export-named = «{ $title }» ({ $number })

export-administrator = вы администратор
export-memory-language = язык, на котором вам отвечает бот
export-memory-messages = номера последних сообщений в этом чате, чтобы их можно было удалить

export-memory-asked = не дольше 15 минут: что бот спросил у вас день или другие слова; самого дня и вопроса он не помнит

export-person = Номер чата
export-number = номер, который в базе стоит вместо номера чата
export-chat = номер этого чата в Telegram
export-language = язык сообщений

export-subscriber = Подписка
export-joined = день подписки
export-active = день последнего изменения
export-reminders = присылать напоминания о семинарах
export-recordings = присылать записи
export-news = присылать новости
export-silent = без звука
export-discreet = незаметный режим
export-not-found = день, когда Telegram впервые не нашёл этот чат
export-asked = день, когда бот спросил, нужна ли ещё подписка

export-choices = Отметки у отдельных семинаров
export-seminar = семинар
export-wanted = напоминать о нём

export-watches = Ответы, об изменении которых бот сообщит
export-topic = ответ
export-told = день последнего изменения, о котором вы знаете

export-deliveries = Что вам отправлено или отправляется (удаляется через 48 часов после конца рассылки или семинара)
export-mailing-number = номер рассылки
export-delivery-state = что с сообщением
export-waiting = ждёт отправки
export-sending = отправляется
export-sent = доставлено
export-not-reached = Telegram отказался его доставить
export-no-answer = Telegram не ответил, доставлено ли оно
export-attempts = сколько раз бот пробовал отправить
export-until = раньше этого времени бот не пробует снова
export-maybe = могло прийти уже с прошлой попытки
export-messages = номера сообщений в этом чате
export-joint = сколько ещё семинаров названо в том же сообщении
export-amended = номер исправления или удаления, которое сообщение уже прошло
export-got-language = на каком языке это сообщение

export-draft = Начатое вами как администратором
export-flow = что начато (broadcast: рассылка, seminar: новый семинар, move: перенос семинара)
export-flow-step = чего бот от вас ждёт и что вы уже ввели о семинаре
export-object = номер рассылки или семинара
export-expires = когда это забудется

export-amendments = Что вы удалили или исправили у всех как администратор
export-amendment-number = номер удаления или исправления
export-amendment-kind = что сделано (delete: удалено, edit: исправлено, link: новая ссылка)
export-amendment-state = чем кончилось
export-amendment-total = сколько сообщений можно было изменить
export-amendment-beyond = сколько сообщений было недоступно с самого начала
export-amendment-done = сколько изменено или удалено
export-amendment-unreachable = сколько Telegram изменить не дал

export-mailings = Рассылки, которые вы составили как администратор
export-kind = о чём рассылка
export-lane = очередь: чем меньше число, тем раньше отправляется
export-state = что с рассылкой
export-video = видео
export-repeats = номер рассылки, которую она повторяет или исправляет
export-missed = кому из не получивших (failed: при ошибке, unknown: при неизвестном исходе)
export-link = ссылка семинара, названная в ней
export-reworded = сколько раз её тексты составлены заново
export-relink = отправленное ещё будет исправлено
export-follows = что она исправляет (got: поправка тем, кто её получил, edit: новый текст)
export-hold = почему бот спрашивает, прежде чем отправить
export-admins-told = администраторов об этом спросили
export-audience = кому (правило, а не список)
export-revision = какой по счёту перенос семинара
export-step = за сколько секунд до начала семинара
export-quiet = без звука
export-not-before = не отправлять раньше
export-not-after = не отправлять позже
export-author = номер автора, то есть ваш, вместо номера чата
export-approver = номер того, кто подтвердил рассылку вторым, вместо номера чата
export-announced = скольким другим администраторам о ней уже сказано
export-card = номер сообщения, в котором показан ход рассылки
export-content-hash = отпечаток текстов: отправлено будет то, что вы видели
export-forced = администратор продолжил её после остановки
export-reason = почему она остановилась сама
export-fare = бесплатно (free) или за звёзды Telegram (paid)
export-started = когда началась
export-finished = когда закончилась
export-cursor = до кого дошла постановка в очередь
export-queued = сколько человек поставлено в очередь
export-total = сколько человек всего
export-delivered = скольким доставлено
export-gone = сколько человек недоступны
export-failed = сколько отправок не удалось
export-unknown = о скольких Telegram не ответил
export-expired = скольким не успели отправить
export-left = сколько человек за это время отписались
export-twice = скольким могло прийти дважды
export-refused = сколько раз Telegram отклонил содержание

export-texts = Тексты этих рассылок
export-text-language = язык текста
export-text-discreet = это нейтральная строка незаметного режима
export-content = текст
export-entities = оформление текста
export-keyboard = кнопки под текстом
export-part = сколько частей сообщения отправлено
export-media = файлы, по их номерам в Telegram

export-tickets = Вопросы юристам
export-ticket-number = номер вопроса в базе
export-ticket-word = имя вопроса, слово
export-ticket-code = имя вопроса, число
export-ticket-ending = почему закрыт
export-ticket-asked = с какого времени ждёт ответа
export-ticket-answered = когда пришёл ответ
export-ticket-topic = номер темы в группе юристов
export-ticket-header = номер сообщения над вопросом в группе юристов
export-ticket-told = день, когда администраторам последний раз сказали, что он ждёт
export-ticket-messages = Сообщения вопросов, без текста
export-ticket-row = номер строки
export-ticket-kind = что это: вопрос, ответ или фраза бота
export-ticket-sentence = имя готового ответа или фразы
export-ticket-source = номер сообщения там, где оно написано
export-ticket-bundle = номер первого сообщения альбома
export-ticket-copy = номер сообщения там, куда оно передано
export-ticket-mute = День без вопросов юристам
export-ticket-mute-until = до какого времени
