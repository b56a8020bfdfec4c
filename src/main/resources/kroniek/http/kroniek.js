// The page: asks the API again every few seconds and shows the answer. What is chosen stands in the address.
// Names come out of articles, so they reach the document as text only.

const API = "api/v1/actor-months";
const REFRESH_MS = 3_000;
const SLOWEST_PAUSE_MS = 15_000;
const GIVE_UP_MS = 10_000;
const BARS = 12;
const FIRST_LIMIT = 50;
const HIGHEST_LIMIT = 1_000;

const TYPES = {
  PERSON: { one: "persoon", many: "personen" },
  COUNTRY: { one: "land", many: "landen" },
  ORGANISATION: { one: "organisatie", many: "organisaties" },
};

const UNAVAILABLE = {
  STARTING: { passes: true, text: "Kroniek start op." },
  RESTORING: { passes: true, text: "Kroniek verdeelt of herstelt zijn tellingen." },
  ELSEWHERE: { passes: true, text: "Een andere instantie heeft een deel van de tellingen en antwoordt nog niet." },
  BUSY: { passes: true, text: "Kroniek krijgt nu te veel vragen tegelijk." },
  STOPPED: { passes: false, text: "Kroniek is gestopt met tellen. Start het programma opnieuw." },
  FAILED: { passes: false, text: "Kroniek is door een fout gestopt met tellen; het logboek zegt welke." },
};
const UNREACHABLE = { passes: false, text: "Geen verbinding met Kroniek. De pagina blijft het proberen." };

const at = (id) => document.getElementById(id);

// ---- words and numbers, the Dutch way ----

const number = new Intl.NumberFormat("nl-NL");
const clock = new Intl.DateTimeFormat("nl-NL", { timeStyle: "medium" });
const longMonth = new Intl.DateTimeFormat("nl-NL", { month: "long", year: "numeric", timeZone: "UTC" });
const shortMonth = new Intl.DateTimeFormat("nl-NL", { month: "short", year: "numeric", timeZone: "UTC" });
const day = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

const count = (n, one, many) => `${number.format(n)} ${n === 1 ? one : many}`;
const capital = (text) => text.charAt(0).toLocaleUpperCase("nl") + text.slice(1);
const inFull = (month) => longMonth.format(new Date(`${month}-01T00:00Z`));

/** A publication date, known to the month, the day or the minute. */
function partialDate(iso) {
  const [date, time] = iso.split("T");
  if (date.length === "YYYY-MM".length) {
    return shortMonth.format(new Date(`${date}-01T00:00Z`));
  }
  const written = day.format(new Date(`${date}T00:00Z`));
  return time ? `${written}, ${time}` : written;
}

function duration(ms) {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 90) return count(seconds, "seconde", "seconden");
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? count(minutes, "minuut", "minuten") : count(Math.round(minutes / 60), "uur", "uur");
}

// ---- what is chosen ----

/** The choice in the address; what is not a month or a type is no choice. */
function choice() {
  const query = new URLSearchParams(location.search);
  const month = query.get("month") ?? "";
  const type = query.get("type") ?? "";
  return {
    month: /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : "",
    type: Object.hasOwn(TYPES, type) ? type : "",
  };
}

function queryOf(parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ""));
  return query.size === 0 ? "" : `?${query}`;
}

function showChoice() {
  const { month, type } = choice();
  const select = at("month");
  if (month && ![...select.options].some((option) => option.value === month)) {
    select.add(new Option(capital(inFull(month)), month));
  }
  select.value = month;
  for (const radio of at("choice").elements.type) radio.checked = radio.value === type;
  // The months stand newest first, after "all".
  at("earlier").disabled = select.selectedIndex === select.options.length - 1;
  at("later").disabled = select.selectedIndex <= 1;
}

/** Puts the months known into the selector, and leaves it alone where nothing changed: it may be open. */
function showMonths(months) {
  const select = at("month");
  const known = months.map((m) => [m.month, `${capital(inFull(m.month))} · ${number.format(m.mentions)}`]);
  const { month } = choice();
  if (month && !months.some((m) => m.month === month)) {
    known.push([month, `${capital(inFull(month))} · 0`]);
    known.sort(([a], [b]) => (a < b ? 1 : -1));
  }
  const options = [["", "Alle maanden"], ...known];
  options.forEach(([value, text], i) => {
    const option = select.options[i] ?? select.appendChild(new Option());
    if (option.value !== value || option.text !== text) Object.assign(option, { value, text });
  });
  select.options.length = options.length;
  showChoice();
}

