# Группа юристов: то, что бот пишет в ней самой.

# code: Клён-417
lawyers-header =
    ✉️ <b>{ $code }</b> · { $language }
    Чтобы ответить, ответьте на сообщение с вопросом: автор получит копию ответа без вашего имени.
lawyers-language-ru = вопрос на русском
lawyers-language-en = вопрос на английском
lawyers-take = Беру
lawyers-let-go = Отпустить
lawyers-taken-by = Отвечает: { $name }
lawyers-tap-again = Бот только что вернулся на связь и не знает, когда вы нажали. Нажмите ещё раз через минуту.
lawyers-taken-already = Этот вопрос взял другой юрист
lawyers-no-longer-open = Этот вопрос уже закрыт
lawyers-not-yours = Решает тот, кто написал этот ответ
lawyers-only-listed = Отвечают только юристы из списка REVIEWERS
lawyers-decided = Это уже решено

lawyers-held =
    На этот вопрос только что ответил или отвечает другой юрист. Ваш ответ ещё не отправлен.

    Отправить его тоже?
lawyers-send-too = Отправить тоже
lawyers-do-not-send = Не отправлять
lawyers-sent-too = Отправляю и этот ответ.
lawyers-not-sent = Этот ответ не отправлен.

lawyers-topic-hint = Это сообщение видят только коллеги. Чтобы его получил автор вопроса, ответьте на сообщение с вопросом.
lawyers-refused-closed = Не отправлено: вопрос закрыт, и автор больше ничего по нему не получает.
lawyers-refused-expired = Не отправлено: срок этого вопроса истёк. Автору об этом сказано, он может спросить снова.
lawyers-refused-unknown = Не отправлено: это сообщение не относится к открытому вопросу. Ответьте на сам вопрос.
lawyers-refused-not-reviewer = Не отправлено: здесь отвечают только юристы из списка REVIEWERS.
lawyers-refused-kind = Не отправлено: такое сообщение нельзя передать без имени отправителя. Подойдут текст, фото, видео, файл, голосовое или место на карте.
lawyers-refused-empty = Не отправлено: в сообщении нет ни слова.
lawyers-refused-protected = Не отправлено: в этой группе запрещено копировать сообщения. Администратор группы может разрешить это в её настройках.
lawyers-refused-command = Не отправлено: сообщение начинается с команды, которой здесь нет. Начните его со слова.
lawyers-edit-closed = Правка не передана: вопрос уже закрыт. У автора остался прежний текст.

lawyers-undo-unsent = Ответ отменён, автор его не увидит.
lawyers-undo-withdrawn = Ответ удалён у автора вопроса, ему об этом сказано.
lawyers-undo-sending = Ответ как раз отправляется. Повторите /undo через несколько секунд.
lawyers-undo-old = Не отменено: прошло больше 48 часов, Telegram уже не удаляет такие сообщения. Можно ответить ещё раз и поправить себя.
lawyers-undo-closed = Не отменено: вопрос закрыт, бот больше не знает, где этот ответ.
lawyers-undo-unknown = Нечего отменять: ответьте командой /undo на ответ, который нужно забрать.

lawyers-closed = Вопрос закрыт. Автору об этом сказано.
lawyers-muted = Вопрос закрыт. От его автора сутки не будет новых вопросов. Кто это, бот не говорит.
lawyers-later = Автор прочтёт, что вопрос увидели и ответят позже.
lawyers-later-told = Сегодня автору это уже сказано.
lawyers-too-late = Не сделано: команда ждала дольше пяти минут. Если она ещё нужна, повторите.
lawyers-which = К какому вопросу это относится? Ответьте командой на сообщение этого вопроса.

# name: то, что набирают после /c
lawyers-canned-list =
    <b>Готовые ответы</b>

    Ответьте на вопрос командой с названием, например: <code>/c needs-details</code>. Автор прочтёт ответ на своём языке, с пометкой о проверке.
lawyers-canned-line = <code>/c { $name }</code> · { $title }
lawyers-canned-unknown = Не отправлено: готового ответа с таким названием нет. Список: /c
lawyers-canned-open = Открыть ответ целиком

lawyers-numbers-title = ✉️ <b>Вопросы юристам</b>
lawyers-numbers-open = Открыто: { $count }, из них ждут ответа: { $waiting }
lawyers-numbers-oldest = Дольше всех ждёт: { $span }
lawyers-numbers-ended = За 30 дней закрыто: { $closed }, истекло без ответа: { $expired }
lawyers-numbers-usual = Обычно до первого ответа: { $span }
lawyers-numbers-few = Сколько обычно ждут ответа, видно будет после пяти ответов
lawyers-span-minutes = { $count } мин
lawyers-span-hours = { $count } ч
lawyers-span-days = { $count } дн.
# count: сколько вопросов
lawyers-waiting-long = ✉️ Больше суток без ответа юриста вопросов: { $count }. Подробнее: /questions
lawyers-missing = ⚠️ <b>Что не так с группой юристов</b>
lawyers-missing-off = Группа не указана: LAWYER_CHAT_ID пуст
lawyers-missing-unseen = Telegram ещё не ответил, что с группой. Вопросы пока не принимаются
lawyers-missing-not-found = Telegram не знает группы LAWYER_CHAT_ID. Вопросы не принимаются
lawyers-missing-no-group = LAWYER_CHAT_ID указывает не на группу. Вопросы не принимаются
lawyers-missing-removed = Бота удалили из группы. Вопросы не принимаются
lawyers-missing-public = Группа открыта: её может читать кто угодно. Вопросы не принимаются
lawyers-missing-no-admin = Бот в группе не администратор и не видит ответов. Вопросы не принимаются
lawyers-missing-no-topics = Боту нельзя управлять темами: вопросы приходят в общую
lawyers-missing-no-deleting = Боту нельзя удалять сообщения: после /delete копии вопросов старше 48 часов останутся в группе
