// The page: asks Kroniek what the address names, shows the answer, and asks again when articles come in.

import * as actor from "./actor.js";
import { address, but, go, state } from "./address.js";
import { get, Line } from "./api.js";
import * as article from "./article.js";
import * as compare from "./compare.js";
import { at, h, replace, setText } from "./dom.js";
import * as overview from "./overview.js";
import { headSearch } from "./search.js";
import * as search from "./search.js";
import { speak, t } from "./words.js";

const VIEWS = { overview, actor, article, compare, search };

// While the line is open, articles announce themselves; without it the page looks for itself.
const SLOW_MS = 15_000;
const FAST_MS = 2_000;
const SLOWEST_MS = 15_000;
const STATUS_MS = 5_000;
// An article is listed at once. Its counts follow within a commit, so the page asks soon, and again when they are settled; in a burst once a second.
const SOON_MS = 120;
const SETTLED_MS = 700;
const BURST_MS = 1_000;
const ARRIVALS_KEPT = 50;
const BUSY_AFTER_MS = 200;

// ---- what is shown ----

let asking = new AbortController();
let nextTime = 0;
let failures = 0;
let shown = { key: "", signature: "", view: null };
let answeredAt = null;
let trouble = null;

/** Everything that is the same while one reads the same thing: another month of it is no other thing. */
const thing = ({ view, actor: who, article: what }) => JSON.stringify([view, who, what]);

/** Asks once and shows what comes; a newer question silences an older one. */
async function refresh({ y } = {}) {
  asking.abort();
  clearTimeout(nextTime);
  const mine = (asking = new AbortController());
  const now = state();
  const busy = setTimeout(() => document.documentElement.classList.add("busy"), BUSY_AFTER_MS);
  let data = null;
  let failure = null;
  try {
    data = await VIEWS[now.view].load(now, mine.signal);
  } catch (thrown) {
    failure = thrown;
  }
  clearTimeout(busy);
  if (mine !== asking) return;
  document.documentElement.classList.remove("busy");
  if (failure) fail(failure, now);
  else succeed(data, now, y);
  if (!document.hidden) nextTime = setTimeout(refresh, pause());
}

const pause = () => (failures > 0 ? Math.min(1_000 * 2 ** (failures - 1), SLOWEST_MS) : line.isOpen ? SLOW_MS : FAST_MS);

function succeed(data, now, y) {
  failures = 0;
  answeredAt = Date.now();
  say(null);
  at("samples").hidden = !(data.samples ?? !at("samples").hidden);
  document.documentElement.classList.toggle("standby", data.stale === true);
  show(VIEWS[now.view], now, data, y);
}

function show(view, now, data, y) {
  const page = { arrivals, line: line.known ? (line.isOpen ? "open" : "broken") : "absent", status };
  const signature = JSON.stringify([location.search, data, now.view === "overview" ? page : null]);
  const isNew = thing(now) !== shown.key;
  if (signature === shown.signature && !isNew) return;
  if (location.search === shown.search && isOccupied()) return;
  const first = shown.key === "";
  shown = { key: thing(now), signature, view, now, data, search: location.search };
  document.title = `${view.title(data, now)} · Kroniek`;
  put(view.render(data, now, page), now.view);
  if (isNew) arrive(view, first, y);
}

const OCCUPIED_MS = 8_000;
let touched = 0;
for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, (event) => event.target.matches?.("select") && (touched = Date.now()));

/** Whether the reader is about to choose or to write something, which news must not take out of their hands. */
function isOccupied() {
  const active = at("view").contains(document.activeElement) ? document.activeElement : null;
  return active?.tagName === "INPUT" ? active.value !== "" : active?.tagName === "SELECT" && Date.now() - touched < OCCUPIED_MS;
}

function put(children, name) {
  const main = at("view");
  main.className = name;
  replace(main, children, draw);
}

/** Draws every chart for the room that it has. */
function draw() {
  for (const chart of document.querySelectorAll(".chart")) {
    if (chart.clientWidth > 0) chart.replaceChildren(chart.draw(chart.clientWidth));
  }
}

/** A reader who comes to another thing begins at its beginning, or at the place that the address names, or where they were. */
function arrive(view, first, y) {
  const target = view.target?.();
  if (!first) at("view").querySelector("h1")?.focus({ preventScroll: true });
  if (y !== undefined) scrollTo(0, y);
  else if (target) target.scrollIntoView({ block: "center" });
  else if (!first) scrollTo(0, 0);
}

// ---- how it is going ----

function fail(failure, now) {
  const reason = failure.reason ?? "FAULT";
  if (!failure.reason) console.error(failure);
  if (reason === "NOT_FOUND") {
    failures = 0;
    say(null);
    showMissing(now);
    return;
  }
  failures += 1;
  say({ reason, detail: failure.detail ?? String(failure) });
}

