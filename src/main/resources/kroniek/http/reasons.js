// What the rules of the language say of a mark, told in Dutch; the English is the program's own. ReasonsTest holds this to all that the program may say.

import { monthInFull, number } from "./format.js";
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
  "source-label": ["waar de tekst vandaan komt; dat zegt niets over de bron", "where the text comes from; a source label tells nothing about its source"],
  channel: ["een kanaal waardoor iemand spreekt; zelf doet het niets", "a channel that somebody speaks through; the channel itself does nothing"],
  "maker-of-product": ["een maker in de naam van zijn product; het gaat om het product", "a maker inside the name of its product; the product is meant"],
  ranges: ["twee uiteinden en wat ertussen ligt", "two ends and all that lies between them"],
  clock: ["een tijdstip van de dag waarover de tekst het daar heeft", "a time of day, of the day that the text speaks of there"],
  days: ["een dag, genoemd vanaf de dag van verschijnen", "a day named from the day of publication"],
  weekdays: ["een weekdag; zonder ‘vorige’ of ‘volgende’ zegt het werkwoord of hij achter ons ligt", "a weekday; without 'vorige' or 'volgende' the verb says whether it lies back or ahead"],
  written: ["een datum met de maand in letters", "a date with its month in words"],
  numeric: ["een datum in cijfers", "a date in digits"],
  months: ["een maand; zonder jaar zegt het werkwoord welke", "a month; without its year the verb says which one"],
  years: ["een jaar, een deel ervan, een decennium of een eeuw", "a year, a part of one, a decade or a century"],
  business: ["een kwartaal, een halfjaar, een boekjaar of maanden daarvan, zoals bedrijven die melden", "a quarter, a half, a book year or months of one, as firms report them"],
  seasons: ["een jaargetijde", "a season"],
  feasts: ["een Nederlandse of Vlaamse feestdag", "a feast of the Netherlands or Flanders"],
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

