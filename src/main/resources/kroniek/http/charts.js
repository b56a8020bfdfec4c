// The charts: plain SVG, drawn for the width that there is. A mark that leads somewhere is a link with words of its own, so that each
// chart can be read and used without seeing it, and without a mouse.

import { s } from "./dom.js";
import { decimal, number } from "./format.js";
import { t } from "./words.js";

const FONT = '"Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const NARROW = 520;

const ink = document.createElement("canvas").getContext("2d");

function widthOf(text, size, weight = 400) {
  ink.font = `${weight} ${size}px ${FONT}`;
  return ink.measureText(text).width;
}

/** A text that fits into a width, with an ellipsis where it does not. */
function clipped(text, width, size, weight) {
  if (widthOf(text, size, weight) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join("")}…`, size, weight) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

// ---- marks ----

let drawn = 0;

function canvas(width, height, label) {
  const id = (drawn += 1);
  return s(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": label, "data-id": id },
    s("defs", {}, stripes(id, "COUNTRY", 8, 3, 45), stripes(id, "ORGANISATION", 5, 1.2, 90)),
  );
}

function stripes(id, type, every, thick, angle) {
  return s(
    "pattern",
    { id: `stripes-${id}-${type}`, width: every, height: every, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` },
    s("rect.gap", { width: every, height: thick }),
  );
}

/** A filled shape in the colour and the pattern of its kind. */
function shape(svg, type, x, y, width, height) {
  const box = { x, y, width: Math.max(width, 0), height: Math.max(height, 0) };
  const patterned = type === "COUNTRY" || type === "ORGANISATION";
  return [
    s(`rect.fill.${type}`, box),
    patterned && s("rect", { ...box, fill: `url(#stripes-${svg.dataset.id}-${type})`, class: "pattern" }),
  ];
}

/** A link around marks; what it says is read out, and shown under the chart while it is pointed at. */
function mark({ key, href, said, place }, ...children) {
  const [x, y] = place ?? [];
  return s("a.mark", { href, "data-key": key, "aria-label": said, "data-said": said, "data-x": x, "data-y": y }, children);
}

const words = (x, y, text, kind = "", more = {}) => s(`text${kind ? `.${kind}` : ""}`, { x, y, ...more }, text);

/** One tab stop for all the marks of a chart; the arrow keys walk from one to the next. */
function roving(svg) {
  const marks = [...svg.querySelectorAll(".mark")];
  if (marks.length === 0) return svg;
  const stop = svg.querySelector('.mark[aria-current="true"]') ?? marks[marks.length - 1];
  for (const each of marks) each.setAttribute("tabindex", each === stop ? 0 : -1);
  svg.addEventListener("keydown", (event) => {
    const next = nextMark(marks, document.activeElement, event.key);
    if (!next) return;
    event.preventDefault();
    for (const each of marks) each.setAttribute("tabindex", each === next ? 0 : -1);
    next.focus();
  });
  return svg;
}

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function nextMark(marks, from, key) {
  if (!marks.includes(from)) return null;
  if (key === "Home") return marks[0];
  if (key === "End") return marks[marks.length - 1];
  if (!STEPS[key]) return null;
  const [dx, dy] = STEPS[key];
  const [x, y] = [Number(from.dataset.x), Number(from.dataset.y)];
  const ahead = (m) => (dx === 0 ? (m.dataset.y - y) * dy : (m.dataset.x - x) * dx);
  const aside = (m) => Math.abs(dx === 0 ? m.dataset.x - x : m.dataset.y - y);
  return marks
    .filter((m) => ahead(m) > 0)
    .sort((a, b) => aside(a) * 1_000 + ahead(a) - (aside(b) * 1_000 + ahead(b)))[0];
}

// ---- bars: who most ----

/** One bar an item, { key, label, type, value, before, note, href, said }, with a tick where it stood before. */
export function bars(items, width, label) {
  const narrow = width < NARROW;
  const rowHeight = narrow ? 46 : 34;
  const noted = items.some((item) => item.note);
  const valueWidth = 12 + Math.max(...items.map((item) => widthOf(number(item.value), 15, 600)));
  const noteWidth = noted ? 12 + Math.max(...items.map((item) => widthOf(item.note, 13))) : 0;
  const longest = Math.max(...items.map((item) => widthOf(item.label, 15)));
  const left = narrow ? 0 : Math.min(longest + 14, width * 0.36);
  const room = Math.max(width - left - valueWidth - noteWidth, 40);
  const most = Math.max(...items.map((item) => Math.max(item.value, item.before ?? 0)), 1);
  const svg = canvas(width, items.length * rowHeight, label);
  items.forEach((item, i) => {
    const top = i * rowHeight;
    const barTop = top + (narrow ? 22 : 6);
    const barHeight = narrow ? 16 : 22;
    const middle = barTop + barHeight / 2 + 5;
    const long = (room * item.value) / most;
    const tick = item.before > 0 && left + (room * item.before) / most;
    svg.append(
      mark(
        item,
        s("rect.hit", { x: 0, y: top + 1, width, height: rowHeight - 2, rx: 4 }),
        words(0, narrow ? top + 16 : middle, clipped(item.label, narrow ? width : left - 14, 15)),
        s("line.rest", { x1: left, x2: left + room, y1: barTop + barHeight, y2: barTop + barHeight }),
        shape(svg, item.type, left, barTop, Math.max(long, 2), barHeight),
        tick && s("line.tick", { x1: tick, x2: tick, y1: barTop - 3, y2: barTop + barHeight + 3 }),
        words(width - noteWidth, middle, number(item.value), "strong", { "text-anchor": "end" }),
        noted && words(width, middle, item.note, "soft", { "text-anchor": "end" }),
      ),
    );
  });
  return svg;
}

