# Around an answer: its state, its sources, its pages. The answers themselves are in faq-<topic>.ftl.

answers-title = ❓ <b>Вопросы и ответы</b>
answers-intro = Первыми идут самые частые вопросы. Ищете другое? Выберите раздел ниже. Под каждым ответом есть ссылки на источники.
answers-choose-topic = Выберите вопрос.
answers-legend-past = ⏳ В ответе что-то могло измениться.
answers-legend-shut = ⚠️ Часть ответа давно не сверяли.
answers-mark-past = ⏳ { $label }
answers-mark-shut = ⚠️ { $label }
answers-state-draft = ⚠️ Черновик · сведения на { WHEN($date, "d MMMM y 'года'") }
answers-state-draft-confirmed = ⚠️ Черновик · сведения сверены { WHEN($date, "d MMMM y 'года'") }
answers-state-draft-past = ⚠️ Черновик · могло измениться после { WHEN($date, "d MMMM y 'года'") }
answers-state-checked = ✅ Проверил { $reviewer } { WHEN($date, "d MMMM y 'года'") }
answers-state-past = ⚠️ Могло измениться после { WHEN($date, "d MMMM y 'года'") }
answers-details = <b>Подробно</b>
answers-changed = <b>Что могло измениться</b>
answers-unconfirmed = <b>Что мы ещё не сверили с текстом закона</b>
answers-act-as-if = Пока исходите из того, что это так.
answers-do-not-give-up = Не отказывайтесь от этого сами: спросите юриста.
answers-shut = Часть ответа давно не сверяли, она открывается кнопкой ниже.
answers-show-shut = Показать, что могло измениться
answers-shut-warning = Это было известно на { WHEN($date, "d MMMM y 'года'") } и с тех пор не сверялось. Прежде чем на это полагаться, посмотрите в источнике или спросите юриста.
answers-sources = Источники:
answers-more-sources = Ещё источники:
answers-source = <a href="{ $url }">{ $title }</a>
answers-notice = <i>Это общая информация, не юридическая консультация. О своём деле спросите юриста.</i>
answers-page = { $page }/{ $pages }
answers-previous = ‹
answers-next = ›
answers-watch = 🔔 Сообщить, если изменится
answers-copy = 📋 { $text }
answers-share = ↗️ Поделиться
