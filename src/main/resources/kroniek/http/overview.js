// The overview: who is in the news of a month, who is coming up, and what comes in.

import { get, getIfThere, actorPath, link } from "./api.js";
import { actorAddress, address, articleAddress, but, go, MOST_COMPARED } from "./address.js";
import { bars, columns, dumbbells, heatmap, legend } from "./charts.js";
import { h } from "./dom.js";
import { figure, monthSelect, period, segments } from "./figure.js";
import { copyMark, inCopies } from "./actor.js";
import { between, bins, binOf, capital, decimal, grainFor, monthInFull, monthsFrom, number, pageRoom, partialDate, perGrain, signed } from "./format.js";
import { t } from "./words.js";

const FEW = 15;
const HEAT_ROWS = 12;
const RISING = 6;
const LISTED = 5;
const KINDS = ["PERSON", "COUNTRY", "ORGANISATION"];

export async function load(now, signal) {
  const months = (await get("months", {}, signal)).items;
  if (months.length === 0) return { months, samples: false };
  const month = now.month || months[0].month;
  const { type, sort } = now;
  const from = now.from || months[months.length - 1].month;
  const to = now.to || months[0].month;
  const [top, rise, articles] = await Promise.all([
    get("actor-months", { month, type, sort, limit: now.rows }, signal),
    rising(month, type, signal),
    get("articles", { month, limit: now.rows }, signal),
  ]);
  const heat = await Promise.all(
    top.items.slice(0, HEAT_ROWS).map(async ({ actor, name, type: kind }) => {
      const row = await getIfThere(actorPath(actor, "/months"), { from, to }, signal);
      return { actor, name, type: kind, months: row?.items ?? [] };
    }),
  );
  return { months, month, from, to, top, rise, articles, heat, samples: top.samples, stale: top.stale };
}

/** Who is rising: against what was to be expected or, where Kroniek cannot say that, against the month before. */
async function rising(month, type, signal) {
  const rise = await getIfThere("actor-months", { month, type, sort: "rise", limit: RISING }, signal);
  if (rise) return { expected: true, items: rise.items.map((item) => ({ ...item, before: item.expected, now: item.articles })) };
  const change = await get("actor-months", { month, type, sort: "change", limit: RISING }, signal);
  const items = change.items.filter((item) => item.change > 0);
  return { expected: false, items: items.map((item) => ({ ...item, before: item.mentions - item.change, now: item.mentions })) };
}

export const title = ({ month }) => (month ? capital(monthInFull(month)) : t("overview"));

export function render(data, now, page) {
  if (data.months.length === 0) {
    const heading = h("header.heading", {}, h("h1", { tabindex: -1 }, t("overview")));
    return [heading, h("p.empty", {}, t("emptyAll")), columnsOf([live(page)], [pipeline(page)])];
  }
  const nobody = data.top.items.length === 0;
  return [
    heading(data, now),
    data.months.length > 1 && strip(data),
    nobody && h("p.empty", {}, t("emptyMonth", data.month)),
    columnsOf([!nobody && most(data, now)], [!nobody && rise(data), live(page)]),
    !nobody && heat(data),
    columnsOf([articles(data, now)], [pipeline(page)]),
  ];
}

const columnsOf = (...sides) => h("div.sides", {}, sides.map((side) => h("div", {}, side)));

// ---- the month ----

