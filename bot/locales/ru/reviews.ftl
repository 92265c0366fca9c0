# 📚 The desk of answers: which need a lawyer, the stamp, and edited answers.

reviews-title = 📚 <b>Ответы</b>
reviews-text = Сравните ответ с официальными страницами, ссылки под ним. Если всё верно, нажмите ✅ под ответом: день и имя проверившего увидят все. Кнопка есть только у тех, кто назван в REVIEWERS.
reviews-asked =
    <b>Вопросы за 30 дней</b>
    Ответ сразу: { $answer }
    Темы на выбор: { $suggest }
    Ничего не нашлось: { $none }
reviews-asked-most = Чаще всего о темах:
reviews-asked-topic = • { $title }: { $count }
reviews-asked-little = За 30 дней вопросов слишком мало: меньше пяти одинаковых по исходу бот не записывает.
reviews-unchecked = ⚠️ Не проверены · { $count }
reviews-stale = ⌛ Срок вышел · { $count }
reviews-soon = 📆 Скоро проверять · { $count }
reviews-fresh = ✅ Проверены · { $count }
reviews-checked = ✅ Проверено мной сегодня
reviews-done = Записано.
reviews-text-changed = Текст изменился, пока вы читали. Прочитайте его ещё раз.
reviews-lost = Этого ответа больше нет.
reviews-checking = ⏳ Проверяю изменённые ответы. Что вышло, напишу отдельным сообщением.
reviews-reloaded = ✅ Изменённые ответы взяты. Проверка юриста у них снята, пока кто-то не нажмёт ✅ под новым текстом.
reviews-none-edited = Изменённых ответов рядом с базой нет: действуют ответы из самой программы.
reviews-not-reloaded = ❌ <b>Ничего не изменено.</b> Сначала исправьте:
reviews-changed-meanwhile = ❌ <b>Ничего не изменено.</b> Пока файлы проверялись, их изменили. Отправьте /reload ещё раз.
reviews-checker-failed = ❌ <b>Ничего не изменено.</b> Проверка не запустилась: <code>{ $kind }</code>. Отправьте /reload ещё раз.
reviews-fault = • <code>{ $fault }</code>
reviews-more-faults = • и ещё { $count }
