// The questions that the page puts to Kroniek, and the line on which it hears of new articles.

const ROOT = "api/v1/";
const GIVE_UP_MS = 10_000;

/** An answer that did not come: its reason is one of the API's, or UNREACHABLE, NOT_FOUND, REFUSED or FAULT. */
export class NoAnswer extends Error {
  constructor(reason, detail = "") {
    super(detail || reason);
    this.reason = reason;
    this.detail = detail;
  }
}

export function link(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, v]) => v !== "" && v !== null && v !== undefined));
  return ROOT + path + (query.size === 0 ? "" : `?${query}`);
}

export const actorPath = (id, more = "") => `actors/${encodeURIComponent(id)}${more}`;

/** Asks once; the signal silences a question that is no longer of use. */
export async function get(path, parameters, signal) {
  const tooLate = AbortSignal.timeout(GIVE_UP_MS);
  const answer = await fetch(link(path, parameters), { cache: "no-cache", signal: AbortSignal.any([signal, tooLate]) }).catch(
    (failure) => {
      if (signal.aborted) throw failure;
      throw new NoAnswer("UNREACHABLE");
    },
  );
  if (answer.ok) {
    return answer.json().catch((failure) => {
      if (signal.aborted) throw failure;
      throw new NoAnswer("UNREACHABLE");
    });
  }
  const { reason, detail } = await answer.json().catch(() => ({}));
  if (answer.status === 404) throw new NoAnswer("NOT_FOUND", detail);
  if (answer.status === 400) throw new NoAnswer("REFUSED", detail);
  throw new NoAnswer(reason ?? "FAULT", reason ? "" : `${answer.status}: ${detail ?? answer.statusText}`);
}

/** Asks what there need not be: null where the server knows no such thing, or no such order. */
export function getIfThere(path, parameters, signal) {
  return get(path, parameters, signal).catch((failure) => {
    if (failure.reason === "NOT_FOUND" || failure.reason === "REFUSED") return null;
    throw failure;
  });
}

/** Asks for all of a list, page after page. */
export async function getAll(path, parameters, signal) {
  const items = [];
  let after = "";
  do {
    const page = await get(path, { ...parameters, limit: 1_000, after }, signal);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;

/**
 * The line on which Kroniek tells of articles as they come in. The browser takes it up again by itself after a break; where it gives
 * up, because the server is gone or has no such line, this tries again, less and less often. A browser has six connections to a
 * server for all its tabs together, so a page that is not looked at, or is left, gives its line back.
 */
export class Line {
  #retry = FIRST_RETRY_MS;
  #timer = 0;
  #source = null;

  constructor(onArticle, onChange) {
    this.onArticle = onArticle;
    this.onChange = onChange;
    this.isOpen = false;
    this.wake();
  }

  /** Takes the line up, if it is not and somebody looks. */
  wake() {
    if (!this.#source && !document.hidden) this.#open();
  }

  /** Gives the line back. */
  rest() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #open() {
    const source = (this.#source = new EventSource(`${ROOT}stream?events=article`));
    source.addEventListener("open", () => {
      this.#retry = FIRST_RETRY_MS;
      this.#tell(true);
    });
    source.addEventListener("article", (event) => this.onArticle(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      this.#tell(false);
      if (source.readyState === EventSource.CLOSED) this.#again();
    });
  }

  #again() {
    this.#source?.close();
    this.#tell(false);
    this.#timer = setTimeout(() => this.#open(), this.#retry);
    this.#retry = Math.min(2 * this.#retry, LAST_RETRY_MS);
  }

  #tell(open) {
    if (this.isOpen === open) return;
    this.isOpen = open;
    this.onChange();
  }
}