function heading(data, now) {
  const known = data.months.map((each) => each.month);
  const all = known.includes(data.month) ? known : [...known, data.month].sort().reverse();
  const place = all.indexOf(data.month);
  const step = (places, word, sign, key) => {
    const month = all[place + places];
    return month
      ? h("a.step", { href: but({ month }), "aria-label": `${word}: ${monthInFull(month)}`, "data-key": key }, sign)
      : h("span.step", { "aria-hidden": "true" }, sign);
  };
  const { articles = 0, actors = 0, mentions = 0 } = data.months[known.indexOf(data.month)] ?? {};
  return h(
    "header.heading",
    {},
    h("div", {}, h("h1", { tabindex: -1 }, capital(monthInFull(data.month))), h("p.lead", {}, t("theMonth", articles, actors, mentions))),
    h(
      "div.choices",
      {},
      h(
        "div.months",
        {},
        step(1, t("earlier"), "‹", "earlier"),
        monthSelect({
          id: "month",
          label: t("month"),
          months: all,
          chosen: data.month,
          textOf: monthInFull,
          onchange: (event) => go(but({ month: event.target.value })),
        }),
        step(-1, t("later"), "›", "later"),
      ),
      segments(t("kind"), "type", [["", t("all")], ...KINDS.map((kind) => [kind, t(`${kind}s`), kind])]),
    ),
  );
}

function strip({ months, month, from, to }) {
  const oldest = months[months.length - 1].month;
  const first = month < oldest ? month : oldest;
  const last = month > months[0].month ? month : months[0].month;
  const all = bins(first < from ? first : from, last > to ? last : to, "month");
  const articlesIn = new Map(months.map((each) => [each.month, each.articles]));
  const items = all.map((bin) => {
    const value = articlesIn.get(bin.key) ?? 0;
    return {
      ...bin,
      value,
      href: but({ month: bin.key }),
      said: `${capital(bin.text)}: ${t("nArticles", value)}`,
      current: bin.key === month,
      key: bin.key,
    };
  });
  return figure({
    name: "strip",
    title: t("strip"),
    about: between(first, last),
    slight: true,
    draw: (width) => columns(items, width, { height: 64, label: `${t("strip")}. ${t("stripHint")}`, tell: number, plain: true }),
    columns: [
      { title: t("month"), value: (r) => r.month, text: (r) => capital(monthInFull(r.month)), href: (r) => but({ month: r.month }) },
      { title: t("articles"), value: (r) => r.articles, text: (r) => number(r.articles), number: true },
      { title: t("actors"), value: (r) => r.actors, text: (r) => number(r.actors), number: true },
      { title: t("mentions"), value: (r) => r.mentions, text: (r) => number(r.mentions), number: true },
    ],
    rows: months,
  });
}

// ---- who most ----

const ofThem = (item) => (inCopies(item) > 0 ? `, ${t("ofThemInCopies", inCopies(item))}` : "");

function most({ top, month }, now) {
  const before = monthsFrom(month, -1);
  const note = (item) => (item.change === item.mentions ? t("newcomer") : item.change === 0 ? t("same") : signed(item.change));
  const byArticles = now.sort === "articles";
  const copies = top.items.some((item) => inCopies(item) > 0);
  const items = top.items.map((item) => ({
    key: `most-${item.actor}`,
    label: item.name,
    type: item.type,
    value: byArticles ? item.articles : item.mentions,
    before: byArticles ? null : item.mentions - item.change,
    note: byArticles ? "" : note(item),
    href: actorAddress(item.actor, { month }),
    said: `${item.name}, ${t(item.type)}: ${t("inArticles", item.mentions, item.articles)}${ofThem(item)}; ${t("before", item.mentions - item.change)}`,
  }));
  const rows = h(
    "div.more",
    {},
    top.selected > FEW && h("a.button", { href: but({ rows: now.rows === "15" ? "50" : "15" }), "data-key": "rows" }, now.rows === "15" ? t("more") : t("fewer")),
    h("a.button", { href: address({ compare: top.items.slice(0, MOST_COMPARED).map((item) => item.actor) }) }, t("compareThese")),
    h("a", { href: link("actor-months", { month, type: now.type, sort: now.sort, limit: 1_000, format: "csv" }), download: true }, t("fullTable")),
  );
  return figure({
    name: "ranking",
    title: t("most"),
    about: monthInFull(month),
    note: byArticles ? null : t("mostNote", monthInFull(before)),
    choices: segments(t("measure"), "sort", [["mentions", t("mentions")], ["articles", t("articles")]]),
    draw: (width) => bars(items, width, t("most")),
    more: rows,
    columns: [
      { title: t("actor"), value: (r) => r.name, href: (r) => actorAddress(r.actor, { month }) },
      { title: t("kind"), value: (r) => t(r.type) },
      { title: t("mentions"), value: (r) => r.mentions, text: (r) => number(r.mentions), number: true },
      copies && { title: t("inCopies"), value: inCopies, text: (r) => number(inCopies(r)), number: true },
      { title: t("change"), value: (r) => r.change, text: (r) => signed(r.change), number: true },
      { title: t("articles"), value: (r) => r.articles, text: (r) => number(r.articles), number: true },
      { title: t("first"), value: (r) => r.first, text: (r) => partialDate(r.first) },
      { title: t("last"), value: (r) => r.last, text: (r) => partialDate(r.last) },
    ].filter(Boolean),
    rows: top.items,
  });
}

