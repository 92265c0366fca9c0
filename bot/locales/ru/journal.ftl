# 🧾 Журнал: кто, что и когда распорядился сделать.

desk-journal = 🧾 Журнал
journal-title =
    🧾 <b>Журнал</b>

    Новые записи сверху, время: { $city }. Записи хранятся 12 месяцев.
journal-empty = Пока записей нет. Здесь появится всё, что вы и другие администраторы отправите, измените или остановите.
# at: 30 нояб., 19:05; alias: Анна; what: Отправлена рассылка № 12; content: · 3f9a2c1b
journal-entry =
    <b>{ $number }</b> · { WHEN($at, "d MMM, HH:mm") } · { $alias }
    { $what }{ $content }
journal-content = { " " }· <code>{ $content }</code>

journal-broadcast-sent = Отправлена рассылка № { $object }, получателей: { $count }
journal-broadcast-scheduled = Отложена рассылка № { $object }, получателей: { $count }
journal-broadcast-withdrawn = Снята до отправки рассылка № { $object }
journal-broadcast-paused = Рассылка № { $object } поставлена на паузу
journal-broadcast-resumed = Рассылка № { $object } продолжена
journal-broadcast-cancelled = Рассылка № { $object } отменена
journal-broadcast-deleted = Начато удаление у всех рассылки № { $object }, сообщений: { $count }
journal-broadcast-edited = Начато исправление у всех рассылки № { $object }, сообщений: { $count }
journal-link-corrected = Начато исправление ссылки в напоминаниях (рассылка № { $object }), сообщений: { $count }
journal-amendment-paused = Удаление или исправление рассылки № { $object } поставлено на паузу
journal-amendment-resumed = Удаление или исправление рассылки № { $object } продолжено
journal-amendment-cancelled = Удаление или исправление рассылки № { $object } прекращено
journal-approval-asked = Рассылка № { $object } ждёт второго подтверждения, получателей: { $count }
journal-approval-given = Подтверждена рассылка № { $object }, получателей: { $count }
journal-approval-refused = Отклонена рассылка № { $object }
journal-approval-void = Запрос о рассылке № { $object } больше не действует
journal-all-paused = Остановлены все отправки
journal-all-resumed = Все отправки продолжены
journal-seminar-announced = Объявлен семинар № { $object }, получателей: { $count }
journal-seminar-opened = Семинар № { $object } открыт без объявления
journal-seminar-changed = Изменён семинар № { $object }
journal-seminar-moved = Перенесён семинар № { $object }, получателей: { $count }
journal-seminar-cancelled = Отменён семинар № { $object }, получателей: { $count }
journal-recording-published = Опубликована запись семинара № { $object }
journal-imported-events = Прочитан файл календаря, новых и изменённых событий: { $count }
journal-import-settled = Событие календаря № { $object } убрано из ожидающих
journal-steps-switched = Изменены напоминания о семинаре № { $object }
journal-text-stamped = Проверен текст ответа: { $object }
journal-text-unstamped = Снята отметка о проверке текста: { $object }
journal-fact-stamped = Сверен факт { $object }
journal-fact-unstamped = Снята отметка о сверке факта { $object }
journal-reloaded = Взяты изменённые ответы
journal-reload-refused = Изменённые ответы не взяты, ошибок: { $count }
journal-unreachable-removed = Удалены подписки, недоступные после рассылки № { $object }: { $count }
journal-question-closed = Закрыт вопрос юристам
journal-asker-muted = Закрыт вопрос юристам, новых от его автора сутки не будет
journal-answer-withdrawn = Ответ юриста забран обратно
journal-restored = База восстановлена из копии { $object }
journal-forgotten = Удалены записи до № { $object }: им больше 12 месяцев
journal-other = Действие, которого эта версия бота не знает: { $object }

# head: 42:3f9a2c1b…
journal-head =
    🧾 <b>Журнал, запись { $number }</b>

    <code>{ $head }</code>

    Сохраните это сообщение: по нему видно, если кто-нибудь изменит или сотрёт записи. Проверить можно на сервере командой <code>journal verify --head { $head }</code>
