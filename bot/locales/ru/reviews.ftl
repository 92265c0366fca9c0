# 📚 The desk of answers: which need a lawyer, the stamp, and edited answers.

reviews-title = 📚 <b>Ответы</b>
reviews-text = Сравните ответ с официальными страницами, ссылки под ним. Если всё верно, нажмите ✅ под ответом: день и имя проверившего увидят все. Кнопка есть только у тех, кто назван в REVIEWERS.
reviews-unchecked = ⚠️ Не проверены · { $count }
reviews-stale = ⌛ Срок вышел · { $count }
reviews-soon = 📆 Скоро проверять · { $count }
reviews-fresh = ✅ Проверены · { $count }
reviews-checked = ✅ Проверено мной сегодня
reviews-done = Записано.
reviews-text-changed = Текст изменился, пока вы читали. Прочитайте его ещё раз.
reviews-lost = Этого ответа больше нет.
reviews-reloaded = ✅ Изменённые ответы взяты. Проверка юриста у них снята, пока кто-то не нажмёт ✅ под новым текстом.
reviews-none-edited = Изменённых ответов рядом с базой нет: действуют ответы из самой программы.
reviews-not-reloaded = ❌ <b>Ничего не изменено.</b> Сначала исправьте:
reviews-fault = • <code>{ $fault }</code>
reviews-more-faults = • и ещё { $count }
