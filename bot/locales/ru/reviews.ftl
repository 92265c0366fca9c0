# 📚 The desk of answers: which answers and facts need a look, the stamps, and edited answers.

reviews-title = 📚 <b>Ответы</b>
reviews-text = Отметок две. Под ответом ✅ значит: прочитан целиком на этом языке, сказано верно. Под отдельным сведением ✅ значит: сверено с источником сегодня; его день обновится во всех ответах. День и имя проверившего увидят все. Кнопки есть только у тех, кто назван в REVIEWERS.
reviews-asked =
    <b>Вопросы за 30 дней</b>
    Ответ сразу: { $answer }
    Темы на выбор: { $suggest }
    Ничего не нашлось: { $none }
reviews-asked-most = Чаще всего о темах:
reviews-asked-topic = • { $title }: { $count }
reviews-asked-least = Реже всего находили:
reviews-asked-few = • { $title }: меньше 5
reviews-asked-little = За 30 дней вопросов слишком мало: меньше пяти одинаковых по исходу бот не записывает.
reviews-unchecked = ⚠️ Не проверены · { $count }
reviews-stale = ⌛ Срок вышел · { $count }
reviews-soon = 📆 Скоро проверять · { $count }
reviews-fresh = ✅ Проверены · { $count }
reviews-checked = ✅ Проверено мной сегодня
reviews-take-back = ↩️ Снять мою отметку
reviews-take-back-of = ↩️ Снять отметку: { $reviewer }
reviews-facts = 🔎 Сверить сведения · { $count }
reviews-facts-text = Сведения, срок которых вышел или выйдет за неделю. Первыми идут те, ошибка в которых вреднее всего. Десяти в неделю достаточно.
reviews-fact-button = { $id } · до { WHEN($due, "d MMMM y 'года'") }
reviews-fact-title = 🔎 <b>{ $id }</b>
reviews-fact-days = Известно на { WHEN($known, "d MMMM y 'года'") }. Сверить до { WHEN($due, "d MMMM y 'года'") }.
reviews-fact-stamped = Сверено { WHEN($known, "d MMMM y 'года'") }, проверил { $reviewer }. Снова сверить до { WHEN($due, "d MMMM y 'года'") }.
reviews-fact-ask =
    Что выяснить: { $ask }
    Где: { $look }
reviews-fact-source = Что мы читали: { $source }
reviews-fact-link = • <a href="{ $url }">{ $url }</a>
reviews-fact-used = Ответы: { $titles }
reviews-fact-checked = ✅ Сверено мной сегодня
reviews-done = Записано.
reviews-text-changed = Текст изменился, пока вы читали. Прочитайте его ещё раз.
reviews-lost = Этого больше нет.
reviews-checking = ⏳ Проверяю изменённые ответы. Что вышло, напишу отдельным сообщением.
reviews-reloaded = ✅ Изменённые ответы взяты. Проверка юриста у них снята, пока кто-то не нажмёт ✅ под новым текстом.
reviews-none-edited = Изменённых ответов рядом с базой нет: действуют ответы из самой программы.
reviews-not-reloaded = ❌ <b>Ничего не изменено.</b> Сначала исправьте:
reviews-changed-meanwhile = ❌ <b>Ничего не изменено.</b> Пока файлы проверялись, их изменили. Отправьте /reload ещё раз.
reviews-checker-failed = ❌ <b>Ничего не изменено.</b> Проверка не запустилась: <code>{ $kind }</code>. Отправьте /reload ещё раз.
reviews-fault = • <code>{ $fault }</code>
reviews-more-faults = • и ещё { $count }
reviews-turns = 📆 <b>Через неделю или раньше в ответах появится пометка или закроется часть:</b>
reviews-turns-line = • { WHEN($day, "d MMMM y 'года'") }: { $title }
reviews-weekly = 🔎 <b>Сверить на этой неделе</b>: сведения, ошибка в которых вреднее всего. Откройте каждое, сравните с источником, нажмите ✅.
