# 🔔 under an answer: what is stored first, how it stands, and what comes when the answer changes.

watching-title = 🔔 <b>Сообщить, если изменится</b>
watching-ask =
    Когда выйдет новая версия ответа «{ $title }», бот пришлёт одно сообщение: что изменилось.

    <b>Что для этого сохранится</b>
    • номер этого чата в Telegram
    • тема ответа
    • язык
    • день последнего изменения, о котором вы знаете

    Отметка хранится, пока вы её не снимете, не отпишетесь командой /stop или не удалите всё: /delete.
watching-on = Бот сообщит, когда изменится ответ «{ $title }». Отметку можно снять в любой момент, тогда она сразу удаляется.
watching-off = Отметка удалена: об изменениях ответа «{ $title }» бот больше не сообщит.
watching-lost = Этого ответа больше нет.
watching-stop = 🔕 Не сообщать
watching-changed =
    🔔 <b>Ответ изменился:</b> { $title }
    { WHEN($day, "d MMMM y 'года'") }: { $what }
watching-open = 📖 Открыть ответ
