/** Money, moments and numbers as people of the language write them. */
import { language } from "./i18n.js";

const TAGS = { zh: "zh-CN", en: "en-GB" };
const made = new Map();

function formatter(kind, options) {
  const name = `${language.get()}|${kind.name}|${JSON.stringify(options)}`;
  if (!made.has(name)) made.set(name, new kind(TAGS[language.get()], options));
  return made.get(name);
}

const digits = (currency) => formatter(Intl.NumberFormat, { style: "currency", currency }).resolvedOptions().maximumFractionDigits;

/** `{amount, currency}` in minor units as text: ¥12.80. */
export function money(one, { sign = false } = {}) {
  if (!one) return "";
  const options = { style: "currency", currency: one.currency, currencyDisplay: "narrowSymbol" };
  if (sign) options.signDisplay = "exceptZero";
  return formatter(Intl.NumberFormat, options).format(one.amount / 10 ** digits(one.currency));
}

/** The minor units that somebody wrote as "12.80", or null where that is no amount. */
export function minor(text, currency = "CNY") {
  const places = digits(currency);
  const written = String(text).trim().replace(",", ".");
  const found = /^(\d{1,10})(?:\.(\d*))?$/.exec(written);
  if (!found || (found[2] ?? "").length > places) return null;
  return Number(found[1]) * 10 ** places + Number((found[2] ?? "").padEnd(places, "0") || 0);
}

/** Minor units as somebody would write them in a field: 1280 is "12.80". */
export const major = (amount, currency = "CNY") => (amount / 10 ** digits(currency)).toFixed(digits(currency));

export const number = (value, options = {}) => formatter(Intl.NumberFormat, options).format(value);
export const percent = (part, places = 1) => number(part, { style: "percent", maximumFractionDigits: places });
/** Basis points as a percentage: 250 is 2.5%. */
export const points = (value) => percent(value / 10_000, 2);
export const day = (moment) => formatter(Intl.DateTimeFormat, { dateStyle: "medium" }).format(new Date(moment));
/** A day without its year, as below a chart: 19 May. */
export const shortDay = (at) => formatter(Intl.DateTimeFormat, { day: "numeric", month: "short" }).format(new Date(at));
export const month = (at) => formatter(Intl.DateTimeFormat, { year: "numeric", month: "short" }).format(new Date(at));
export const moment = (at) => formatter(Intl.DateTimeFormat, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
export const time = (at) => formatter(Intl.DateTimeFormat, { timeStyle: "short" }).format(new Date(at));
/** The name of a day of the week, 0 is Monday. */
export const weekday = (at) => formatter(Intl.DateTimeFormat, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, 1 + at));
export const listed = (names) => formatter(Intl.ListFormat, { type: "conjunction" }).format(names);

const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60]];

/** How long ago, or how soon: "3 hours ago", "in 2 days"; beyond a week the day. */
export function ago(at, now = Date.now()) {
  const seconds = Math.round((new Date(at) - now) / 1000);
  if (Math.abs(seconds) > 7 * 86_400) return day(at);
  const [unit, length] = UNITS.find(([, one]) => Math.abs(seconds) >= one) ?? ["minute", 60];
  return formatter(Intl.RelativeTimeFormat, { numeric: "auto" }).format(Math.trunc(seconds / length), unit);
}

const SIZES = ["kilobyte", "megabyte", "gigabyte", "terabyte"];
const STEP = 1024;

/** Bytes as people say them: 3.2 MB. A plan of 10 GiB is one of 10 GB to them, so each step is of 1024. */
export function bytes(count) {
  const step = Math.min(count >= STEP ? Math.floor(Math.log(count) / Math.log(STEP)) - 1 : 0, SIZES.length - 1);
  return number(count / STEP ** (step + 1), { style: "unit", unit: SIZES[step], maximumFractionDigits: 1 });
}