// ---- the answer ----

/**
 * Gives parent one child for each item, in order. A child is kept as long as its item is there, so that nothing flickers,
 * selections survive and bars glide.
 */
function showEach(parent, template, items, show) {
  const keyOf = (item) => `${item.actor}|${item.month}`;
  const wanted = new Set(items.map(keyOf));
  const kept = new Map();
  for (const child of [...parent.children]) {
    if (wanted.has(child.dataset.key)) kept.set(child.dataset.key, child);
    else child.remove();
  }
  items.forEach((item, i) => {
    const child = kept.get(keyOf(item)) ?? at(template).content.firstElementChild.cloneNode(true);
    child.dataset.key = keyOf(item);
    show(child, item);
    if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null);
  });
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function showBars(answer) {
  const bars = answer.items.slice(0, BARS);
  const most = bars[0]?.mentions ?? 1;
  showEach(at("chart"), "bar", bars, (bar, item) => {
    bar.dataset.type = item.type;
    setText(bar.querySelector(".who"), item.name);
    setText(bar.querySelector(".when"), answer.month ? "" : partialDate(item.month));
    setText(bar.querySelector(".count"), number.format(item.mentions));
    bar.querySelector(".fill").style.setProperty("inline-size", `${(100 * item.mentions) / most}%`);
  });
}

function showRows(answer) {
  showEach(at("rows"), "row", answer.items, (row, item) => {
    setText(row.querySelector(".name"), item.name);
    row.querySelector(".name").title = item.actor;
    row.querySelector(".mark").dataset.type = item.type;
    setText(row.querySelector(".type span"), TYPES[item.type]?.one ?? item.type);
    setText(row.querySelector(".month"), partialDate(item.month));
    setText(row.querySelector(".mentions"), number.format(item.mentions));
    setText(row.querySelector(".articles"), number.format(item.articles));
    setText(row.querySelector(".first"), partialDate(item.first));
    setText(row.querySelector(".last"), partialDate(item.last));
  });
}

function titleOf({ month, type }) {
  const when = month ? inFull(month) : "alle maanden";
  return capital(type ? `${TYPES[type].many}, ${when}` : when);
}

function totalsOf({ month, type, months, selected }) {
  if (type) {
    const { one, many } = TYPES[type];
    return month ? count(selected, one, many) : `${count(selected, "rij", "rijen")}, een per ${one} en maand`;
  }
  if (month) {
    const totals = months.find((m) => m.month === month) ?? { actors: 0, mentions: 0 };
    return `${count(totals.actors, "actor", "actoren")}, ${count(totals.mentions, "vermelding", "vermeldingen")}`;
  }
  const mentions = months.reduce((sum, m) => sum + m.mentions, 0);
  return `${count(months.length, "maand", "maanden")}, ${count(mentions, "vermelding", "vermeldingen")}`;
}

function showAnswer(answer) {
  at("samples").hidden = !answer.samples;
  showMonths(answer.months);
  at("answer").hidden = answer.items.length === 0;
  setText(at("title"), titleOf(answer));
  setText(at("totals"), totalsOf(answer));
  document.title = answer.month || answer.type ? `${titleOf(answer)} – Kroniek` : "Kroniek";
  showBars(answer);
  showRows(answer);
  setText(at("shown"), `${number.format(answer.items.length)} van ${number.format(answer.selected)}`);
  at("more").hidden = answer.items.length >= answer.selected || answer.limit >= HIGHEST_LIMIT;
  at("source").href = API + queryOf({ month: answer.month ?? "", type: answer.type ?? "" });
  setText(at("updated"), `Bijgewerkt om ${clock.format(new Date())}.`);
}

