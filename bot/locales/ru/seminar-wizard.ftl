# Семинар по шагам.

seminars-wizard-begin = ➕ Новый семинар по шагам
seminars-wizard-head = 📅 <b>Новый семинар · { $number } из { $of }</b>
seminars-wizard-day = <b>{ WHEN($day, "EEEE d MMMM y") }</b>
seminars-wizard-ask-ru = Напишите название на русском.
seminars-wizard-ask-en = Напишите название на английском.
seminars-wizard-ask-speaker = Кто ведёт? Нажмите кнопку или напишите имя так, как его увидят читатели.
seminars-wizard-ask-talk = На каком языке пройдёт семинар?
seminars-wizard-ask-day = В какой день? Выберите его ниже или напишите: <code>завтра</code>, <code>05.12</code>, <code>2026-12-05</code>. Можно сразу с часом: <code>05.12 19:00</code>.
seminars-wizard-ask-time = Во сколько? Нажмите час, затем минуты, или напишите: <code>19:00</code>. Место, чьё это время, бот спросит следом.
seminars-wizard-ask-zone = Чьё это время? Нажмите место или напишите его: <code>America/Chicago</code>.
seminars-wizard-ask-length = Сколько продлится? Нажмите или напишите: <code>75m</code>, <code>1h30m</code>, <code>2h</code>.
seminars-wizard-ask-link = 🔗 Пришлите ссылку на встречу или трансляцию. Её можно добавить и позже.
seminars-wizard-usual = Яков Спектор
seminars-wizard-talk = { $talk ->
    [ru] Русский
    [en] Английский
   *[other] Русский и английский
}
seminars-wizard-minutes = { $minutes } мин
seminars-wizard-no-link = Без ссылки
seminars-wizard-keep = Оставить как есть
seminars-wizard-done = 📅 Всё записано. Предпросмотр ниже.
