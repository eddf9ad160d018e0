// Moments as the person one acts as would read them: in their zone and language.

const cache = new Map();

function format(person, options) {
  const key = JSON.stringify([person.locale, person.tz, options]);
  if (!cache.has(key)) {
    cache.set(
      key,
      new Intl.DateTimeFormat(person.locale || "en-GB", { timeZone: person.tz || "UTC", ...options }),
    );
  }
  return cache.get(key);
}

let skew = 0;

/** The bot's clock is the page's. */
export const setClock = (millis) => (skew = millis - Date.now());

export const now = () => Date.now() + skew;

const moment = (ts) => new Date(Number(ts) * 1000);

export const clock = (ts, person) =>
  format(person, { hour: "2-digit", minute: "2-digit" }).format(moment(ts));

export const fullTime = (ts, person) =>
  format(person, { dateStyle: "full", timeStyle: "short" }).format(moment(ts)) + ` (${person.tz || "UTC"})`;

export const day = (ts, person) =>
  format(person, { weekday: "long", day: "numeric", month: "long" }).format(moment(ts));

export const dayKey = (ts, person) =>
  format(person, { year: "numeric", month: "2-digit", day: "2-digit" }).format(moment(ts));

const DATE_TOKENS = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  date_pretty: { year: "numeric", month: "long", day: "numeric" },
  date_short_pretty: { year: "numeric", month: "short", day: "numeric" },
  date_long_pretty: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  time_secs: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

/** `{date_short} at {time}` filled in; null for a token Slack doesn't have, so that the fallback shows. */
export function slackDate(ts, pattern, person) {
  let unknown = false;
  const text = pattern.replace(/\{(\w+)\}/g, (_, token) => {
    if (token === "ago") return ago(ts, person);
    if (DATE_TOKENS[token]) return format(person, DATE_TOKENS[token]).format(moment(ts));
    unknown = true;
    return "";
  });
  return unknown || Number.isNaN(Number(ts)) ? null : text;
}

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

function ago(ts, person) {
  const seconds = Math.round(Number(ts) - now() / 1000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) || UNITS.at(-1);
  return new Intl.RelativeTimeFormat(person.locale || "en-GB").format(Math.round(seconds / size), unit);
}

/** Seconds since 1970 → `2026-11-23T09:00` on the wall clock of that zone, as a datetime-local input wants it. */
export function wallClock(epoch, person) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: person.tz || "UTC",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(moment(epoch));
  const at = Object.fromEntries(parts.map((part) => [part.type, part.value]));
  return `${at.year}-${at.month}-${at.day}T${at.hour}:${at.minute}`;
}

/** The way back: twice, because the first guess may stand on the other side of a clock change. */
export function epochOf(wall, person) {
  const wanted = Date.parse(wall + "Z") / 1000;
  let guess = wanted;
  for (let i = 0; i < 2; i++) guess += wanted - Date.parse(wallClock(guess, person) + "Z") / 1000;
  return guess;
}

/** The clock of the whole workspace, in the page's language. */
export const instant = (millis, zone, language) =>
  format({ locale: localeOf(language), tz: zone }, { dateStyle: "full", timeStyle: "short" }).format(millis);

export const timeOfDay = (millis, zone, language) =>
  format({ locale: localeOf(language), tz: zone }, { timeStyle: "medium" }).format(millis);

const localeOf = (language) => (language === "sv" ? "sv-SE" : "en-GB");
