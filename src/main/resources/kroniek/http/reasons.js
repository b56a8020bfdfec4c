// What the rules of the language say of a mark, told in Dutch. What is not listed is shown as it stands, in English.

import { lang } from "./words.js";

const RULES = {
  "country-name": ["de naam van een land", "a country's name"],
  demonym: ["een bijvoeglijk naamwoord van een land, dat voor het land telt", "an adjective of a country, which counts for the country"],
  inhabitants: ["een volk, dat voor zijn land telt", "a people, which counts for its country"],
  metonym: ["wat altijd voor een regering staat", "what always stands for a government"],
  "capital-acts": ["een hoofdstad die voor haar regering staat", "a capital that stands for its government"],
  "capital-as-place": ["een hoofdstad, hier als stad", "a capital, here as a town"],
  place: ["de naam van een plaats", "a place's name"],
  region: ["een windstreek voor een naam", "a point of the compass before a name"],
  organisation: ["de naam van een organisatie", "an organisation's name"],
  "ministry-abroad": ["een ministerie van een ander land", "a ministry of another country"],
  "person-name": ["de naam van een persoon", "a person's name"],
  "short-name": ["een korte vorm van iemands naam", "a short form of a person's name"],
  "surname-of-full-name": ["de achternaam van iemand wiens volle naam in het artikel staat", "the surname of a person whose full name the article has"],
  "surname-in-office": ["een achternaam achter een functie", "a surname behind a title"],
  "surname-known": ["een achternaam alleen", "a surname alone"],
  "given-name": ["de voornaam van iemand uit het artikel", "the given name of a person of the article"],
  "shared-surname": ["een voornaam waarvan de achternaam bij de volgende staat", "a given name whose surname follows at the next one"],
  acronym: ["letters die voor een naam staan", "letters that stand for a name"],
  ellipsis: ["de naam van een land zonder zijn eind", "a country's name without its end"],
  ambiguous: ["meer dan een heeft deze naam, en het artikel zegt niet wie", "several have this name, and the article does not settle whose it is"],
  "person-by-shape": ["de vorm van iemands naam", "the shape of a person's name"],
  "person-by-context": ["een persoon, gezien wat eromheen staat", "a person, by what stands around the name"],
  "organisation-word": ["een organisatie, gezien haar eigen woorden", "an organisation, by its own words"],
  "organisation-by-context": ["een organisatie, gezien wat eromheen staat", "an organisation, by what stands around the name"],
  "long-form-of-acronym": ["een organisatie met een eigen letterwoord", "an organisation with an acronym of its own"],
  "place-by-context": ["een plaats, gezien wat eromheen staat", "a place, by what stands around the name"],
  "source-label": ["waar de tekst vandaan komt; dat zegt niets over de bron", "where the text comes from; that tells nothing about its source"],
  channel: ["een kanaal waardoor iemand spreekt; zelf doet het niets", "a channel that somebody speaks through; itself it does nothing"],
  "maker-of-product": ["een maker in de naam van zijn product", "a maker inside the name of its product"],
  ranges: ["twee uiteinden en wat ertussen ligt", "two ends and all that lies between them"],
  clock: ["een tijdstip van de dag waarover de tekst het daar heeft", "a time of day, of the day that the text speaks of there"],
  days: ["een dag, genoemd vanaf de dag van verschijnen", "a day named from the day of publication"],
  weekdays: ["een weekdag; zonder ‘vorige’ of ‘volgende’ zegt het werkwoord of hij achter ons ligt", "a weekday; without ‘vorige’ or ‘volgende’ the verb says whether it lies back or ahead"],
  written: ["een datum met de maand in letters", "a date with its month in words"],
  numeric: ["een datum in cijfers", "a date in digits"],
  months: ["een maand; zonder jaar zegt het werkwoord welke", "a month; without its year the verb says which one"],
  years: ["een jaar, een deel ervan, een decennium of een eeuw", "a year, a part of one, a decade or a century"],
  business: ["een kwartaal, een halfjaar of een boekjaar", "a quarter, a half or a book year"],
  seasons: ["een jaargetijde", "a season"],
  feasts: ["een feestdag", "a feast"],
  belgium: ["een Belgische feestdag", "a feast of Belgium"],
  durations: ["een tijdsduur", "a length of time"],
  relative: ["een week, maand of jaar vanaf de verschijning gezien", "a week, month or year seen from publication"],
  ages: ["een leeftijd of andere tijdsduur", "an age or another length of time"],
  sets: ["iets dat terugkeert", "something that recurs"],
  away: ["een tijd verwijderd van de verschijning of van wat eerder genoemd is", "an amount of time away from publication or from what the text spoke of before"],
  again: ["waarover de tekst het eerder had", "what the text spoke of before"],
  references: ["verleden, heden of toekomst zonder datum", "past, present or future without a date"],
};

/** What a rule looks for: a rule of its own name or, for times, of its file. */
export function rule(name) {
  const told = RULES[name] ?? RULES[name.split(".")[0]];
  return told ? told[lang() === "nl" ? 0 : 1] : name;
}

