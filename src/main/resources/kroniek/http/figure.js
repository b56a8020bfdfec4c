// What every chart has around it: its title and choices, what is pointed at in words, its table, and both as files.

import { h, s } from "./dom.js";
import { bins, capital, monthInShort } from "./format.js";
import { but, state } from "./address.js";
import { t } from "./words.js";

/**
 * A chart with all that belongs to it.
 *
 * name: of its files, and of its table in the address; about: what it is of, for a file that stands alone; draw(width): its SVG;
 * columns: [{ title, text(row), value(row), href(row), number, wide }] and rows: its table; hint: what stands where the words of what is
 * pointed at will stand; slight: its title is there for those only who do not see it.
 */
export function figure({ name, title, about, note, choices, draw, columns, rows, hint, legend, more, slight = false }) {
  const chart = h("div.chart");
  chart.draw = draw;
  const said = h("p.said", { "aria-hidden": "true" }, hint ?? "");
  const tell = (event) => {
    said.textContent = event.target.closest?.("[data-said]")?.dataset.said ?? hint ?? "";
  };
  for (const kind of ["pointerover", "pointerleave", "focusin", "focusout"]) chart.addEventListener(kind, tell);
  return h(
    slight ? "section.figure.slight" : "section.figure",
    { "aria-labelledby": `${name}-title` },
    slight ? h("h2.hidden", { id: `${name}-title` }, title) : h("div.head", {}, h("h2", { id: `${name}-title` }, title), choices),
    note && h("p.note", {}, note),
    chart,
    hint && said,
    legend && legendList(legend),
    more,
    h("div.foot", {}, tableOf({ name, title, columns, rows }), h("div.files", {}, csvButton(name, title, columns, rows), svgButton(name, title, about, chart))),
  );
}

function legendList(entries) {
  return h(
    "ul.levels",
    { "aria-label": t("legend") },
    entries.map(({ level, text }) => h("li", {}, s("svg", { width: 14, height: 14, "aria-hidden": "true" }, s(`rect.level.l${level}`, { width: 14, height: 14, rx: 2 })), text)),
  );
}

// ---- the table ----

/** A table that opens where it is asked for, which the address remembers. */
export function tableOf({ name, title, columns, rows, label = t("table") }) {
  const place = h("div.scroll", { tabindex: 0, role: "region", "aria-label": `${t("table")}: ${title}`, "data-scroll": name, "data-key": `scroll-${name}` });
  const build = () => place.replaceChildren(table(title, columns, rows));
  const open = state().open.includes(name);
  if (open) build();
  const remember = (event) => {
    const others = state().open.filter((each) => each !== name);
    const isOpen = event.target.open;
    if (isOpen && !place.firstChild) build();
    history.replaceState(history.state, "", but({ open: isOpen ? [...others, name] : others }));
  };
  return h(
    "details",
    { open, ontoggle: remember },
    h("summary", { "data-key": `table-${name}`, "aria-label": label === title ? null : `${label}: ${title}` }, label),
    place,
  );
}

function table(title, columns, rows) {
  return h(
    "table",
    {},
    h("caption.hidden", {}, title),
    h("thead", {}, h("tr", {}, columns.map((column) => h(column.number ? "th.number" : "th", { scope: "col" }, column.title)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, columns.map((column, i) => cell(column, row, i))))),
  );
}

function cell(column, row, i) {
  const text = column.text ? column.text(row) : (column.value(row) ?? "");
  const href = column.href?.(row);
  return h(
    `${i === 0 ? "th" : "td"}${column.number ? ".number" : ""}${column.wide ? ".wide" : ""}`,
    { scope: i === 0 && "row" },
    href ? h("a", { href }, text) : text,
  );
}

// ---- files ----

export function csvButton(name, title, columns, rows) {
  const save = () => download(`${fileName(name)}.csv`, "text/csv", csv(columns, rows));
  return h("button.quiet", { type: "button", onclick: save, "data-key": `csv-${name}`, "aria-label": `CSV: ${title}` }, "CSV");
}

function svgButton(name, title, about, chart) {
  const save = () => download(`${fileName(name)}.svg`, "image/svg+xml", standalone(chart.querySelector("svg"), `${title}: ${about}`));
  return h("button.quiet", { type: "button", onclick: save, "data-key": `svg-${name}`, "aria-label": `SVG: ${title}` }, "SVG");
}

