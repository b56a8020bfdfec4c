// Up to six actors below each other, on one scale.

import { actorPath, get, getIfThere } from "./api.js";
import { actorAddress, address, go, MOST_COMPARED } from "./address.js";
import { columnItems, copyColumns, counted, grainOf, measures, periodOf, timeNote, told } from "./actor.js";
import { panels } from "./charts.js";
import { h } from "./dom.js";
import { figure, kindMark } from "./figure.js";
import { bins, monthInFull, number, percent } from "./format.js";
import { suggesting } from "./search.js";
import { t } from "./words.js";

export async function load(now, signal) {
  const period = { from: now.from, to: now.to };
  const [{ items: months }, ...actors] = await Promise.all([
    get("months", {}, signal),
    ...now.compare.map(async (id) => {
      const [summary, rows] = await Promise.all([
        getIfThere(actorPath(id), {}, signal),
        getIfThere(actorPath(id, "/months"), period, signal),
      ]);
      return { id, summary, timeline: rows?.items ?? [] };
    }),
  ]);
  return { months, actors };
}

export const title = () => t("comparing");

export function render({ months, actors }, now) {
  const known = actors.filter((actor) => actor.summary);
  return [
    h("header.heading", {}, h("div", {}, h("h1", { tabindex: -1 }, t("comparing")), h("p.lead", {}, t("compareHint")))),
    chosen(actors, now),
    known.length > 0 && months.length > 0 && together(known, months, now),
  ];
}

function chosen(actors, now) {
  const without = (id) => address({ ...only(now), compare: now.compare.filter((each) => each !== id) });
  const one = ({ id, summary }) =>
    h(
      "li",
      {},
      summary && kindMark(summary.type),
      summary ? h("a", { href: actorAddress(id) }, summary.name) : t("notKnown", id),
      h("a.remove", { href: without(id) || address({ compare: "" }), "aria-label": t("remove", summary?.name ?? id), "data-key": `remove-${id}` }, "×"),
    );
  return h(
    "div.chosen",
    {},
    actors.length > 0 && h("ul", { "aria-label": t("comparing") }, actors.map(one)),
    now.compare.length < MOST_COMPARED
      ? suggesting({ id: "add", label: t("addActor"), onchoose: ({ actor }) => go(address({ ...only(now), compare: [...now.compare, actor] })) })
      : h("p.soft", {}, t("compareFull")),
  );
}

/** What of the state a comparison keeps. */
const only = ({ from, to, measure, copies }) => ({ from, to, measure, copies });

function together(actors, months, now) {
  const { from, to } = periodOf(months, now);
  const everyRow = actors.flatMap((actor) => actor.timeline);
  const share = now.measure === "share";
  const draw = (width) => {
    const all = bins(from, to, grainOf(months, now));
    const series = actors.map(({ id, summary, timeline }) => ({
      label: summary.name,
      type: summary.type,
      items: columnItems(summary.name, counted(timeline, months, all, now.copies), all, share).map((item) => ({
        ...item,
        key: `${id}-${item.from}`,
        href: actorAddress(id, item.from === item.to ? { month: item.from } : { from: item.from, to: item.to }),
      })),
    }));
    return panels(series, width, { share, tell: share ? percent : number, label: t("comparing") });
  };
  const articlesIn = new Map(months.map((each) => [each.month, each.articles]));
  const rows = actors.flatMap(({ summary, timeline }) => timeline.map((row) => ({ ...row, actor: summary.actor, name: summary.name })));
  return figure({
    name: "compared",
    title: t("timeline"),
    about: told(actors.map(({ summary }) => summary.name).join(", "), now),
    note: timeNote(everyRow, months, now),
    choices: measures(everyRow, months, now),
    hint: t("compareScale"),
    draw,
    columns: [
      { title: t("actor"), value: (r) => r.name, href: (r) => actorAddress(r.actor, { month: r.month }) },
      { title: t("month"), value: (r) => r.month, text: (r) => monthInFull(r.month) },
      { title: t("mentions"), value: (r) => r.mentions, text: (r) => number(r.mentions), number: true },
      { title: t("articles"), value: (r) => r.articles, text: (r) => number(r.articles), number: true },
      ...copyColumns(rows),
      { title: t("share"), value: (r) => r.articles / articlesIn.get(r.month), text: (r) => percent(r.articles / articlesIn.get(r.month)), number: true },
    ],
    rows,
  });
}
