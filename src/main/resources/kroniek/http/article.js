// One article: its text with the actors and times marked in place, and why each was read so.

import { get, getIfThere, link } from "./api.js";
import { actorAddress, articleAddress, but, state } from "./address.js";
import { at, h } from "./dom.js";
import { csvButton, kindMark, tableOf } from "./figure.js";
import { dated, monthInFull, number, partialDate } from "./format.js";
import { anchor, form, precision, reasons, rule } from "./reasons.js";
import { t } from "./words.js";

const TYPES = ["PERSON", "COUNTRY", "ORGANISATION", "PLACE", "DATE"];

export async function load(now, signal) {
  const article = await get("article", { id: now.article }, signal);
  const original = article.duplicateOf ? await getIfThere("article", { id: article.duplicateOf }, signal) : null;
  return { article, original };
}

export const title = ({ article }) => article.title ?? article.id;

export function render({ article, original }, now) {
  const letters = [...article.text];
  const marks = marksOf(article);
  const chosen = marks.find((mark) => mark.start === now.at);
  const piece = (from, to) => marked(letters, marks, from, to, now);
  const [titleFrom, titleTo] = article.titleSpan ?? [0, 0];
  return [
    h(
      "header.heading",
      {},
      h(
        "div",
        {},
        h("p.over", {}, t("publishedOn", dated(article.published.value)), article.source && ` · ${article.source}`),
        h("h1", { tabindex: -1, lang: "nl" }, article.title ? piece(titleFrom, titleTo) : t("untitled", partialDate(article.published.value))),
        article.duplicateOf && copyOf(article.duplicateOf, original),
      ),
    ),
    h(
      "div.reading",
      { onfocusin: explain(marks), onpointerover: explain(marks) },
      h(
        "div.text",
        { lang: "nl" },
        legend(marks),
        paragraphs(letters, article).map(([from, to]) => h("p", {}, piece(from, to))),
        article.cut && h("p.note", {}, t("cut")),
      ),
      h(
        "aside",
        {},
        h("section.why", { id: "why", "aria-live": "polite", "aria-labelledby": "why-title" }, why(chosen)),
        who(marks, article),
        facts(article),
      ),
    ),
    allMarks(marks),
  ];
}

function copyOf(id, original) {
  const name = original?.title ?? id;
  const first = original ? h("a", { href: articleAddress(id), lang: "nl" }, name) : h("bdi", {}, name);
  return h("p.lead", {}, `${t("copyOf")} `, first, ". ", t("whatIsACopy"));
}

// ---- marks in the text ----