function fileName(name) {
  const { actor, month, compare } = state();
  return ["kroniek", name, actor || compare.join("-"), month].filter(Boolean).join("-").replace(/[^\p{L}\p{N}._-]+/gu, "_");
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8; a text that one would take for a formula has an apostrophe before it. */
function csv(columns, rows) {
  const quoted = (value) => {
    if (typeof value === "number") return String(value);
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => column.value(row)))];
  return `\ufeff${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight"];
const MARGIN = 16;
const TITLE = 34;

/** The chart as a file: with the colours that it has on the page, its title, and without its links. */
function standalone(svg, title) {
  const copy = svg.cloneNode(true);
  const originals = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, i) => inline(element, originals[i]));
  for (const each of copy.querySelectorAll("a")) {
    const group = s("g", {}, s("title", {}, each.dataset.said), ...each.childNodes);
    each.replaceWith(group);
  }
  const [width, height] = [Number(svg.getAttribute("width")) + 2 * MARGIN, Number(svg.getAttribute("height")) + 2 * MARGIN + TITLE];
  const paper = getComputedStyle(document.body);
  const heading = { x: MARGIN, y: MARGIN + 14, fill: paper.color, "font-family": paper.fontFamily, "font-size": 16, "font-weight": 700 };
  const whole = s(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}` },
    s("rect", { width, height, fill: paper.backgroundColor }),
    s("text", heading, `${title} · Kroniek`),
    s("g", { transform: `translate(${MARGIN} ${MARGIN + TITLE})` }, ...copy.childNodes),
  );
  return new XMLSerializer().serializeToString(whole);
}

function inline(element, original) {
  const computed = getComputedStyle(original);
  for (const name of STYLES) {
    const value = computed.getPropertyValue(name);
    if (value && !(name === "fill" && element.getAttribute("fill"))) element.setAttribute(name, value);
  }
  for (const name of ["class", "tabindex", "href"]) element.removeAttribute(name);
}

function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

// ---- choices ----

/** A choice between a few, as links: where one is, and where the others lead. choices: [[value, word, type]]. */
export function segments(label, name, choices, hrefOf = (value) => but({ [name]: value, at: null })) {
  const chosen = state()[name];
  const one = ([value, word, type]) =>
    h(
      "a",
      { href: hrefOf(value), "aria-current": value === chosen && "true", "data-key": `${name}-${value}` },
      type && h("i.kind", { "data-type": type }),
      word,
    );
  return h("div.segments", { role: "group", "aria-label": label }, choices.map(one));
}

export const kindMark = (type) => h("i.kind", { "data-type": type });

const TYPING_MS = 700;

/** Listeners of a selector: one who types a month, or walks to it, has chosen when they pause; one who clicks, at once. */
function settling(onchange) {
  let typed = 0;
  let timer = 0;
  return {
    onkeydown: () => {
      typed = Date.now();
    },
    onchange: (event) => {
      clearTimeout(timer);
      const { target } = event;
      timer = setTimeout(() => onchange({ target }), Date.now() - typed < TYPING_MS ? TYPING_MS : 0);
    },
  };
}

/** A choice of a month among those that there are. */
export function monthSelect({ id, label, months, chosen, textOf, onchange }) {
  const options = months.map((month) => h("option", { value: month, selected: month === chosen }, capital(textOf(month))));
  const select = h("select", { id, "data-key": id, ...settling(onchange) }, options);
  return h("span.field", {}, h("label", { for: id }, label), select);
}

/** Which months charts through time show: from one to another, where months are all that have articles. */
export function period(months, go) {
  const { from, to } = state();
  const known = [...months, from, to].filter(Boolean).sort();
  const all = bins(known[0], known[known.length - 1], "month").map((bin) => bin.key);
  const years = [...new Set(all.map((month) => month.slice(0, 4)))];
  const ofYear = (year, chosen) => all.filter((month) => month.startsWith(year)).map((month) => h("option", { value: month, selected: month === chosen }, monthInShort(month)));
  // Who chooses an end before the beginning means another beginning, and the other way round.
  const change = (name, month) => (name === "from" ? { from: month, to: month > to ? "" : to } : { to: month, from: month && month < from ? "" : from });
  const select = (name, chosen, word) =>
    h(
      "span.field",
      {},
      h("label", { for: `period-${name}` }, word),
      h(
        "select",
        {
          id: `period-${name}`,
          "data-key": `period-${name}`,
          ...settling((event) => go(but(change(name, event.target.value)))),
        },
        h("option", { value: "" }, name === "from" ? t("begin") : t("end")),
        years.map((year) => h("optgroup", { label: year }, ofYear(year, chosen))),
      ),
    );
  return h(
    "div.period",
    { role: "group", "aria-label": t("period") },
    select("from", from, t("from")),
    select("to", to, t("to")),
  );
}
