// Numbers, months and dates as a Dutch reader, or an English one, writes them.

import { lang, t } from "./words.js";

const made = new Map();

function intl(Kind, options) {
  const key = Kind.name + lang() + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Kind(lang() === "nl" ? "nl-NL" : "en-GB", options));
  return made.get(key);
}

const dateOf = (iso) => new Date(iso.length === "YYYY-MM".length ? `${iso}-01T00:00Z` : `${iso}T00:00Z`);
const dates = (options) => intl(Intl.DateTimeFormat, { ...options, timeZone: "UTC" });

export const number = (n) => intl(Intl.NumberFormat, {}).format(n);
export const decimal = (n, digits = 1) => intl(Intl.NumberFormat, { maximumFractionDigits: digits }).format(n);
export const percent = (n) => intl(Intl.NumberFormat, { style: "percent", maximumFractionDigits: n < 0.1 ? 1 : 0 }).format(n);
export const signed = (n) => (n > 0 ? `+${number(n)}` : n < 0 ? `−${number(-n)}` : "0");
export const monthInFull = (month) => dates({ month: "long", year: "numeric" }).format(dateOf(month));
export const between = (from, to) => (from === to ? monthInFull(from) : `${monthInFull(from)} – ${monthInFull(to)}`);
export const monthInShort = (month) => dates({ month: "short", year: "numeric" }).format(dateOf(month));
export const clock = (date) => intl(Intl.DateTimeFormat, { timeStyle: "medium" }).format(date);
export const capital = (text) => text.charAt(0).toLocaleUpperCase("nl") + text.slice(1);

/** A publication date, known to the month, the day or the minute. */
export function partialDate(iso) {
  const [date, time] = iso.split("T");
  if (date.length === "YYYY-MM".length) return monthInFull(date);
  const day = dates({ day: "numeric", month: "long", year: "numeric" }).format(dateOf(date));
  return time ? `${day}, ${time}` : day;
}

/** The same behind its preposition: in a month, on a day. */
export const dated = (iso) => `${t(iso.length === "YYYY-MM".length ? "in" : "on")} ${partialDate(iso)}`;

// ---- months in a row ----

const index = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const fromIndex = (i) => `${String(Math.floor(i / 12)).padStart(4, "0")}-${String((i % 12) + 1).padStart(2, "0")}`;

export const monthsFrom = (month, n) => fromIndex(index(month) + n);
export const howMany = (from, to) => index(to) - index(from) + 1;

/** The pieces of time that a chart shows side by side: what is chosen is the finest that leaves each room enough. */
export const GRAINS = { month: 1, quarter: 3, year: 12 };

export function grainFor(from, to, width, least) {
  const months = howMany(from, to);
  return Object.keys(GRAINS).find((grain) => (width / months) * GRAINS[grain] >= least) ?? "year";
}

/** The room that charts as wide as the page have; they are drawn anew when it changes. */
export const pageRoom = () => Math.min(document.documentElement.clientWidth - 40, 1_240);

/** How long a piece of time is, in words. */
export const perGrain = (grain) => t({ month: "perMonth", quarter: "perQuarter", year: "perYear" }[grain]);

/**
 * The bins from one month to another: each { key, from, to, text }. Quarters and years are whole ones, cut where the period ends.
 */
export function bins(from, to, grain) {
  const size = GRAINS[grain];
  const found = [];
  for (let i = index(from); i <= index(to); ) {
    const next = Math.min(Math.floor(i / size) * size + size, index(to) + 1);
    found.push({ key: fromIndex(i), from: fromIndex(i), to: fromIndex(next - 1), text: binText(i, grain) });
    i = next;
  }
  return found;
}

function binText(i, grain) {
  const year = fromIndex(i).slice(0, 4);
  if (grain === "year") return year;
  const quarter = Math.floor((i % 12) / 3) + 1;
  if (grain === "quarter") return lang() === "nl" ? `${quarter}e kwartaal ${year}` : `Q${quarter} ${year}`;
  return monthInFull(fromIndex(i));
}

/** The bin that a month lies in, by binary search; -1 where none has it. */
export function binOf(all, month) {
  let low = 0;
  let high = all.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (month < all[middle].from) high = middle - 1;
    else if (month > all[middle].to) low = middle + 1;
    else return middle;
  }
  return -1;
}
