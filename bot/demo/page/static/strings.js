// All texts of the page itself, in both languages. The bot's texts come from the bot.

const en = {
  notTelegram: "This is not Telegram.",
  demoOnly: "A demo on this computer.",
  skip: "To the message field",
  people: "Who you are",
  guideTitle: "What to try",
  close: "Close",
  more: "More",
  messages: "Messages",
  newest: "To the newest message",
  commands: "Commands",
  menu: "Menu",
  message: "Message",
  messageAdmin: "**bold**, __italic__",
  messageAdminTitle: "**bold** and __italic__ become formatting",
  send: "Send",
  attach: "Attach",
  attachNote: "Made up for the demo: nothing is taken from your device.",
  start: "START",
  startWith: (payload) => `START (link: ${payload})`,
  block: "Block the bot",
  unblock: "Unblock the bot",
  blockedHint: "blocked by you",
  whatCanItDo: "What can this bot do?",
  noDescription: "Press START to begin.",
  bot: "bot",
  typing: "typing…",
  lost: "Connection lost, trying again…",
  failed: "That did not reach the server. Please try again.",
  replyTo: "Reply to:",
  cancelReply: "Do not reply to this message",
  reply: "Reply",
  edited: "edited",
  you: "You",
  theBot: "Bot",
  ok: "OK",
  showMore: "Show",
  showLess: "Hide",
  spoiler: "Hidden text, press to show",
  copied: "Copied",
  copyFailed: "Could not copy",
  inlineCopied: "Copied. In Telegram you would now choose a chat.",
  notHere: "Not in this demo",
  buttons: "Buttons",
  opens: "opens a page",
  download: "Download",
  photo: "Photo",
  file: "File",
  unread: (count) => `${count} unread`,
  voice: "Voice message",
  sticker: "Sticker",
  contact: "Contact",
  location: "Location",
  other: "Something this page cannot show",
  today: "Today",
  yesterday: "Yesterday",
  fromBot: "Message from the bot",
  bytes: ["B", "KB", "MB"],
  hint: "Enter sends, Shift+Enter starts a new line, “/” opens the commands. The times in messages are in your own time zone. Nothing you write leaves this computer.",
  steps: {
    user: [
      "Press START and look through the menu.",
      "Open “Questions and answers” and choose a question: the message changes in place.",
      "Write a question in your own words, for example: when can I get a work permit?",
      "Press the paper clip and send a made-up photo or voice message: the bot refuses it and offers to delete it.",
      "Tap “🌐 Русский”: the same screen in Russian.",
      "Open “Seminars”. Subscribe: two minutes after the demo starts a seminar is announced that begins four minutes later. Its reminders arrive here.",
      "Change to Анна for the same bot in Russian, or to the admin, who sends broadcasts and enters seminars.",
    ],
    admin: [
      "Press START, then type / to see the commands only an admin has.",
      "First subscribe as Анна and as John: they get what you send.",
      "Send /broadcast, then a Russian and an English text; **bold** and __italic__ work.",
      "Look at the preview, send it, and watch the progress: it can be paused or cancelled.",
      "Send /seminar, copy its example line and send that: subscribers are told of the seminar.",
    ],
  },
};

