# 📊 Статистика за тридцать прошедших дней.

desk-stats = 📊 Статистика
# day: 29 ноября
stats-title = 📊 <b>Статистика: 30 дней по { WHEN($day, "d MMMM") }</b>
stats-subscribers = <b>Подписчики</b>
stats-many-ru = По-русски: { $count }
stats-many-en = По-английски: { $count }
stats-few-ru = По-русски: меньше пяти
stats-few-en = По-английски: меньше пяти
stats-deliveries = <b>Доставка сообщений</b>
stats-outcome = { $name }: { $count }
stats-delivered = Доставлено
stats-gone = Недоступны
stats-failed = Ошибки
stats-unknown = Неизвестно
stats-expired = Просрочено
stats-left = Отписались
stats-nothing = Пока нет чисел.
stats-questions = <b>Вопросы боту</b>: { $count }, ответа не нашлось на { $share } %
stats-no-questions = <b>Вопросы боту</b>: пока нет чисел.
stats-topics = Чаще всего спрашивали:
stats-topic = { $title }: { $count }
stats-ratings = <b>Оценки семинаров</b>
stats-rating = { $title }: { $whole },{ $tenth } из 5, ответов { $count }
stats-small = Показаны суммы за день от пяти; доставка округлена до пяти вниз. Что меньше, не хранится и в суммы не входит.

# На картинке
stats-chart-subscribers = Подписчики
stats-chart-deliveries = Доставка за 30 дней
stats-chart-questions = Вопросы: без ответа { $share } %
stats-chart-asked = Вопросы
stats-found = нашёлся ответ
stats-not-found = ответа не нашлось
stats-day = { WHEN($day, "d MMMM") }