function marksOf({ mentions, expressions }) {
  const all = [
    ...mentions.map((mention) => ({ ...mention, kind: mention.type })),
    ...expressions.map((expression) => ({ ...expression, kind: "DATE" })),
  ];
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A stretch of the text with its marks; where two overlap, the one that begins first, and of these the longest, is shown. */
function marked(letters, marks, from, to, now) {
  const pieces = [];
  let done = from;
  for (const mark of marks) {
    if (mark.start < done || mark.end > to) continue;
    pieces.push(letters.slice(done, mark.start).join(""), anchored(mark, letters, now));
    done = mark.end;
  }
  pieces.push(letters.slice(done, to).join(""));
  return pieces;
}

function anchored(mark, letters, now) {
  const counted = mark.kind === "DATE" || mark.counted;
  return h(
    counted ? "a.said" : "a.said.uncounted",
    {
      href: but({ at: mark.start }),
      "data-type": mark.kind,
      "data-start": mark.start,
      "data-key": `mark-${mark.start}`,
      "data-stay": true,
      "aria-current": mark.start === now.at && "true",
      "aria-describedby": "why",
      id: `mark-${mark.start}`,
    },
    letters.slice(mark.start, mark.end).join(""),
  );
}

/** The paragraphs behind the header, without title and source label, which stand above. */
function paragraphs(letters, { headerSpan, titleSpan, sourceSpan }) {
  const skipped = [headerSpan, titleSpan, sourceSpan].filter(Boolean).sort(([a], [b]) => a - b);
  const found = [];
  let from = 0;
  const add = (to) => {
    const begin = letters.findIndex((letter, i) => i >= from && /\S/.test(letter));
    if (begin >= 0 && begin < to) found.push([begin, to]);
  };
  for (let i = 0; i < letters.length; i += 1) {
    const skip = skipped.find(([start, end]) => i >= start && i < end);
    if (skip) {
      add(i);
      i = skip[1] - 1;
      from = i + 1;
    } else if (letters[i] === "\n") {
      add(i);
      from = i + 1;
    }
  }
  add(letters.length);
  return found;
}

function legend(marks) {
  const used = TYPES.filter((type) => marks.some((mark) => mark.kind === type));
  return h(
    "ul.legend",
    { "aria-label": t("legend"), lang: document.documentElement.lang },
    used.map((type) => h("li", {}, h("span.said", { "data-type": type }, t(`${type}s`)))),
  );
}

// ---- why ----

/** What is pointed at or has the focus is explained; what is chosen stays explained when nothing else is. */
function explain(marks) {
  return (event) => {
    const start = event.target.closest?.("[data-start]")?.dataset.start;
    if (start === undefined) return;
    const mark = marks.find((each) => each.start === Number(start));
    at("why").replaceChildren(...why(mark).filter(Boolean));
  };
}

/** Marks what is chosen, without drawing the article anew. */
export function stay() {
  const { at: start } = state();
  for (const each of document.querySelectorAll("[data-start]")) {
    if (Number(each.dataset.start) === start) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
}

/** The mark that the address names, which a reader who comes from a sentence wants to see. */
export const target = () => at(`mark-${state().at}`);

function why(mark) {
  const heading = h("h2", { id: "why-title" }, t("why"));
  if (!mark) return [heading, h("p.note", {}, t("whyHint"))];
  return [heading, h("p.word", {}, h("span.said", { "data-type": mark.kind }, mark.text)), ...(mark.kind === "DATE" ? whyTime(mark) : whyActor(mark))];
}

function whyTime(mark) {
  const unit = precision(mark.precision ?? "none");
  const from = anchor(mark.anchor?.kind);
  return [
    h("p", {}, `${t("readAs")} `, h("code", {}, mark.mod ? `${mark.value} (${mark.mod})` : mark.value)),
    h("p.soft", {}, [rule(mark.rule), unit && `${t("precision")} ${unit}`, from && `${t("anchoredAt")} ${from}`].filter(Boolean).join("; "), "."),
  ];
}

function whyActor(mark) {
  const { actor, candidates = [], rejected = [] } = mark;
  const leads = actor && mark.kind !== "PLACE";
  return [
    actor && h("p", {}, `${t("readAs")} `, leads ? h("a", { href: actorAddress(actor.id) }, actor.name) : h("strong", {}, actor.name), `, ${t(mark.kind)}`),
    !actor && h("p", {}, t("undecided")),
    candidates.length > 0 && h("ul", {}, candidates.map((id) => h("li", {}, h("a", { href: actorAddress(id) }, id)))),
    h("p.soft", {}, `${form(mark.form)}: ${rule(mark.rule)}.`),
    mark.evidence && h("p.soft", {}, `${reasons(mark.evidence)}.`),
    actor?.provisional && h("p.soft", {}, t("provisional")),
    !mark.counted && h("p.soft", {}, t("notCounted")),
    rejected.length > 0 && h("p.rejected", {}, t("rejectedOnes")),
    rejected.length > 0 && h("ul.rejected", {}, rejected.slice(0, 5).map((other) => h("li", {}, other.name, h("span.soft", {}, ` — ${reasons(other.why)}`)))),
  ];
}

// ---- beside the text ----

function who(marks, article) {
  const actors = new Map();
  for (const { counted, actor, kind } of marks) {
    if (!counted || !actor) continue;
    const one = actors.get(actor.id) ?? { ...actor, kind, times: 0 };
    actors.set(actor.id, { ...one, times: one.times + 1 });
  }
  const sorted = [...actors.values()].sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1));
  const one = (actor) =>
    h("li", {}, kindMark(actor.kind), h("a", { href: actorAddress(actor.id, { month: article.published.month }) }, actor.name), h("span.number", {}, number(actor.times)));
  return h("section", { "aria-labelledby": "who-title" }, h("h2", { id: "who-title" }, t("who")), h("ul.who", {}, sorted.map(one)));
}

function facts({ id, published, source, language }) {
  const fact = (name, value) => value && h("div", {}, h("dt", {}, name), h("dd", {}, value));
  return h(
    "section",
    { "aria-labelledby": "facts-title" },
    h("h2", { id: "facts-title" }, t("articleFacts")),
    h(
      "dl",
      {},
      fact(t("articleId"), h("bdi", {}, id)),
      fact(t("published").toLowerCase(), `${partialDate(published.value)}, ${t("dateFrom")[published.source] ?? published.source}`),
      fact(t("articleMonth"), monthInFull(published.month)),
      fact(t("source"), source),
      fact(t("languageVersion"), language),
    ),
    h("p", {}, h("a", { href: link("article", { id }) }, t("rawJson"))),
  );
}

function allMarks(marks) {
  const columns = [
    { title: t("inText"), value: (mark) => mark.text, href: (mark) => but({ at: mark.start }) },
    { title: t("kind"), value: (mark) => t(mark.kind) },
    { title: t("readAs"), value: (mark) => (mark.kind === "DATE" ? mark.value : (mark.actor?.name ?? "?")) },
    { title: t("why"), value: (mark) => rule(mark.rule), wide: true },
  ];
  const title = t("allMarks");
  return h(
    "div.figure.foot",
    {},
    tableOf({ name: "marks", title, columns, rows: marks, label: title }),
    h("div.files", {}, csvButton("marks", title, columns, marks)),
  );
}