/** What to say of an answer without items; nothing of one with. */
function nothingIn({ month, type, months, items }) {
  if (items.length > 0) return "";
  if (months.length === 0) {
    return "Nog geen artikelen waarin iemand genoemd wordt. Zodra er een is geteld, staat het hier.";
  }
  const what = type ? TYPES[type].many : "actoren";
  return month ? `Geen ${what} in ${inFull(month)}.` : `Nog geen ${what}.`;
}

// ---- how it is going ----

/** An answer that did not come, and what to say of it. */
class NoAnswer extends Error {
  constructor(why) {
    super(why.text);
    this.why = why;
  }
}

let limit = FIRST_LIMIT;
let answeredAt = null;
let stale = false;
let unreachable = 0;
let asking = new AbortController();
let nextTime = 0;

async function ask(signal) {
  const { month, type } = choice();
  const response = await fetch(API + queryOf({ month, type, limit }), { signal, cache: "no-cache" });
  if (response.ok) return response.json();
  const { reason, detail } = await response.json().catch(() => ({}));
  const fault = { passes: false, text: `Kroniek gaf een fout (${response.status}). ${detail ?? ""}` };
  throw new NoAnswer(UNAVAILABLE[reason] ?? fault);
}

/** Asks once and shows what comes; a newer question silences an older one. */
async function refresh() {
  asking.abort();
  clearTimeout(nextTime);
  const mine = (asking = new AbortController());
  const askedAt = performance.now();
  const tooLate = setTimeout(() => mine.abort(), GIVE_UP_MS);
  at("answer").setAttribute("aria-busy", "true");
  const outcome = await ask(mine.signal).then(
    (answer) => () => succeed(answer),
    (failure) => () => fail(failure),
  );
  clearTimeout(tooLate);
  if (mine !== asking) return;
  at("answer").removeAttribute("aria-busy");
  try {
    outcome();
  } finally {
    if (!document.hidden) nextTime = setTimeout(refresh, pause(performance.now() - askedAt));
  }
}

/** A server that answers slowly is asked less often, and one that is not there less and less. */
function pause(answerTook) {
  return Math.min(Math.max(REFRESH_MS * 2 ** Math.max(0, unreachable - 1), 5 * answerTook), SLOWEST_PAUSE_MS);
}

function succeed(answer) {
  unreachable = 0;
  answeredAt = Date.now();
  showAnswer(answer);
  say({ passes: true, text: nothingIn(answer) }, false);
}

function fail(failure) {
  unreachable = failure instanceof NoAnswer ? 0 : unreachable + 1;
  say(failure.why ?? UNREACHABLE, true);
}

function say({ passes, text }, isStale) {
  stale = isStale;
  setText(at("notice-text"), text);
  at("notice").hidden = text === "";
  at("notice").classList.toggle("waiting", stale && passes);
  at("notice").classList.toggle("trouble", stale && !passes);
  document.documentElement.classList.toggle("stale", stale);
  showAge();
}

/** The age of what is shown stands outside the live region: a screen reader need not hear it every second. */
function showAge() {
  const old = stale && answeredAt !== null;
  setText(at("age"), old ? `De getallen hieronder zijn ${duration(Date.now() - answeredAt)} oud.` : "");
}

// ---- what the reader does ----

function choose(change) {
  history.pushState(null, "", location.pathname + queryOf({ ...choice(), ...change }));
  chosen();
}

function chosen() {
  limit = FIRST_LIMIT;
  showChoice();
  refresh();
}

/** The month that stands so many places further down the list, newest first. */
function step(places) {
  const select = at("month");
  choose({ month: select.options[select.selectedIndex + places].value });
}

at("choice").addEventListener("submit", (event) => event.preventDefault());
at("month").addEventListener("change", () => choose({ month: at("month").value }));
at("earlier").addEventListener("click", () => step(1));
at("later").addEventListener("click", () => step(-1));
for (const radio of at("choice").elements.type) {
  radio.addEventListener("change", () => choose({ type: radio.value }));
}
at("more").addEventListener("click", () => {
  limit = Math.min(limit * 4, HIGHEST_LIMIT);
  refresh();
});
addEventListener("popstate", chosen);
addEventListener("online", refresh);
document.addEventListener("visibilitychange", () => document.hidden || refresh());
setInterval(showAge, 1_000);

chosen();
