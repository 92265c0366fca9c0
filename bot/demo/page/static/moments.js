// Times as Telegram's apps show them: in the reader's own zone and language.

const UNITS = [
  ["second", 60],
  ["minute", 60],
  ["hour", 24],
  ["day", 30],
  ["month", 12],
  ["year", Infinity],
];

const DATE = {
  d: { day: "2-digit", month: "2-digit", year: "2-digit" },
  D: { day: "numeric", month: "long", year: "numeric" },
};
const TIME = {
  t: { hour: "2-digit", minute: "2-digit" },
  T: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

/** "in 2 hours", "3 дня назад": seconds between now and then, in the largest whole unit. */
export function relative(seconds, locale) {
  let amount = Math.abs(seconds);
  let index = 0;
  while (amount >= UNITS[index][1]) {
    amount = Math.floor(amount / UNITS[index][1]);
    index += 1;
  }
  const signed = seconds < 0 ? -Math.floor(amount) : Math.floor(amount);
  return new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(signed, UNITS[index][0]);
}

/** A date_time entity's text for its format, or null when the format is empty (the text stays). */
export function momentText(unix, format, locale, now) {
  if (format === "r") return relative(unix - now, locale);
  if (!/^w?[dD]?[tT]?$/.test(format) || format === "") return null;
  const options = {};
  if (format.includes("w")) options.weekday = format.includes("D") ? "long" : "short";
  for (const letter of format) Object.assign(options, DATE[letter], TIME[letter]);
  return written(unix, locale, options);
}

// English writes 7:05 PM, Russian 07:05.
function written(unix, locale, options) {
  const hour = options.hour && locale.startsWith("en") ? { hour: "numeric" } : {};
  return new Intl.DateTimeFormat(locale, { ...options, ...hour }).format(unix * 1000);
}

/** A bubble's hour and minute. */
export function clockText(unix, locale) {
  return written(unix, locale, TIME.t);
}

/** The text of the line between two days of a chat. */
export function dayText(unix, now, locale, words) {
  const day = (seconds) => new Date(seconds * 1000).toDateString();
  if (day(unix) === day(now)) return words.today;
  if (day(unix) === day(now - 86400)) return words.yesterday;
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" }).format(unix * 1000);
}
