# Titles of the groups of answers, in the order of topics.toml.

group-start = С чего начать
group-grounds = Основания для убежища
group-limits = Сроки и запреты
group-entry = Въезд, граница, задержание
group-process = Порядок, ожидание, расходы
group-after = Семья и решение по делу
group-safety = Безопасность и помощь
