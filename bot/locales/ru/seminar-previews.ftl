# Семинар до того, как о нём кто-нибудь узнал: предпросмотр, подтверждение, исправление.

seminars-preview-label-ru = 🇷🇺 <b>Сообщение по-русски, копия:</b>
seminars-preview-label-en = 🇬🇧 <b>Сообщение по-английски, копия:</b>
seminars-preview-only = Это предпросмотр: кнопка заработает, когда семинар будет открыт.
seminars-preview-title =
    📅 <b>Семинар ещё не открыт</b>

    Выше точная копия того, что получат подписчики. Пока вы не подтвердите, о семинаре никто не узнает.
seminars-preview-count = { $count ->
    [0] Объявлять сейчас некому: на напоминания никто не подписан.
    [one] Объявление получит { $count } человек.
    [few] Объявление получат { $count } человека.
    [many] Объявление получат { $count } человек.
   *[other] Объявление получат { $count } человек.
}
seminars-preview-recounted = ⚠️ Пока вы смотрели, подписчиков стало { $count } вместо { $before }. Ничего не отправлено: проверьте число и нажмите ещё раз.
seminars-preview-ask-again = Не отправлено: с предпросмотра кое-что изменилось. Посмотрите карточку и нажмите ещё раз.
seminars-preview-kept = Если открыть без объявления, семинар появится в списке и придут только напоминания. Черновик хранится час.
seminars-preview-announce = 📣 Объявить { $count }
seminars-preview-quietly = 🔕 Открыть без объявления
seminars-preview-correct = ✏️ Исправить
seminars-preview-refused-ru =
    ⚠️ <b>Telegram не принимает русское сообщение</b>

    Причина, как её назвал Telegram: <code>{ $original }</code>
seminars-preview-refused-en =
    ⚠️ <b>Telegram не принимает английское сообщение</b>

    Причина, как её назвал Telegram: <code>{ $original }</code>
seminars-preview-refused-kept = Черновик на месте: исправьте его.
seminars-preview-told = Семинар открыт, объявление уходит
seminars-preview-already = Этот семинар уже открыл другой администратор. Второй раз объявление не уйдёт: посмотрите карточку.
seminars-preview-opened = Семинар открыт без объявления
seminars-preview-stale = Этот черновик уже открыт, исправлен, отменён или устарел. Ничего не сделано.

seminars-preview-fields = ✏️ <b>Что исправить?</b>
seminars-preview-whole =
    Можно и прислать всю строку заново:
    <code>{ $text }</code>
seminars-preview-field-when = 🕒 Время
seminars-preview-field-ru = 🇷🇺 Название
seminars-preview-field-en = 🇬🇧 Название
seminars-preview-field-link = 🔗 Ссылка
seminars-preview-field-length = Длительность
seminars-preview-field-talk = Язык
seminars-preview-field-speaker = Кто ведёт
seminars-preview-ask-when = 🕒 Пришлите новое время: дату, часы и, если нужно, место часового пояса.
seminars-preview-ask-ru = Пришлите название на русском.
seminars-preview-ask-en = Пришлите название на английском.
seminars-preview-ask-link = 🔗 Пришлите ссылку. Чтобы ссылки не было, пришлите знак «{ $none }».
seminars-preview-ask-length = Пришлите длительность: <code>90m</code>, <code>1h30m</code> или <code>2h</code>.
seminars-preview-ask-talk = Пришлите язык: <code>ru</code>, <code>en</code> или <code>ru+en</code>.
seminars-preview-ask-speaker = Пришлите, кто ведёт семинар. Чтобы вернуть обычного ведущего, пришлите знак «{ $none }».
seminars-preview-now = Сейчас: <code>{ $text }</code>

# Перенос и отмена: предпросмотр того же рода.

seminars-change-copies = Выше точная копия того, что получат те, кому о семинаре уже сообщили. Пока вы не подтвердите, они ничего не узнают.
seminars-change-move-title = 🕒 <b>Семинар «{ $title }» ещё не перенесён</b>
seminars-change-was = Было: { $moment }
seminars-change-becomes = Станет: { $moment }
seminars-change-move = 🕒 Перенести · { $count }
seminars-change-cancel-title = ❌ <b>Семинар «{ $title }» ещё не отменён</b>
seminars-change-cancel-what = После отмены напоминаний больше не будет. Вернуть отменённый семинар нельзя, можно только завести новый.
seminars-change-cancel = ❌ Отменить семинар · { $count }
seminars-change-count = { $count ->
    [0] О семинаре пока никому не сообщали, поэтому сообщения никто не получит.
    [one] Сообщение получит { $count } человек.
    [few] Сообщение получат { $count } человека.
    [many] Сообщение получат { $count } человек.
   *[other] Сообщение получат { $count } человек.
}
seminars-change-recounted = ⚠️ Пока вы смотрели, получателей стало { $count } вместо { $before }. Ничего не отправлено: проверьте число и нажмите ещё раз.
seminars-change-done = Готово: об этом узнают все, кому о семинаре уже сообщили
seminars-change-over = Подтверждать больше нечего: на карточке то, что есть сейчас.
seminars-change-growing = Сообщения о семинаре сейчас ещё уходят, поэтому число растёт. Подтверждение их остановит.

# Какое место имеется в виду, и строка, которую можно скопировать.

seminars-place-line = Ваша строка: <code>{ $text }</code>
seminars-place-ask = Какое место вместо «{ $written }»? Нажмите, и строка пойдёт дальше.
seminars-place = 🕒 { $city } · { $zone }
seminars-place-picked = 🕒 Выбрано: { $zone }. Предпросмотр ниже.
seminars-copy-mended = 📋 Скопировать исправленное
seminars-copy-typed = 📋 Скопировать, чтобы исправить
seminars-fault-mended =
    Исправленная строка:
    <code>{ $text }</code>