// ---- dumbbells: from how many to how many ----

/** One line an item, { key, label, type, value, before, href, said }: an open dot where it was to be, a closed one where it is. */
export function dumbbells(items, width, label) {
  const rowHeight = 44;
  const most = Math.max(...items.map((item) => Math.max(item.value, item.before)), 1);
  const told = items.map((item) => [decimal(item.before), number(item.value)]);
  const valueWidth = Math.max(...told.map(([a, b]) => widthOf(`${a} → `, 13) + widthOf(b, 15, 600))) + 14;
  const room = width - valueWidth - 14;
  const svg = canvas(width, items.length * rowHeight, label);
  items.forEach((item, i) => {
    const top = i * rowHeight;
    const y = top + 31;
    const [open, closed] = [item.before, item.value].map((value) => 7 + (room * value) / most);
    svg.append(
      mark(
        item,
        s("rect.hit", { x: 0, y: top + 1, width, height: rowHeight - 2, rx: 4 }),
        words(0, top + 17, clipped(item.label, width, 15)),
        s("line.rest", { x1: 0, x2: room + 14, y1: y, y2: y }),
        s(`line.way.${item.type}`, { x1: open, x2: closed, y1: y, y2: y }),
        s(`circle.open.${item.type}`, { cx: open, cy: y, r: 5 }),
        s(`circle.fill.${item.type}`, { cx: closed, cy: y, r: 5.5 }),
        s(
          "text",
          { x: width, y: y + 5, "text-anchor": "end" },
          s("tspan.soft", {}, `${told[i][0]} → `),
          s("tspan.strong", {}, told[i][1]),
        ),
      ),
    );
  });
  return svg;
}

// ---- columns: through time ----

/** A piece of time is no wider than this, so that one month is no wall. */
const WIDEST = 72;

/** A scale's end and its steps: the whole numbers, or shares, that a reader expects. */
function scale(most) {
  const rough = (most || 1) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough);
  const steps = [];
  for (let i = 0; i * step < most + step * 0.999 && i <= 4; i += 1) steps.push(i * step);
  return { end: steps[steps.length - 1], steps };
}

const whole = (most) => (most <= 3 ? { end: Math.max(most, 1), steps: [...Array(Math.max(most, 1) + 1).keys()] } : scale(most));

/**
 * One column a bin, { key, from, value, href, said, current }; value null where there is nothing to count in, which is not 0:
 * there the line at the bottom is broken.
 * The end of the scale may be given, so that several can be compared.
 */
export function columns(items, width, { height, type, label, share = false, most, tell, plain = false }) {
  const top = plain ? 2 : 10;
  const bottom = plain ? 18 : 24;
  const largest = most ?? Math.max(...items.map((item) => item.value ?? 0));
  const { end, steps } = share ? scale(largest) : whole(largest);
  const left = plain ? 0 : Math.ceil(Math.max(...steps.map((step) => widthOf(tell(step), 12)))) + 8;
  const slot = Math.min((width - left) / items.length, WIDEST);
  const thick = Math.max(slot * (slot > 6 ? 0.76 : 0.88), 1);
  const y = (value) => top + (height - top - bottom) * (1 - value / end);
  const svg = canvas(width, height, label);
  if (!plain) {
    for (const step of steps) {
      svg.append(
        s("line.grid", { x1: left, x2: width, y1: y(step), y2: y(step) }),
        words(left - 8, y(step) + 4, tell(step), "small", { "text-anchor": "end" }),
      );
    }
  }
  items.forEach((item, i) => {
    const x = left + i * slot;
    svg.append(
      item.value === null
        ? s("rect.nothing", { x, y: y(0) - 1, width: slot, height: 2 })
        : mark(
            { ...item, place: [i, 0] },
            s("rect.hit", { x, y: top, width: slot, height: height - top - bottom }),
            item.value > 0 && shape(svg, type, x + (slot - thick) / 2, Math.min(y(item.value), y(0) - 1), thick, Math.max(y(0) - y(item.value), 1)),
          ),
    );
    if (item.current) svg.lastElementChild.setAttribute("aria-current", "true");
  });
  svg.prepend(s("line.base", { x1: left, x2: width, y1: y(0), y2: y(0) }));
  svg.append(yearMarks(items, left, slot, height));
  return roving(svg);
}

