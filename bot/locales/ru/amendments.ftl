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
