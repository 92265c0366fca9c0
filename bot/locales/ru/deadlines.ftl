# The deadline helper: calendar counts from a day that is stored nowhere.

deadlines-title = 🧮 <b>Посчитать срок</b>
deadlines-text =
    Что посчитать? День выбирают кнопками. Можно и написать его в чат, например «5 марта 2026»: бот удалит это сообщение и спросит, что это за день.

    День нигде не сохраняется, он остаётся только в кнопках под сообщением.
deadlines-typed = { WHEN($day, "d MMMM y 'года'") }: что это за день? Ваше сообщение с датой бот удалил; если оно ещё видно в чате, удалите его сами.
deadlines-arrival = Приезд в США → год
deadlines-receipt = Заявление получено → 150 и 180
deadlines-ask-arrival = В какой день вы приехали в США?
deadlines-ask-receipt = В какой день получено ваше полное заявление об убежище (I-589)? Считается день получения, а не отправки.
deadlines-how = Выберите год, потом месяц и день.
deadlines-arrival-days =
    Приезд: { WHEN($start, "d MMMM y 'года'") }.
    Год исполняется <b>{ WHEN($year, "d MMMM y 'года'") }</b>. Заявление должны <b>получить</b> раньше этого дня; день отправки не считается.
deadlines-receipt-days =
    Полное заявление получено: { WHEN($start, "d MMMM y 'года'") }.
    150 дней проходит <b>{ WHEN($asked, "d MMMM y 'года'") }</b>: не раньше подают форму I-765.
    180 дней проходит <b>{ WHEN($given, "d MMMM y 'года'") }</b>: раньше разрешение не выдают.

    Отсчёт могли остановить: перенос по вашей просьбе, пропущенные отпечатки или собеседование, возврат заявления как неполного. Тогда оба дня наступят позже. Предложено и более строгое правило, смотрите ответ.
deadlines-arrival-answer = 📖 Годичный срок подачи
deadlines-receipt-answer = 📖 Разрешение на работу
deadlines-no-advice = <i>Это подсчёт по календарю, а не совет. Свои даты проверьте с юристом, и не ждите последнего дня.</i>
deadlines-file = 📆 В календарь
deadlines-number = { $number }
deadlines-month = { WHEN($day, "LLL") }
deadlines-event-year = Год со дня приезда: заявление должны получить раньше
deadlines-event-asked = 150 дней: можно подавать I-765, если отсчёт не остановлен
deadlines-event-given = 180 дней, если отсчёт не остановлен
deadlines-event-discreet = Напоминание
deadlines-event-description = Подсчёт по календарю, а не совет. Проверьте дату с юристом.
deadlines-file-name = srok
deadlines-file-name-discreet = data
