// One actor: when, how it is written, with whom, about what time, and the sentences that prove it.

import { actorPath, get, getIfThere, link } from "./api.js";
import { actorAddress, address, articleAddress, but, go } from "./address.js";
import { bars, columns, heatmap, legend } from "./charts.js";
import { h } from "./dom.js";
import { figure, kindMark, monthSelect, period, segments } from "./figure.js";
import { between, bins, binOf, capital, dated, decimal, grainFor, howMany, monthInFull, number, pageRoom, partialDate, percent, perGrain } from "./format.js";
import { t } from "./words.js";

const RELATED = 12;
const READ_FOR_SPELLINGS = 500;
const SPELLINGS = 8;
const SHOWN_SENTENCES = 50;
const LEAST_COLUMN = 4;

export async function load(now, signal) {
  const id = now.actor;
  const period = { from: now.from, to: now.to };
  const [summary, { items: months }, { items: timeline }] = await Promise.all([
    get(actorPath(id), {}, signal),
    get("months", {}, signal),
    get(actorPath(id, "/months"), period, signal),
  ]);
  const month = now.month || timeline[timeline.length - 1]?.month || summary.last.slice(0, 7);
  const when = now.month ? { month: now.month } : period;
  const [evidence, titles, related, clock, spellings] = await Promise.all([
    get(actorPath(id, "/mentions"), { month, limit: SHOWN_SENTENCES }, signal),
    get("articles", { actor: id, month, limit: SHOWN_SENTENCES }, signal),
    getIfThere(actorPath(id, "/related"), { ...when, sort: now.related, limit: RELATED }, signal),
    getIfThere(actorPath(id, "/clock"), period, signal),
    spellingsOf(summary, signal),
  ]);
  return { summary, months, timeline, month, evidence, titles: titles.items, related, clock, spellings, stale: summary.stale };
}

let read = { key: "", spellings: null };

/** How its name is written, by how often; read again only when its counts have changed. */
async function spellingsOf({ actor, mentions, articles }, signal) {
  const key = JSON.stringify([actor, mentions, articles]);
  if (read.key === key) return read.spellings;
  const { items } = await get(actorPath(actor, "/mentions"), { limit: READ_FOR_SPELLINGS }, signal);
  const times = new Map();
  for (const { start, text, mentions: places } of items.flatMap((item) => item.evidence)) {
    const letters = [...text];
    for (const place of places) {
      const written = letters.slice(place.start - start, place.end - start).join("");
      times.set(written, (times.get(written) ?? 0) + 1);
    }
  }
  const sorted = [...times].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  read = { key, spellings: { most: sorted.slice(0, SPELLINGS), others: Math.max(0, sorted.length - SPELLINGS) } };
  return read.spellings;
}

export const title = ({ summary }) => summary.name;

export function render(data, now) {
  return [
    heading(data),
    timeline(data, now),
    h("div.sides", {}, h("div", {}, evidence(data)), h("div", {}, data.related && related(data, now))),
    data.clock && data.clock.items.length > 0 && clock(data, now),
  ];
}

function heading({ summary, spellings }) {
  return h(
    "header.heading",
    {},
    h(
      "div",
      {},
      h("p.over", {}, kindMark(summary.type), capital(t(summary.type))),
      h("h1", { tabindex: -1 }, summary.name),
      h("p.lead", {}, `${t("actorSummary", summary)} ${t("firstToLast", dated(summary.first), dated(summary.last))}`),
      h(
        "p.spellings",
        {},
        h("span.soft", {}, `${t("spellings")}: `),
        spellings.most.map(([written, times]) => h("span.spelling", {}, h("bdi", {}, written), h("span.soft", {}, ` ${number(times)}×`))),
        spellings.others > 0 && h("span.soft", {}, t("andMore", spellings.others)),
      ),
    ),
    h("div.choices", {}, h("a.button", { href: address({ compare: summary.actor }) }, t("compareWith"))),
  );
}

// ---- through the years ----