/** The years under a chart through time, as many as there is room for. */
function yearMarks(items, left, slot, height) {
  const starts = items.map((item, i) => ({ year: item.from.slice(0, 4), i })).filter(({ year }, i) => i === 0 || items[i - 1].from.slice(0, 4) !== year);
  const perYear = (slot * items.length) / starts.length;
  const every = Math.ceil(38 / perYear);
  return s(
    "g",
    { "aria-hidden": "true" },
    starts
      .filter((start, i) => i % every === 0)
      .map(({ year, i }) => {
        const x = left + i * slot;
        const room = slot * (items.length - i);
        const centred = every === 1 && perYear < 90;
        if (room < 28) return null;
        return words(centred ? x + Math.min(perYear, room) / 2 : x, height - 5, year, "small", { "text-anchor": centred ? "middle" : "start" });
      })
      .filter(Boolean),
  );
}

// ---- heatmaps: how much at each crossing ----

const LEVELS = 5;

/** The classes that a colour stands for: their lower ends, falling in equal steps of the square root, so that little is still seen. */
export function levels(values) {
  const most = Math.max(...values, 1);
  const ends = [];
  for (let i = 0; i < LEVELS; i += 1) {
    const end = Math.max(1, Math.ceil(most * (i / LEVELS) ** 2));
    if (end !== ends[ends.length - 1]) ends.push(end);
  }
  return { ends, most, of: (value) => ends.filter((end) => value >= end).length + LEVELS - ends.length };
}

/**
 * A row { key, label, type } an item, a column a bin; cell(row, bin) is { key, value, href, said } or null where nothing is.
 * With slant, a line joins the crossings that the rows name as their bin.
 */
export function heatmap(rows, columnsOf, width, { label, cell, slant = false }) {
  const rowHeight = rows.length > 24 ? 16 : 26;
  const size = rows.length > 24 ? 12 : 15;
  const longest = Math.max(...rows.map((row) => widthOf(row.label, size)));
  const left = Math.min(longest + 12, Math.max(width * 0.3, 104));
  const slot = Math.min((width - left) / columnsOf.length, WIDEST);
  const height = rows.length * rowHeight + 24;
  const cells = rows.map((row, y) => columnsOf.map((column, x) => cell(row, column, x, y)));
  const level = levels(cells.flat().filter(Boolean).map((each) => each.value));
  const svg = canvas(width, height, label);
  rows.forEach((row, y) => {
    svg.append(words(0, y * rowHeight + rowHeight / 2 + size / 3, clipped(row.label, left - 12, size), size < 15 ? "small" : ""));
    columnsOf.forEach((column, x) => {
      const box = { x: left + x * slot, y: y * rowHeight, width: Math.max(slot - 1.5, 1), height: rowHeight - 1.5, rx: 1.5 };
      const found = cells[y][x];
      if (!found) {
        svg.append(s("rect.level.l0", box));
        return;
      }
      const l = level.of(found.value);
      const told = number(found.value);
      svg.append(
        mark(
          { ...found, place: [x, y] },
          s(`rect.level.l${l}`, box),
          slot > widthOf(told, 11) + 6 && rowHeight > 20 &&
            words(box.x + box.width / 2, box.y + box.height / 2 + 4, told, `cell.on${l}`, { "text-anchor": "middle" }),
        ),
      );
    });
  });
  if (slant) svg.append(slantOf(rows, columnsOf, left, slot, rowHeight));
  svg.append(yearMarks(columnsOf, left, slot, height));
  return roving(svg);
}

function slantOf(rows, columnsOf, left, slot, rowHeight) {
  const points = columnsOf.flatMap((column, x) => {
    const y = rows.findIndex((row) => row.key === column.from.slice(0, row.key.length));
    return y < 0 ? [] : [`${left + (x + 0.5) * slot},${(y + 0.5) * rowHeight}`];
  });
  return s("polyline.slant", { points: points.join(" "), "aria-hidden": "true" });
}

/** What the colours of a heatmap stand for. */
export function legend(values) {
  const { ends, most } = levels(values);
  const entry = (end, i) => {
    const last = (ends[i + 1] ?? most + 1) - 1;
    return { level: i + 1 + LEVELS - ends.length, text: end === last ? number(end) : `${number(end)}–${number(last)}` };
  };
  return [{ level: 0, text: t("none") }, ...ends.map(entry)];
}

// ---- panels: several below each other, on one scale ----

const PANEL = 108;
const PANEL_TITLE = 36;

/** One panel of columns a series, { label, type, items }. */
export function panels(series, width, { label, share, tell }) {
  const most = Math.max(...series.flatMap(({ items }) => items.map((item) => item.value ?? 0)));
  const svg = canvas(width, series.length * (PANEL + PANEL_TITLE), label);
  series.forEach(({ label: name, type, items }, i) => {
    const top = i * (PANEL + PANEL_TITLE);
    const panel = columns(items, width, { height: PANEL, type, label: name, share, most, tell });
    panel.setAttribute("y", top + PANEL_TITLE);
    svg.append(words(0, top + 28, clipped(name, width, 15, 600), "strong"), panel);
  });
  return svg;
}
