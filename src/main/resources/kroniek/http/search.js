// Looking for an actor by name: suggestions while one writes, and a page of what was found.

import { get, link } from "./api.js";
import { actorAddress, address, go } from "./address.js";
import { h, setText } from "./dom.js";
import { kindMark, segments } from "./figure.js";
import { monthInShort } from "./format.js";
import { t } from "./words.js";

const KINDS = ["PERSON", "COUNTRY", "ORGANISATION"];
const SUGGESTED = 8;
const PAUSE_MS = 120;

// ---- the page of what was found ----

export async function load(now, signal) {
  if (now.q.trim() === "") return { items: [] };
  return get("actors", { q: now.q, type: now.type, limit: 100 }, signal);
}

export const title = () => t("search");

export function render({ items }, now) {
  const one = (found) =>
    h(
      "li",
      {},
      kindMark(found.type),
      h("a", { href: actorAddress(found.actor), "data-key": `found-${found.actor}` }, h("bdi", {}, found.name)),
      h("span.soft", {}, `${t(found.type)}, ${t("nMonths", found.months)}, ${t("lastIn", found.latest)}`),
    );
  return [
    h(
      "header.heading",
      {},
      h("div", {}, h("h1", { tabindex: -1 }, t("results", now.q))),
      h("div.choices", {}, segments(t("kind"), "type", [["", t("all")], ...KINDS.map((kind) => [kind, t(`${kind}s`), kind])])),
    ),
    items.length === 0 ? h("p.empty", {}, t("noResults")) : h("ul.found", {}, items.map(one)),
    items.length > 0 && h("p.more", {}, h("a", { href: link("actors", { q: now.q, type: now.type, limit: 1_000, format: "csv" }), download: true }, t("listCsv"))),
  ];
}

// ---- suggestions ----

/**
 * A field that suggests actors while one writes: arrow keys walk through them, Enter chooses, Escape closes. onchoose gets
 * { actor, name, type }; onsubmit, if there is one, gets what was written where nothing was chosen.
 */
export function suggesting({ id, label, placeholder = t("searchHint"), onchoose, onsubmit }) {
  const list = h("ul.suggestions", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true });
  const heard = h("span.hidden", { role: "status" });
  const input = h("input", {
    id,
    type: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: 100,
    placeholder,
    "data-key": id,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${id}-list`,
  });
  const box = new Suggestions(input, list, heard, onchoose);
  const submit = (event) => {
    event.preventDefault();
    if (box.chooseMarked()) return;
    const written = input.value.trim();
    if (onsubmit && written) onsubmit(written);
    else box.chooseFirst();
    box.close();
  };
  return h("form.search", { role: "search", "aria-label": label, onsubmit: submit }, h("label.hidden", { for: id }, label), input, list, heard);
}

class Suggestions {
  #asking = new AbortController();
  #timer = 0;
  #items = [];
  #marked = -1;

  constructor(input, list, heard, onchoose) {
    Object.assign(this, { input, list, heard, onchoose });
    input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), PAUSE_MS);
    });
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.close());
    // The field keeps the focus while one of them is clicked.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#choose(this.#items[Number(option.dataset.index)]);
    });
  }

  async #ask() {
    this.#asking.abort();
    const written = this.input.value.trim();
    if (written === "") return this.close();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const { items } = await get("actors", { q: written, limit: SUGGESTED }, signal);
      if (!signal.aborted && document.activeElement === this.input) this.#show(items);
    } catch {
      // The page itself says what is the matter; there is nothing to suggest meanwhile.
      this.close();
    }
    return undefined;
  }

  #show(items) {
    this.#items = items;
    this.#marked = -1;
    const option = (item, i) =>
      h(
        "li",
        { role: "option", id: `${this.list.id}-${i}`, "data-index": i, "aria-selected": "false" },
        kindMark(item.type),
        h("bdi", {}, item.name),
        h("span.soft", {}, ` ${t(item.type)}, ${monthInShort(item.latest)}`),
      );
    this.list.replaceChildren(...items.map(option));
    this.list.hidden = items.length === 0;
    this.input.setAttribute("aria-expanded", String(items.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    setText(this.heard, t("suggestions", items.length));
  }

  #key(event) {
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || this.list.hidden) return;
    event.preventDefault();
    const all = this.#items.length;
    this.#marked = this.#marked < 0 && step < 0 ? all - 1 : (this.#marked + step + all) % all;
    [...this.list.children].forEach((each, i) => each.setAttribute("aria-selected", String(i === this.#marked)));
    this.input.setAttribute("aria-activedescendant", this.list.children[this.#marked].id);
    this.list.children[this.#marked].scrollIntoView({ block: "nearest" });
  }

  chooseMarked() {
    const item = this.#items[this.#marked];
    if (item) this.#choose(item);
    return item !== undefined;
  }

  chooseFirst() {
    if (!this.list.hidden && this.#items.length > 0) this.#choose(this.#items[0]);
  }

  #choose(item) {
    this.input.value = "";
    this.close();
    this.onchoose(item);
  }

  close() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#items = [];
    this.#marked = -1;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

/** The field in the page's head. */
export function headSearch() {
  return suggesting({
    id: "search",
    label: t("searchFor"),
    onchoose: ({ actor }) => go(actorAddress(actor)),
    onsubmit: (q) => go(address({ q })),
  });
}