/** The months of an actor in the bins of a chart: its mentions and articles, and the articles that there were at all. */
export function counted(timeline, months, all, copies) {
  const sums = all.map(() => ({ mentions: 0, articles: 0, of: 0 }));
  for (const each of months) {
    const place = binOf(all, each.month);
    if (place >= 0) sums[place].of += articlesOf(each, copies);
  }
  for (const each of timeline) {
    const place = binOf(all, each.month);
    if (place < 0) continue;
    sums[place].mentions += mentionsOf(each, copies);
    sums[place].articles += articlesOf(each, copies);
  }
  return sums;
}

// Where the server says nothing of copies, none are known.
const mentionsOf = (row, copies) => (copies === "without" ? row.mentionsWithoutCopies : undefined) ?? row.mentions;
const articlesOf = (row, copies) => (copies === "without" ? row.articlesWithoutCopies : undefined) ?? row.articles;

/** How many of the mentions of a row stand in copies. */
export const inCopies = (row) => row.mentions - mentionsOf(row, "without");

/** Whether there are copies to be left out, or they are left out now. */
const hasCopies = (timeline, now) => now.copies === "without" || timeline.some((row) => inCopies(row) > 0);

/** What columns of a table say of copies, where there are any. */
export function copyColumns(rows) {
  if (!rows.some((row) => inCopies(row) > 0)) return [];
  const column = (title, value) => ({ title: `${title}, ${t("withoutCopies").toLowerCase()}`, value, text: (r) => number(value(r)), number: true });
  return [column(t("mentions"), (r) => mentionsOf(r, "without")), column(t("articles"), (r) => articlesOf(r, "without"))];
}

/** The period that is chosen or, where none is, that has articles. */
export function periodOf(months, now) {
  const known = months.map((each) => each.month).sort();
  return { from: now.from || known[0], to: now.to || known[known.length - 1] };
}

/** One value a bin, as a column says it; nothing where there are no articles at all. */
export function columnItems(name, sums, all, share) {
  return all.map((bin, i) => {
    const { mentions, articles, of } = sums[i];
    const part = of === 0 ? "" : ` (${percent(articles / of)})`;
    return {
      ...bin,
      value: of === 0 ? null : share ? articles / of : mentions,
      said: `${name ? `${name}, ` : ""}${name ? bin.text : capital(bin.text)}: ${of === 0 ? t("noArticles") : t("inArticles", mentions, articles) + part}`,
    };
  });
}

export function measures(timeline, months, now) {
  return h(
    "div.measures",
    {},
    segments(t("measure"), "measure", [["count", t("count")], ["share", t("share")]]),
    hasCopies(timeline, now) && segments(t("copies"), "copies", [["with", t("withCopies")], ["without", t("withoutCopies")]]),
    period(months.map((each) => each.month), go),
  );
}

/** How long a piece of time is that one column stands for. */
export const grainOf = (months, now) => {
  const { from, to } = periodOf(months, now);
  return grainFor(from, to, pageRoom() - 40, LEAST_COLUMN);
};

/** What a chart through time must say: how long a column is, what a share is, what a broken line, and what a copy. */
export function timeNote(timeline, months, now) {
  const { from, to } = periodOf(months, now);
  const there = months.filter(({ month }) => month >= from && month <= to).length;
  const grain = grainOf(months, now);
  const notes = [
    grain !== "month" && `${capital(t(now.measure === "share" ? "share" : "mentions").toLowerCase())} ${perGrain(grain)}.`,
    now.measure === "share" && t(now.copies === "without" && !months.some((each) => each.articlesWithoutCopies !== undefined) ? "shareOfAllNote" : "shareNote"),
    there < howMany(from, to) && t("noArticlesNote"),
    hasCopies(timeline, now) && t("whatIsACopy"),
  ];
  return notes.filter(Boolean).join(" ") || null;
}

/** What a chart through time shows, for a file that stands alone. */
export const told = (names, now) =>
  [names, now.measure === "share" && t("share"), now.copies === "without" && t("withoutCopies")]
    .filter(Boolean)
    .map((word, i) => (i === 0 ? word : word.toLowerCase()))
    .join(", ");