const ru = {
  notTelegram: "Это не Telegram.",
  demoOnly: "Демо на вашем компьютере.",
  skip: "К полю сообщения",
  people: "За кого вы пишете",
  guideTitle: "Что попробовать",
  close: "Закрыть",
  more: "Ещё",
  messages: "Сообщения",
  newest: "К последнему сообщению",
  commands: "Команды",
  menu: "Меню",
  message: "Сообщение",
  messageAdmin: "**жирный**, __курсив__",
  messageAdminTitle: "**жирный** и __курсив__ станут оформлением",
  send: "Отправить",
  attach: "Прикрепить",
  attachNote: "Придумано для демо: с вашего устройства ничего не берётся.",
  start: "СТАРТ",
  startWith: (payload) => `СТАРТ (ссылка: ${payload})`,
  block: "Заблокировать бота",
  unblock: "Разблокировать бота",
  blockedHint: "заблокирован вами",
  whatCanItDo: "Что умеет этот бот?",
  noDescription: "Нажмите СТАРТ, чтобы начать.",
  bot: "бот",
  typing: "печатает…",
  lost: "Связь потеряна, пробую снова…",
  failed: "Не дошло до сервера. Попробуйте ещё раз.",
  replyTo: "Ответ на:",
  cancelReply: "Не отвечать на это сообщение",
  reply: "Ответить",
  edited: "изменено",
  you: "Вы",
  theBot: "Бот",
  ok: "Понятно",
  showMore: "Показать",
  showLess: "Свернуть",
  spoiler: "Скрытый текст, нажмите, чтобы показать",
  copied: "Скопировано",
  copyFailed: "Не удалось скопировать",
  inlineCopied: "Скопировано. В Telegram теперь можно было бы выбрать чат.",
  notHere: "В демонстрации недоступно",
  buttons: "Кнопки",
  opens: "откроет страницу",
  download: "Скачать",
  photo: "Фото",
  file: "Файл",
  unread: (count) => `непрочитанных: ${count}`,
  voice: "Голосовое сообщение",
  sticker: "Стикер",
  contact: "Контакт",
  location: "Место на карте",
  other: "Эта страница не умеет это показать",
  today: "Сегодня",
  yesterday: "Вчера",
  fromBot: "Сообщение от бота",
  bytes: ["Б", "КБ", "МБ"],
  hint: "Enter отправляет, Shift+Enter начинает новую строку, «/» открывает команды. Время в сообщениях показано в вашем часовом поясе. Всё, что вы пишете, остаётся на этом компьютере.",
  steps: {
    user: [
      "Нажмите СТАРТ и посмотрите меню.",
      "Откройте «Вопросы и ответы» и выберите вопрос: сообщение меняется на месте.",
      "Напишите вопрос своими словами, например: когда можно получить разрешение на работу?",
      "Нажмите на скрепку и отправьте придуманное фото или голосовое сообщение: бот откажется и предложит его удалить.",
      "Нажмите «🌐 English»: тот же экран по-английски.",
      "Откройте «Семинары». Подпишитесь: через две минуты после запуска придёт объявление о семинаре, который начнётся ещё через четыре. Напоминания придут сюда.",
      "Переключитесь на John: тот же бот по-английски. Админ делает рассылки и добавляет семинары.",
    ],
    admin: [
      "Нажмите СТАРТ, затем наберите /: у админа есть свои команды.",
      "Сначала подпишитесь как Анна и как John: им придёт то, что вы отправите.",
      "Отправьте /broadcast, затем русский и английский тексты; **жирный** и __курсив__ работают.",
      "Посмотрите предпросмотр, отправьте и следите за ходом: рассылку можно остановить или отменить.",
      "Отправьте /seminar, скопируйте строку-пример и отправьте её: подписчики узнают о семинаре.",
    ],
  },
};

/** The page's words for a persona's language: Russian for "ru", English for all others. */
export function wordsFor(language) {
  return language === "ru" ? ru : en;
}

/** Puts the texts into every element of the page that names one. */
export function speak(words, root = document) {
  for (const element of root.querySelectorAll("[data-word]")) {
    element.textContent = words[element.dataset.word];
  }
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", words[element.dataset.label]);
    if (element.matches("button.icon")) element.title = words[element.dataset.label];
  }
}

/** The language of a text, by its letters, so that a screen reader chooses the right voice. */
export function languageOf(text, fallback) {
  const cyrillic = (text.match(/\p{Script=Cyrillic}/gu) ?? []).length;
  const latin = (text.match(/\p{Script=Latin}/gu) ?? []).length;
  if (cyrillic === latin) return fallback;
  return cyrillic > latin ? "ru" : "en";
}