function showMissing(now) {
  const signature = `missing ${location.search}`;
  if (shown.signature === signature) return;
  shown = { key: thing(now), signature };
  document.title = `${t("notFound")} · Kroniek`;
  const back = h("p.more", {}, h("a.button", { href: address({}) }, t("backToOverview")));
  put([h("header.heading", {}, h("div", {}, h("h1", { tabindex: -1 }, t("notFound")), h("p.lead", {}, t("notFoundMore")), back))], "missing");
  at("view").querySelector("h1").focus();
}

const PASSING = ["STARTING", "RESTORING", "ELSEWHERE", "BUSY"];

function say(what) {
  trouble = what;
  const notice = at("notice");
  notice.hidden = what === null;
  notice.className = what === null ? "" : PASSING.includes(what.reason) ? "waiting" : "trouble";
  setText(at("notice-text"), what === null ? "" : [t(`why_${what.reason}`) ?? t("why_FAULT"), what.detail].filter(Boolean).join(" "));
  document.documentElement.classList.toggle("stale", what !== null);
  if (what !== null && shown.key === "") at("view").replaceChildren();
  tick();
}

/** The age of what is shown stands outside the live region: a screen reader need not hear it every second. */
function tick() {
  const old = trouble !== null && answeredAt !== null;
  setText(at("age"), old ? t("stale", t("duration", (Date.now() - answeredAt) / 1_000)) : "");
}

let status = null;

async function watch() {
  try {
    status = await get("status", {}, new AbortController().signal);
    showStatus(t("pipelineIs")[status.state]?.(status) ?? status.state, status.state, status.newestArticle?.ageSeconds);
    again();
  } catch (failure) {
    showStatus(t(`why_${failure.reason}`) ?? t("why_FAULT"), "unknown");
  } finally {
    setTimeout(watch, STATUS_MS);
  }
}

function showStatus(text, mark, age) {
  at("status").dataset.state = mark;
  setText(at("status-text"), text);
  setText(at("status-age"), age === undefined || age === null ? "" : t("newest", t("ago", age)));
}

/** Shows the last answer again, with what has become known besides. */
function again() {
  if (shown.data && thing(state()) === shown.key) show(shown.view, state(), shown.data);
}

// ---- what comes in ----

let arrivals = [];
let listing = 0;
let listedAt = 0;
let settled = 0;

function arrived(article) {
  arrivals = [article, ...arrivals.filter((each) => each.id !== article.id)].slice(0, ARRIVALS_KEPT);
  listing ||= setTimeout(listArrivals, BURST_MS - (Date.now() - listedAt));
  clearTimeout(settled);
  settled = setTimeout(refresh, SETTLED_MS);
}

function listArrivals() {
  listing = 0;
  listedAt = Date.now();
  setText(at("heard"), `${t("live")}: ${arrivals[0].title ?? arrivals[0].id}`);
  again();
  setTimeout(refresh, SOON_MS);
}

const line = new Line(
  arrived,
  () => {
    line.known = true;
    if (line.isOpen) refresh();
    else again();
  },
);

// ---- the frame ----

function frame() {
  const now = state();
  speak(now.lang);
  for (const element of document.querySelectorAll("[data-t]")) setText(element, t(element.dataset.t));
  for (const [id, href, view] of [
    ["to-overview", address({}), "overview"],
    ["home", address({}), ""],
    ["to-compare", address({ compare: now.compare.length > 0 ? now.compare : "" }), "compare"],
  ]) {
    at(id).setAttribute("href", href);
    if (now.view === view) at(id).setAttribute("aria-current", "page");
    else at(id).removeAttribute("aria-current");
  }
  const other = at("other-language");
  other.setAttribute("href", but({ lang: now.lang === "nl" ? "en" : "nl" }));
  other.setAttribute("lang", now.lang === "nl" ? "en" : "nl");
  other.setAttribute("hreflang", now.lang === "nl" ? "en" : "nl");
  if (at("search")?.dataset.lang !== now.lang) {
    at("search-place").replaceChildren(headSearch());
    at("search").dataset.lang = now.lang;
  }
}

function moved({ replaced, y } = {}) {
  frame();
  const now = state();
  if (replaced && thing(now) === shown.key && VIEWS[now.view].stay) {
    shown.signature = "";
    VIEWS[now.view].stay();
    return;
  }
  refresh({ y });
}

addEventListener("go", (event) => moved({ replaced: event.detail.replace }));
addEventListener("popstate", (event) => moved({ y: event.state?.y ?? 0 }));
addEventListener("online", () => refresh());
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    line.rest();
    return;
  }
  line.wake();
  refresh();
});
addEventListener("pagehide", () => line.rest());
addEventListener("pageshow", () => line.wake());

// A link to another state of the page is followed without loading the page again.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a");
  const href = link?.getAttribute("href");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!href || !plain || !(href.startsWith("?") || href === location.pathname)) return;
  event.preventDefault();
  go(href, { replace: link.dataset.stay !== undefined });
});

let width = innerWidth;
let resizing = 0;
addEventListener("resize", () => {
  if (innerWidth === width) return;
  width = innerWidth;
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(() => {
    shown.signature = "";
    again();
  });
});

setInterval(tick, 1_000);
history.scrollRestoration = "manual";
frame();
refresh();
watch();