function timeline({ summary, timeline: rows, months, month }, now) {
  const { from, to } = periodOf(months, now);
  const share = now.measure === "share";
  const draw = (width) => {
    const all = bins(from, to, grainOf(months, now));
    const fine = all.length > 0 && all[0].from === all[0].to;
    const items = columnItems("", counted(rows, months, all, now.copies), all, share).map((item) => ({
      ...item,
      key: `time-${item.key}`,
      href: fine ? but({ month: item.from }) : but({ from: item.from, to: item.to, month: null }),
      current: month >= item.from && month <= item.to,
    }));
    return columns(
      items,
      width,
      { height: 220, type: summary.type, label: `${summary.name}: ${t("timeline")}`, share, tell: share ? percent : number },
    );
  };
  const all = new Map(months.map((each) => [each.month, each.articles]));
  return figure({
    name: "timeline",
    title: t("timeline"),
    about: told(summary.name, now),
    note: timeNote(rows, months, now),
    choices: measures(rows, months, now),
    hint: t("timelineHint"),
    draw,
    columns: [
      { title: t("month"), value: (r) => r.month, text: (r) => monthInFull(r.month), href: (r) => but({ month: r.month }) },
      { title: t("mentions"), value: (r) => r.mentions, text: (r) => number(r.mentions), number: true },
      { title: t("articles"), value: (r) => r.articles, text: (r) => number(r.articles), number: true },
      ...copyColumns(rows),
      { title: t("share"), value: (r) => r.articles / all.get(r.month), text: (r) => percent(r.articles / all.get(r.month)), number: true },
    ],
    rows,
  });
}

// ---- the sentences ----

function evidence({ summary, evidence: { items }, titles, timeline: rows, month }) {
  const titled = new Map(titles.map((article) => [article.id, article]));
  const known = rows.map((row) => row.month).reverse();
  const options = known.includes(month) ? known : [month, ...known];
  const one = (said) => {
    const about = titled.get(said.article);
    return h(
      "li",
      {},
      h("p.what", {}, h("a", { href: articleAddress(said.article), "data-key": `evidence-${said.article}` }, about?.title ?? said.article)),
      h("p.soft", {}, partialDate(said.published), about?.source && ` · ${about.source}`, ` · ${t("nMentions", said.mentions)}`, copyMark(said.copy || about?.duplicateOf)),
      said.evidence.map((sentence) => quote(said.article, sentence, summary.type)),
      said.cut && h("p.soft", {}, t("evidenceCut")),
    );
  };
  return h(
    "section.figure",
    { "aria-labelledby": "evidence-title", id: "evidence" },
    h(
      "div.head",
      {},
      h("h2", { id: "evidence-title" }, t("evidenceOf", month)),
      monthSelect({
        id: "evidence-month",
        label: t("evidenceMonth"),
        months: options,
        chosen: month,
        textOf: monthInFull,
        onchange: (event) => go(but({ month: event.target.value })),
      }),
    ),
    items.length === 0 ? h("p.note", {}, t("emptyPeriod")) : h("ol.evidence", {}, items.map(one)),
    items.length > 0 && h("p.more", {}, h("a", { href: link(actorPath(summary.actor, "/mentions"), { month, limit: 1_000, format: "csv" }), download: true }, t("allSentences"))),
  );
}

/** Says quietly that an article is a copy, where it is one. */
export const copyMark = (isCopy) => isCopy && h("span.tag.copy", { title: t("whatIsACopy") }, t("copy"));

/** A sentence with the mentions marked; it leads to its place in the article. */
function quote(article, { start, text, mentions }, type) {
  const letters = [...text];
  const pieces = [];
  let done = 0;
  for (const place of mentions) {
    const [from, to] = [Math.max(place.start - start, done), place.end - start];
    pieces.push(letters.slice(done, from).join(""), h("mark", { "data-type": type }, letters.slice(from, to).join("")));
    done = Math.max(done, to);
  }
  pieces.push(letters.slice(done).join(""));
  const at = mentions[0]?.start;
  return h("blockquote", { lang: "nl" }, h("a", { href: articleAddress(article, { at }), "data-key": `quote-${article}-${start}` }, pieces));
}

// ---- with whom ----

