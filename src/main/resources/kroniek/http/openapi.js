// Shows openapi.json. Everything in it reaches the document as text.

const at = (id) => document.getElementById(id);

const METHODS = ["get", "post", "put", "delete"];

/** What a reference of the document leads to; beside it there may be more. */
function resolved(api, node) {
  if (!node?.$ref) return node;
  const { $ref, ...beside } = node;
  const target = $ref.slice(2).split("/").reduce((from, step) => from[step], api);
  return { ...resolved(api, target), ...beside };
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/** What a value may be, in a few words. */
function allowed(api, schema) {
  const s = resolved(api, schema);
  if (s.const !== undefined) return String(s.const);
  if (s.enum) return s.enum.join(", ");
  const words = [s.type ?? "anything"];
  if (s.minimum !== undefined) words.push(`from ${s.minimum}`);
  if (s.maximum !== undefined) words.push(`to ${s.maximum}`);
  if (s.maxLength !== undefined) words.push(`of at most ${s.maxLength} characters`);
  if (s.pattern) words.push(s.pattern);
  return words.join(" ");
}

/** The address of a request with the examples of its parameters. */
function example(path, parameters) {
  const filled = parameters
    .filter((parameter) => parameter.in === "path")
    .reduce((so, parameter) => so.replace(`{${parameter.name}}`, encodeURIComponent(parameter.example)), path);
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map((parameter) => `${parameter.name}=${encodeURIComponent(parameter.example)}`);
  return query.length ? `${filled}?${query.join("&")}` : filled;
}

function parameterRow(api, parameter) {
  const row = document.createElement("tr");
  const name = element("th", parameter.required ? `${parameter.name} (needed)` : parameter.name, { scope: "row" });
  row.append(name, element("td", parameter.description), element("td", allowed(api, parameter.schema)));
  return row;
}

function bodyExamples(content) {
  return Object.entries(content).flatMap(([type, body]) => {
    const shown = typeof body.example === "string" ? body.example : JSON.stringify(body.example, null, 2);
    return [element("p", type), element("pre", shown)];
  });
}

function shown(api, path, method, operation) {
  const section = at("operation").content.cloneNode(true).firstElementChild;
  const part = (selector) => section.querySelector(selector);
  section.id = operation.operationId;
  part(".method").textContent = method.toUpperCase();
  part(".path").textContent = path;
  part(".summary").textContent = operation.summary;
  const parameters = (operation.parameters ?? []).map((parameter) => resolved(api, parameter));
  part(".parameters").hidden = parameters.length === 0;
  part("tbody").append(...parameters.map((parameter) => parameterRow(api, parameter)));
  if (operation.requestBody) {
    part(".body").hidden = false;
    part(".body").append(...bodyExamples(operation.requestBody.content));
  }
  if (method === "get") {
    const address = example(path, parameters);
    part(".example").hidden = false;
    part(".example a").textContent = address;
    part(".example a").setAttribute("href", address.slice(1));
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    part(".answers").append(element("dt", status), element("dd", resolved(api, response).description));
  }
  return section;
}

function show(api) {
  at("summary").textContent = api.info.summary;
  at("description").textContent = api.info.description;
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method]).map((method) => ({ path, method, operation: methods[method] })));
  const contents = document.createElement("ul");
  for (const { path, method, operation } of operations) {
    const entry = document.createElement("li");
    entry.append(element("a", `${method.toUpperCase()} ${path}`, { href: `#${operation.operationId}` }));
    contents.append(entry);
  }
  at("contents").append(contents);
  for (const tag of api.tags) {
    at("operations").append(element("h2", tag.description));
    operations
      .filter(({ operation }) => operation.tags.includes(tag.name))
      .forEach(({ path, method, operation }) => at("operations").append(shown(api, path, method, operation)));
  }
  at("notice").hidden = true;
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

try {
  const answer = await fetch("openapi.json");
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  show(await answer.json());
} catch (failure) {
  at("notice").textContent = `openapi.json cannot be read (${failure.message}); load the page again.`;
}
