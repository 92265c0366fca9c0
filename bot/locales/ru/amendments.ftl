# Разосланное: удалить, исправить
amendments-delete = ↩️ Удалить у всех
amendments-show = 📋 Что сделано с разосланным
amendments-ask-delete =
    ↩️ <b>Удалить эту рассылку у всех?</b>

    Можно удалить: { $within }
    Недоступно: { $beyond }

    Недоступны те, кто отписался или стёр свои данные, и те, о ком Telegram не ответил, дошло ли. Сообщения старше 48 часов Telegram не удаляет: если такие есть, они попадут в строку «Недоступно» отчёта.
amendments-recounted = Числа изменились, пока вы решали. Ничего не удалено, вот новые:
amendments-twice = Возможно, дважды получили: { $count }. Второе такое сообщение удалить нельзя: его номер неизвестен.
amendments-ends-run = Рассылка остановилась и после этого не продолжится: остальные её не получат.
amendments-under-way = Часть сообщений ещё в пути. Подождите несколько секунд и откройте этот вопрос снова.
amendments-confirm-delete = ↩️ Удалить { $count }
amendments-begun = Начато
amendments-stale = Ничего не сделано: с тех пор что-то изменилось. Посмотрите, что в сообщении.
amendments-nothing = Здесь больше нечего удалять: это уже делается или сделано, либо прошло 48 часов и номера сообщений стёрты.
amendments-gone = Об этом больше ничего не известно: такие записи хранятся 48 часов после рассылки.
amendments-state-delete-running = ↩️ <b>Рассылка удаляется у всех</b>
amendments-state-delete-paused = ⏸ <b>Удаление на паузе</b>
amendments-state-delete-cancelled = ⏹ <b>Удаление прекращено</b>
amendments-state-delete-done = ✅ <b>Удаление закончено</b>
amendments-progress-delete =
    { $bar }

    Удалено: { $done }
    Осталось: { $remaining }
    Недоступно: { $unreachable }
    Ошибки: { $failed }
amendments-report-delete =
    Удалено: { $done }
    Недоступно: { $unreachable }
    Ошибки: { $failed }
    Отписались: { $left }
    Всего: { $total }
amendments-untouched = Осталось как было: { $count }
amendments-beyond = Кроме них с самого начала недоступно: { $count }
amendments-pause = ⏸ Пауза
amendments-resume = ▶️ Продолжить
amendments-end = ⏹ Прекратить
amendments-now-pause = На паузе
amendments-now-resume = Продолжается
amendments-now-end = Прекращено
amendments-told-delete = ↩️ Администратор удаляет у всех рассылку № { $number }. Сообщений: { $count }
amendments-edit = ✏️ Исправить у всех
amendments-correct = 📝 Поправка тем, кто получил
amendments-edit-what =
    ✏️ <b>Что исправить?</b>

    Выше то, что сейчас у получивших. Выберите текст, пришлите новый и посмотрите копию. До подтверждения ничего не меняется.
amendments-edit-card =
    ✏️ <b>Исправление готово</b>

    Выше точная копия того, что станет у получивших.

    Сообщений: { $count }

    Сообщения изменятся на месте, без звука. Telegram пометит их как изменённые. Кто получил незаметное сообщение, увидит новый текст, когда откроет его.
amendments-edit-nobody =
    ✏️ <b>Исправлять нечего</b>

    Номера этих сообщений больше не известны.
amendments-confirm-edit = ✏️ Исправить { $count }
amendments-nobody = Ничего не начато: это уже делается, прошло 48 часов или таких людей нет.
amendments-correcting = 📝 Это поправка к рассылке № { $number }. Она придёт только тем, кто её получил, ответом на неё и на том же языке.
amendments-state-edit-running = ✏️ <b>Рассылка исправляется у всех</b>
amendments-state-edit-paused = ⏸ <b>Исправление на паузе</b>
amendments-state-edit-cancelled = ⏹ <b>Исправление прекращено</b>
amendments-state-edit-stopped = ⚠️ <b>Исправление остановилось само</b> Telegram не принял новый текст у первых получивших. У остальных всё как было.
amendments-state-edit-done = ✅ <b>Исправление закончено</b>
amendments-progress-edit =
    { $bar }

    Исправлено: { $done }
    Осталось: { $remaining }
    Недоступно: { $unreachable }
    Ошибки: { $failed }
amendments-report-edit =
    Исправлено: { $done }
    Недоступно: { $unreachable }
    Ошибки: { $failed }
    Отписались: { $left }
    Всего: { $total }
amendments-told-edit = ✏️ Администратор исправляет у всех рассылку № { $number }. Сообщений: { $count }
amendments-edit-refused = ✏️ <b>Так исправить нельзя: Telegram этого не позволяет.</b> Пока ничего не изменено.
amendments-fault-kind = Текст не может стать файлом, а файл текстом. Пришлите то же, что было: вместо текста текст, вместо файла другой файл или новую подпись к нему.
amendments-fault-album = В альбоме нельзя менять число файлов и их вид.
amendments-fault-voice = Голосовое сообщение заменить нельзя, можно изменить только подпись к нему. Пришлите подпись текстом.
amendments-fault-video_note = Видео в кружке заменить нельзя, и подписи у него нет. Его можно только удалить у всех.
amendments-fault-sticker = Стикер заменить нельзя, и подписи у него нет. Его можно только удалить у всех.