// {} is what a reason quotes, [] a month or a number in it.
const REASONS = {
  "in the lexicon": "staat in het lexicon",
  "full name {} earlier in the article": "de volle naam {} staat eerder in het artikel",
  "full name {} elsewhere in the article": "de volle naam {} staat elders in het artikel",
  "full name {} in the article": "de volle naam {} staat in het artikel",
  "full name nowhere in the article": "de volle naam staat nergens in het artikel",
  "full name once in the article": "de volle naam staat één keer in het artikel",
  "full name [] times in the article": "de volle naam staat [] keer in het artikel",
  "the article has a person of that name": "het artikel heeft een persoon met die naam",
  "known to everybody": "bij iedereen bekend",
  "named just before": "vlak ervoor genoemd",
  "named with the title before, or with another of that royal house": "eerder met de titel genoemd, of met een ander van dat koningshuis",
  "in office in []": "in functie in []",
  "in no post yet in []": "nog zonder functie in []",
  "the title fits a post of []": "de titel past bij een functie in []",
  "the title fits a post held before []": "de titel past bij een functie van voor []",
  "the title fits no post": "de titel past bij geen functie",
  "behind {}": "achter {}",
  "after {}": "na {}",
  "after the title {}": "na de functie {}",
  "party after {}": "partij na {}",
  "subject of {}": "onderwerp van {}",
  "beside the person {}": "naast de persoon {}",
  "beside the place {}": "naast de plaats {}",
  "beside the organisation {}": "naast de organisatie {}",
  "beside an adjective of its country": "naast het bijvoeglijk naamwoord van zijn land",
  "short for {}": "kort voor {}",
  "short for {} in the article": "kort voor {} in het artikel",
  "acronym of {}": "letterwoord van {}",
  "acronym of {} in the article": "letterwoord van {} in het artikel",
  "surname of {}": "achternaam van {}",
  "{} before it": "{} staat ervoor",
  "{} stands before it": "{} staat ervoor",
  "{} is of it": "{} is ervan",
  "earlier in the article": "eerder in het artikel",
  "no verb or preposition makes it act": "geen werkwoord of voorzetsel laat het handelen",
  "nothing says that it acts": "niets zegt dat het handelt",
  "it acts": "het handelt",
  speaks: "spreekt",
  "a verb follows": "er volgt een werkwoord",
  "a percentage follows": "er volgt een percentage",
  "followed by {}": "gevolgd door {}",
  "towns do not act": "steden handelen niet",
  "a word for an airport or a hall in the name, which does not act": "een woord voor een luchthaven of hal in de naam, en die handelt niet",
  "nothing in the article speaks for it": "niets in het artikel spreekt ervoor",
  "the article names its country": "het artikel noemt zijn land",
  "the article names several firms": "het artikel noemt meer bedrijven",
  "the ministry of the country that the article names most": "het ministerie van het land dat het artikel het meest noemt",
  "what the name usually means": "wat de naam meestal betekent",
  "the article is about sport": "het artikel gaat over sport",
  "the article is not about sport": "het artikel gaat niet over sport",
  "of a country that the article does not name": "van een land dat het artikel niet noemt",
  "another country's name goes with it": "de naam van een ander land hoort erbij",
  "a country": "een land",
  "another country": "een ander land",
  "best known bearer of the surname": "de bekendste met deze achternaam",
  "the family name first": "de familienaam voorop",
  "first part of a pair of names": "eerste deel van een paar namen",
  "the article has its full name too": "ook de volledige naam staat in het artikel",
  "{} behind it": "{} staat erachter",
  "part of a country": "deel van een land",
  "a dateline": "een dagtekening",
  "the town that the article is sent from": "de plaats vanwaar het artikel komt",
  "between brackets, as a source": "tussen haakjes, als bron",
  "behind a preposition of place": "achter een voorzetsel van plaats",
  "behind a word of kinship": "achter een woord voor verwantschap",
  "after a preposition of place and an article": "na een voorzetsel van plaats en een lidwoord",
  "after a post over a place": "na een functie over een plaats",
  "after the adjective of a country": "na het bijvoeglijk naamwoord van een land",
  'after "het" and the adjective of a country': "na ‘het’ en het bijvoeglijk naamwoord van een land",
  'after "in het" and the adjective of a country': "na ‘in het’ en het bijvoeglijk naamwoord van een land",
  "age or party in brackets": "leeftijd of partij tussen haakjes",
  "apposition with a role": "bijstelling met een functie",
  "apposition with a noun for an organisation": "bijstelling met een woord voor een organisatie",
  "apposition with a noun for a place": "bijstelling met een woord voor een plaats",
  "compound with {}": "samenstelling met {}",
  "of an organisation": "van een organisatie",
  "somebody from a place": "iemand uit een plaats",
  "somebody works there": "er werkt iemand",
  "a given name, then a surname": "een voornaam en dan een achternaam",
  "given name": "voornaam",
  "its form": "de vorm",
  "one capitalised word": "een woord met een hoofdletter",
  "two capitalised words": "twee woorden met een hoofdletter",
  "three capitalised words": "drie woorden met een hoofdletter",
  "several capitalised words": "meer woorden met een hoofdletter",
  "a capital inside the word": "een hoofdletter in het woord",
  "a capital inside several sentences": "een hoofdletter midden in meer dan één zin",
  "a name with an initial": "een naam met een voorletter",
  "a particle inside the name": "een tussenvoegsel in de naam",
  "the English word {} in it": "het Engelse woord {} erin",
  acronym: "letterwoord",
  "begins with an acronym": "begint met een letterwoord",
  "its acronym stands in brackets beside it": "het letterwoord staat er tussen haakjes naast",
  "a word for an organisation in the name": "een woord voor een organisatie in de naam",
  "a word for an organisation beside it": "een woord voor een organisatie ernaast",
  "ends like the name of a place": "eindigt als een plaatsnaam",
  "ends like the name of an organisation": "eindigt als de naam van een organisatie",
  "ends like a surname": "eindigt als een achternaam",
  Dutch: "Nederlands",
};

const EACH = "as much speaks for each: ";
// A quotation may hold an apostrophe: it ends where no letter follows.
const QUOTED = /(?<![\p{L}\d])'(.+?)'(?![\p{L}\d])/gu;
const VALUE = /\d{4}-\d{2}|\d+(?= times)/g;

/** The reasons of a mark; the words that they quote stay as the article has them. */
export function reasons(text) {
  if (lang() !== "nl") return text;
  if (text.startsWith(EACH)) return `voor elk spreekt evenveel: ${reasons(text.slice(EACH.length))}`;
  const quotes = [];
  const values = [];
  const bare = text.replace(QUOTED, (all, quote) => (quotes.push(`‘${quote}’`), "{}")).replace(VALUE, (value) => (values.push(value), "[]"));
  return parts(bare)
    .map((part) => REASONS[part] ?? part)
    .join("; ")
    .replace(/\{\}/g, () => quotes.shift())
    .replace(/\[\]/g, () => told(values.shift()));
}

/** The single reasons; some have a comma of their own. */
function parts(text) {
  const found = [];
  for (const part of text.split(", ")) {
    const whole = `${found[found.length - 1]}, ${part}`;
    if (whole in REASONS) found[found.length - 1] = whole;
    else found.push(part);
  }
  return found;
}

const told = (value) => (value.includes("-") ? monthInFull(value) : number(Number(value)));

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

const either = (pair, otherwise) => pair?.[lang() === "nl" ? 0 : 1] ?? otherwise;

export const form = (name) => either(FORMS[name], name);
export const anchor = (kind) => either(ANCHORS[kind], null);
export const precision = (name) => (name === "none" ? null : lang() === "nl" ? (PRECISIONS[name] ?? name) : name);
