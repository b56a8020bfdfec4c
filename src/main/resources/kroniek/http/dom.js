// Elements, made of text and attributes only: whatever comes out of an article reaches the document as text.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element: h("a.name", { href }, "text", child, …). Attributes that are null or false are left out, those called on… are
 * listeners, children that are null or false too.
 */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  return fill(document.createElement(tag), classes, attributes, children);
}

/** The same, in an SVG. */
export function s(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  return fill(document.createElementNS(SVG, tag), classes, attributes, children);
}

function fill(element, classes, attributes, children) {
  if (classes.length > 0) element.setAttribute("class", classes.join(" "));
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const at = (id) => document.getElementById(id);

export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Puts new children in the place of the old, and finishes them; who had the focus, or stood in a table, is there again. */
export function replace(parent, children, finish) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const scrolled = new Map([...parent.querySelectorAll("[data-scroll]")].map((e) => [e.dataset.scroll, e.scrollLeft]));
  parent.replaceChildren(...children.flat(Infinity).filter(Boolean));
  finish();
  for (const element of parent.querySelectorAll("[data-scroll]")) {
    element.scrollLeft = scrolled.get(element.dataset.scroll) ?? element.scrollLeft;
  }
  if (focused === undefined) return;
  const again = [...parent.querySelectorAll("[data-key]")].find((element) => element.dataset.key === focused);
  again?.focus({ preventScroll: true });
}