// Each reason stands between commas; {} is what it quotes.
const REASONS = {
  "in the lexicon": "staat in het lexicon",
  "full name {} earlier in the article": "de volle naam {} staat eerder in het artikel",
  "full name {} elsewhere in the article": "de volle naam {} staat elders in het artikel",
  "full name {} in the article": "de volle naam {} staat in het artikel",
  "full name nowhere in the article": "de volle naam staat nergens in het artikel",
  "known to everybody": "bij iedereen bekend",
  "named just before": "vlak ervoor genoemd",
  "behind {}": "achter {}",
  "after {}": "na {}",
  "after the title {}": "na de functie {}",
  "party after {}": "partij na {}",
  "subject of {}": "onderwerp van {}",
  "beside the person {}": "naast de persoon {}",
  "beside the place {}": "naast de plaats {}",
  "beside the organisation {}": "naast de organisatie {}",
  "short for {}": "kort voor {}",
  "short for {} in the article": "kort voor {} in het artikel",
  "acronym of {}": "letterwoord van {}",
  "surname of {}": "achternaam van {}",
  "{} before it": "{} staat ervoor",
  "{} is of it": "{} is ervan",
  "no verb or preposition makes it act": "geen werkwoord of voorzetsel laat het handelen",
  "nothing says that it acts": "niets zegt dat het handelt",
  "it acts": "het handelt",
  "towns do not act": "steden handelen niet",
  "nothing in the article speaks for it": "niets in het artikel spreekt ervoor",
  "the article names its country": "het artikel noemt zijn land",
  "the article names several firms": "het artikel noemt meer bedrijven",
  "the ministry of the country that the article names most": "het ministerie van het land dat het artikel het meest noemt",
  "what the name usually means": "wat de naam meestal betekent",
  "the article is about sport": "het artikel gaat over sport",
  "the article is not about sport": "het artikel gaat niet over sport",
  "of a country that the article does not name": "van een land dat het artikel niet noemt",
  "another country's name goes with it": "de naam van een ander land hoort erbij",
  "best known bearer of the surname": "de bekendste met deze achternaam",
  "first part of a pair of names": "eerste deel van een paar namen",
  "part of a country": "deel van een land",
  "behind a preposition of place": "achter een voorzetsel van plaats",
  "behind a word of kinship": "achter een woord voor verwantschap",
  "after a preposition of place and an article": "na een voorzetsel van plaats en een lidwoord",
  "after the adjective of a country": "na het bijvoeglijk naamwoord van een land",
  "a given name, then a surname": "een voornaam en dan een achternaam",
  "given name": "voornaam",
  "two capitalised words": "twee woorden met een hoofdletter",
  "three capitalised words": "drie woorden met een hoofdletter",
  "several capitalised words": "meer woorden met een hoofdletter",
  "one capitalised word": "een woord met een hoofdletter",
  "a capital inside the word": "een hoofdletter in het woord",
  "a name with an initial": "een naam met een voorletter",
  "a particle inside the name": "een tussenvoegsel in de naam",
  acronym: "letterwoord",
  "begins with an acronym": "begint met een letterwoord",
  "a word for an organisation in the name": "een woord voor een organisatie in de naam",
  "a word for an organisation beside it": "een woord voor een organisatie ernaast",
  "ends like the name of a place": "eindigt als een plaatsnaam",
  "ends like the name of an organisation": "eindigt als de naam van een organisatie",
  "ends like a surname": "eindigt als een achternaam",
  "somebody works there": "er werkt iemand",
  Dutch: "Nederlands",
};

// "a given name, then a surname" is one reason, though it has a comma.
const PARTS = /a given name, then a surname|(?:'[^']*'|[^,'])+/g;

/** The reasons of a mark; the words that they quote stay as the article has them. */
export function reasons(text) {
  if (lang() !== "nl") return text;
  return (text.match(PARTS) ?? [text]).map((part) => reason(part.trim())).filter(Boolean).join("; ");
}

function reason(part) {
  const inOffice = /^in office in (\d{4}-\d{2})$/.exec(part);
  if (inOffice) return `in functie in ${inOffice[1]}`;
  const quoted = /'([^']*)'/.exec(part);
  const told = REASONS[quoted ? part.replace(quoted[0], "{}") : part];
  return told ? told.replace("{}", quoted ? `‘${quoted[1]}’` : "{}") : part;
}

const FORMS = {
  name: ["naam", "name"],
  alias: ["andere naam", "another name"],
  coreference: ["terugverwijzing", "reference back"],
  demonym: ["bijvoeglijk naamwoord", "adjective"],
  metonym: ["staat voor", "stands for"],
};

const PRECISIONS = {
  minute: "minuut",
  "day-part": "dagdeel",
  day: "dag",
  weekend: "weekend",
  week: "week",
  month: "maand",
  quarter: "kwartaal",
  season: "jaargetijde",
  "half-year": "halfjaar",
  year: "jaar",
  decade: "decennium",
  century: "eeuw",
};

const ANCHORS = {
  explicit: ["de tekst zelf", "the text itself"],
  publication: ["de datum van verschijnen", "the date of publication"],
  dateline: ["de dagtekening", "the dateline"],
  text: ["een eerdere tijd in de tekst", "an earlier time in the text"],
};

const told = (pair, otherwise) => pair?.[lang() === "nl" ? 0 : 1] ?? otherwise;

export const form = (name) => told(FORMS[name], name);
export const anchor = (kind) => told(ANCHORS[kind], null);
export const precision = (name) => (name === "none" ? null : lang() === "nl" ? (PRECISIONS[name] ?? name) : name);
