# Семинар до того, как о нём кто-нибудь узнал: предпросмотр, подтверждение, исправление.

seminars-preview-label-ru = 🇷🇺 <b>Объявление по-русски, копия:</b>
seminars-preview-label-en = 🇬🇧 <b>Объявление по-английски, копия:</b>
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
    ⚠️ <b>Telegram не принимает русское объявление</b>

    Причина, как её назвал Telegram: <code>{ $original }</code>

    Черновик на месте: исправьте его.
seminars-preview-refused-en =
    ⚠️ <b>Telegram не принимает английское объявление</b>

    Причина, как её назвал Telegram: <code>{ $original }</code>

    Черновик на месте: исправьте его.
seminars-preview-stale = Этот черновик уже открыт, исправлен, отменён или устарел. Ничего не сделано.

seminars-preview-fields = ✏️ <b>Что исправить?</b>
seminars-preview-whole =
    Можно и прислать всю строку заново:
    <code>{ $text }</code>
seminars-preview-field-when = 🕒 Время
seminars-preview-field-ru = Русское название
seminars-preview-field-en = Английское название
seminars-preview-field-link = 🔗 Ссылка
seminars-preview-field-length = Длительность
seminars-preview-field-talk = Язык
seminars-preview-ask-when = 🕒 Пришлите новое время: дату, часы и, если нужно, место часового пояса.
seminars-preview-ask-ru = Пришлите название на русском.
seminars-preview-ask-en = Пришлите название на английском.
seminars-preview-ask-link = 🔗 Пришлите ссылку. Чтобы ссылки не было, пришлите знак «{ $none }».
seminars-preview-ask-length = Пришлите длительность: <code>90m</code>, <code>1h30m</code> или <code>2h</code>.
seminars-preview-ask-talk = Пришлите язык: <code>ru</code>, <code>en</code> или <code>ru+en</code>.
seminars-preview-now = Сейчас: <code>{ $text }</code>
