// What is shown stands in the address, all of it: a link, a bookmark and the back button bring it back.

const MONTH = /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/;
const TYPES = ["PERSON", "COUNTRY", "ORGANISATION"];
export const MOST_COMPARED = 6;

const oneOf = (query, name, allowed) => (allowed.includes(query.get(name)) ? query.get(name) : allowed[0]);
const month = (query, name) => (MONTH.test(query.get(name) ?? "") ? query.get(name) : "");

/** The state that the address tells; what it cannot tell, because it is no month or no such choice, is not chosen. */
export function state() {
  const query = new URLSearchParams(location.search);
  const compare = [...new Set(query.getAll("compare").filter(Boolean))].slice(0, MOST_COMPARED);
  return {
    view: viewOf(query),
    article: query.get("article") ?? "",
    actor: query.get("actor") ?? "",
    compare,
    q: query.get("q") ?? "",
    month: month(query, "month"),
    from: month(query, "from"),
    to: month(query, "to"),
    type: oneOf(query, "type", ["", ...TYPES]),
    sort: oneOf(query, "sort", ["mentions", "articles"]),
    related: oneOf(query, "related", ["articles", "association"]),
    measure: oneOf(query, "measure", ["count", "share"]),
    copies: oneOf(query, "copies", ["with", "without"]),
    rows: oneOf(query, "rows", ["15", "50"]),
    at: /^\d{1,9}$/.test(query.get("at") ?? "") ? Number(query.get("at")) : null,
    open: query.getAll("open"),
    lang: oneOf(query, "lang", ["nl", "en"]),
  };
}

function viewOf(query) {
  if (query.get("article")) return "article";
  if (query.get("actor")) return "actor";
  if (query.has("compare")) return "compare";
  return query.has("q") ? "search" : "overview";
}

/** What each parameter says when it is left out. */
const DEFAULTS = { sort: "mentions", related: "articles", measure: "count", copies: "with", rows: "15", lang: "nl" };

/** The address of a state: only what differs from what is shown anyway. */
export function address(parts) {
  const query = new URLSearchParams();
  const { lang } = state();
  for (const [name, value] of Object.entries({ ...parts, lang: parts.lang ?? lang })) {
    for (const each of [value].flat()) {
      const told = each !== null && each !== undefined && each !== DEFAULTS[name];
      if (told && (each !== "" || name === "compare")) query.append(name, each);
    }
  }
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
}

/** The address of what is shown now, but for a change. */
export function but(change) {
  const { view, at, ...now } = state();
  if (view !== "compare") delete now.compare;
  if (view !== "search") delete now.q;
  return address({ ...now, at, ...change });
}

export const actorAddress = (actor, parts = {}) => address({ actor, ...parts });
export const articleAddress = (article, parts = {}) => address({ article, ...parts });

/** Goes to an address; a change of what is shown of the same thing (a table that opens) replaces it in the history. */
export function go(to, { replace = false } = {}) {
  history.replaceState({ ...history.state, y: scrollY }, "");
  history[replace ? "replaceState" : "pushState"]({}, "", to);
  dispatchEvent(new CustomEvent("go", { detail: { replace } }));
}