function rise({ rise: { expected, items }, month }) {
  if (items.length === 0) return h("section.figure", {}, h("h2", {}, t("rise")), h("p.note", {}, t(expected ? "noRise" : "noChange")));
  const shown = items.map((item) => ({
    key: `rise-${item.actor}`,
    label: item.name,
    type: item.type,
    value: item.now,
    before: item.before,
    href: actorAddress(item.actor, { month }),
    said: t(expected ? "riseOf" : "changeOf", item.name, item.before, item.now),
  }));
  return figure({
    name: "rising",
    title: t("rise"),
    about: monthInFull(month),
    note: t(expected ? "riseNote" : "changeNote"),
    draw: (width) => dumbbells(shown, width, t("rise")),
    columns: [
      { title: t("actor"), value: (r) => r.name, href: (r) => actorAddress(r.actor, { month }) },
      { title: t(expected ? "expected" : "monthBefore"), value: (r) => r.before, text: (r) => decimal(r.before), number: true },
      { title: t("counted"), value: (r) => r.now, text: (r) => number(r.now), number: true },
      expected && { title: t("riseMeasure"), value: (r) => r.rise, text: (r) => decimal(r.rise), number: true },
    ].filter(Boolean),
    rows: items,
  });
}

// ---- through time ----

const LEAST_CELL = 9;

function heat({ heat: actors, months, from, to, month }) {
  const rows = actors.map((actor) => ({ ...actor, key: actor.actor, label: actor.name }));
  const cellsIn = (grain) => {
    const all = bins(from, to, grain);
    const sums = rows.map((row) => {
      const sum = new Map();
      for (const each of row.months) {
        const place = binOf(all, each.month);
        const old = sum.get(place) ?? { mentions: 0, articles: 0 };
        sum.set(place, { mentions: old.mentions + each.mentions, articles: old.articles + each.articles });
      }
      return sum;
    });
    const cell = (row, bin, x, y) => {
      const found = sums[y].get(x);
      return found && {
        key: `heat-${row.key}-${bin.key}`,
        value: found.mentions,
        href: actorAddress(row.key, grain === "month" ? { month: bin.key } : { from: bin.from, to: bin.to }),
        said: `${row.label}, ${bin.text}: ${t("inArticles", found.mentions, found.articles)}`,
      };
    };
    return { all, cell, values: sums.flatMap((sum) => [...sum.values()].map((each) => each.mentions)) };
  };
  const grainNow = grainFor(from, to, pageRoom() * 0.82, LEAST_CELL);
  const perWord = perGrain(grainNow);
  return figure({
    name: "heat",
    title: t("heat"),
    about: between(from, to),
    note: `${t("heatNote")} ${capital(t("mentions").toLowerCase())} ${perWord}.`,
    choices: period(months.map((each) => each.month), go),
    hint: capital(between(from, to)),
    draw: (width) => {
      const { all, cell } = cellsIn(grainNow);
      return heatmap(rows, all, width, { label: `${t("heat")}, ${perWord}`, cell });
    },
    legend: legend(cellsIn(grainNow).values),
    columns: [
      { title: t("actor"), value: (r) => r.name, href: (r) => actorAddress(r.actor, { month: r.month }) },
      { title: t("month"), value: (r) => r.month, text: (r) => monthInFull(r.month) },
      { title: t("mentions"), value: (r) => r.mentions, text: (r) => number(r.mentions), number: true },
      { title: t("articles"), value: (r) => r.articles, text: (r) => number(r.articles), number: true },
    ],
    rows: rows.flatMap((row) => row.months.map((each) => ({ ...each, name: row.name }))),
  });
}