function related({ related: { items }, summary }, now) {
  const byArticles = now.related === "articles";
  const shown = items.map((item) => ({
    key: `related-${item.actor}`,
    label: item.name,
    type: item.type,
    value: item.articles,
    note: byArticles ? "" : decimal(item.association, 2),
    href: actorAddress(item.actor, { month: now.month, from: now.from, to: now.to }),
    said: `${item.name}, ${t(item.type)}: ${t("nArticles", item.articles)}, ${t("nSentences", item.sentences)}`,
  }));
  const choices = segments(t("related"), "related", [["articles", t("byArticles")], ["association", t("byAssociation")]]);
  const note = [t("relatedNote", now.month), !byArticles && t("associationNote")].filter(Boolean).join(" ");
  if (items.length === 0) {
    return h("section.figure", {}, h("h2", {}, t("related")), h("p.note", {}, t("emptyPeriod")));
  }
  return figure({
    name: "related",
    title: t("related"),
    about: summary.name,
    note,
    choices,
    draw: (width) => bars(shown, width, `${t("related")}: ${summary.name}`),
    columns: [
      { title: t("actor"), value: (r) => r.name, href: (r) => actorAddress(r.actor, { month: now.month }) },
      { title: t("kind"), value: (r) => t(r.type) },
      { title: t("articles"), value: (r) => r.articles, text: (r) => number(r.articles), number: true },
      { title: t("sentences"), value: (r) => r.sentences, text: (r) => number(r.sentences), number: true },
      { title: t("association"), value: (r) => r.association, text: (r) => decimal(r.association, 2), number: true },
    ],
    rows: items,
  });
}

// ---- about what time ----

const YEARS_AROUND = 3;
const LEAST_CELL = 9;

function clock({ clock: { items }, months, summary }, now) {
  const { from, to } = periodOf(months, now);
  const firstYear = Number(from.slice(0, 4)) - YEARS_AROUND;
  const lastYear = Number(to.slice(0, 4)) + YEARS_AROUND;
  const years = [];
  for (let year = lastYear; year >= firstYear; year -= 1) years.push({ key: String(year), label: String(year) });
  const rowOf = ({ mentioned }) => {
    if (mentioned === "open") return "open";
    if (mentioned < String(firstYear)) return "earlier";
    return mentioned.slice(0, 4) > String(lastYear) ? "later" : mentioned.slice(0, 4);
  };
  const used = new Set(items.map(rowOf));
  const rows = [
    used.has("later") && { key: "later", label: t("clockLater") },
    ...years.filter(({ key }) => (key >= from.slice(0, 4) && key <= to.slice(0, 4)) || used.has(key)),
    used.has("earlier") && { key: "earlier", label: t("clockEarlier") },
    used.has("open") && { key: "open", label: t("clockOpen") },
  ].filter(Boolean);
  const summed = (grain) => {
    const all = bins(from, to, grain);
    const sums = new Map();
    for (const item of items) {
      const key = `${rowOf(item)}|${binOf(all, item.month)}`;
      sums.set(key, (sums.get(key) ?? 0) + item.mentions);
    }
    const cell = (row, bin, x) => {
      const value = sums.get(`${row.key}|${x}`);
      return value && {
        key: `clock-${row.key}-${bin.key}`,
        value,
        href: bin.from === bin.to ? but({ month: bin.from }) : but({ from: bin.from, to: bin.to }),
        said: capital(t("clockCell", row.label, bin.text, value)),
      };
    };
    return { all, cell, values: [...sums.values()] };
  };
  const grain = grainFor(from, to, pageRoom() * 0.9, LEAST_CELL);
  return figure({
    name: "clock",
    title: t("inYears"),
    about: summary.name,
    note: `${t("clockNote")} ${capital(t("mentions").toLowerCase())} ${perGrain(grain)}.`,
    hint: capital(between(from, to)),
    draw: (width) => {
      const { all, cell } = summed(grain);
      return heatmap(rows, all, width, { label: `${summary.name}: ${t("inYears")}`, cell, slant: true });
    },
    legend: legend(summed(grain).values),
    columns: [
      { title: t("published"), value: (r) => r.month, text: (r) => monthInFull(r.month), href: (r) => but({ month: r.month }) },
      { title: t("mentioned"), value: (r) => r.mentioned, text: (r) => (r.mentioned === "open" ? t("clockOpen") : monthInFull(r.mentioned)) },
      { title: t("mentions"), value: (r) => r.mentions, text: (r) => number(r.mentions), number: true },
    ],
    rows: items,
  });
}

