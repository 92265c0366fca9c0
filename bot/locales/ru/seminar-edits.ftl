# Часть объявленного семинара меняется по одной.

seminars-edit = ✏️ Изменить
seminars-edit-what = ✏️ <b>Что изменить в семинаре «{ $title }»?</b>
seminars-edit-title = ✏️ <b>Семинар «{ $title }» ещё не изменён</b>
seminars-edit-becomes =
    { $part }
    Было: <code>{ $before }</code>
    Станет: <code>{ $after }</code>
seminars-edit-meanwhile = ⚠️ Пока вы меняли, другой администратор уже изменил:
seminars-edit-tell = 📣 Сообщить · { $count }
seminars-edit-silently = 🔕 Изменить без сообщения
seminars-edit-growing = Сообщения о семинаре сейчас ещё уходят. Это сообщение придёт следом за ними.
seminars-edit-ask-again = Не изменено: с предпросмотра кое-что изменилось. Посмотрите карточку и нажмите ещё раз.
seminars-edit-told = Семинар изменён, об этом узнают те, кому о нём сообщили
seminars-edit-done = Семинар изменён, никто не получит сообщения