// ---- articles, as they come in and as they lie ----

function live({ arrivals, line }) {
  if (line === "absent") return null;
  const one = (article) => {
    const { id, title: headline, change, date, actors = [] } = article;
    return h(
      "li",
      {},
      h(
        "p.what",
        {},
        h("span.tag", { "data-change": change }, t("arrived")[change] ?? change),
        change === "withdrawn" ? (headline ?? id) : h("a", { href: articleAddress(id), "data-key": `live-${id}` }, headline ?? id),
        copyMark(article.duplicateOf),
      ),
      h("p.soft", {}, date && partialDate(date), actors.length > 0 && ` · ${actors.slice(0, 4).map((actor) => actor.name).join(", ")}`, actors.length > 4 && ` ${t("andMore", actors.length - 4)}`),
    );
  };
  return h(
    "section.figure.live",
    { "aria-labelledby": "live-title" },
    h("h2", { id: "live-title" }, h("span.pulse", { "data-open": String(line === "open"), "aria-hidden": "true" }), t("live")),
    line !== "open" && h("p.note", {}, t("liveOff")),
    arrivals.length === 0 ? line === "open" && h("p.note", {}, t("liveWaiting")) : h("ol.list", { id: "arrivals" }, arrivals.slice(0, LISTED).map(one)),
  );
}

function articles({ articles: { items, next }, month }, now) {
  const one = (article) =>
    h(
      "li",
      {},
      h("a", { href: articleAddress(article.id), "data-key": `article-${article.id}` }, article.title ?? article.id),
      h("p.soft", {}, partialDate(article.published), article.source && ` · ${article.source}`, copyMark(article.duplicateOf)),
    );
  return h(
    "section.figure",
    { "aria-labelledby": "articles-title" },
    h("h2", { id: "articles-title" }, t("articlesOf", month)),
    h("ul.list.wide", {}, items.map(one)),
    h(
      "div.more",
      {},
      next && now.rows === "15" && h("a.button", { href: but({ rows: "50" }), "data-key": "more-articles" }, t("more")),
      items.length > 0 && h("a", { href: link("articles", { month, limit: 1_000, format: "csv" }), download: true }, t("listCsv")),
    ),
  );
}

// ---- how it is going ----

function pipeline({ status }) {
  if (!status) return null;
  const { files, articles: raw, counts, lag } = status;
  const figures = [
    files && ["filesFound", number(files.found)],
    files?.waiting > 0 && ["filesWaiting", number(files.waiting)],
    files?.unreadable > 0 && ["filesUnreadable", number(files.unreadable)],
    ["inRaw", number(raw.inRaw)],
    ["annotated", number(raw.annotated)],
    ["rejected", number(raw.rejected)],
    ["failed", number(raw.failed)],
    ["actorMonths", number(counts.actorMonths)],
    ["lag", lag === null ? t("unknown") : number(lag)],
    ["agree", counts.unproved.length === 0 ? t("yes") : t("no")],
  ].filter(Boolean);
  return h(
    "section.figure.pipeline",
    { "aria-labelledby": "pipeline-title" },
    h("h2", { id: "pipeline-title" }, t("pipeline")),
    h("p.note", {}, t("pipelineIs")[status.state]?.(status) ?? status.state),
    h("dl", {}, figures.map(([name, value]) => h("div", {}, h("dt", {}, t("figures")[name]), h("dd", {}, value)))),
  );
}

