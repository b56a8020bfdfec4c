package kroniek.topic;

import static kroniek.topic.JsonSerde.number;
import static kroniek.topic.JsonSerde.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import kroniek.domain.Actor;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleMentions.Companion;
import kroniek.domain.ArticleMentions.Mentioned;
import kroniek.domain.CopyBand;
import kroniek.domain.Mention;
import kroniek.domain.Original;
import kroniek.domain.PartialDate;
import kroniek.domain.Rise;
import kroniek.domain.Span;
import kroniek.domain.Together;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The serdes of the values that readers of the topics meet, in the shapes that {@code topics/*.yaml} declares. */
public final class Values {

    /** What to do about a value that another version of the program wrote in a form that this one cannot know. */
    public static final String CURE =
            "run the kroniek that wrote it, or start on a new --data (or --prefix) and read the articles again";

    /** The version that every value carries; within it fields are only added. */
    static final int SCHEMA_VERSION = 1;

    /** The value of {@code actor-months}. */
    public static final Serde<ActorMonth> ACTOR_MONTH = new JsonSerde<>(Values::write, Values::readActorMonth);

    /** The value of {@code actor-pairs}. */
    public static final Serde<ActorPair> ACTOR_PAIR = new JsonSerde<>(Values::write, Values::readActorPair);

    /** The value of {@code actor-months-mentioned}. */
    public static final Serde<ActorMonthMentioned> ACTOR_MONTH_MENTIONED =
            new JsonSerde<>(Values::write, Values::readActorMonthMentioned);

    /** The value of {@code rises}. */
    public static final Serde<Rise> RISE = new JsonSerde<>(Values::write, Values::readRise);

    /** The value of {@code copy-bands}. */
    public static final Serde<CopyBand> COPY_BAND = new JsonSerde<>(Values::write, Values::readCopyBand);

    /** The value of {@code copy-originals}. */
    public static final Serde<Original> ORIGINAL = new JsonSerde<>(Values::write, Values::readOriginal);

    /** The value of {@code mentions}. */
    public static final Serde<ArticleMentions> ARTICLE_MENTIONS = new JsonSerde<>(Values::write, Values::readMentions);

    /** The value of {@code articles}. */
    public static final Serde<AnnotatedArticle> ANNOTATED_ARTICLE = Serdes.serdeFrom(
            (topic, article) -> article == null ? null : AnnotatedArticleJson.topicValue(article),
            (topic, bytes) -> bytes == null ? null : AnnotatedArticleJson.read(bytes));

    private Values() {}

    /**
     * Sees to it that a value is not guessed at.
     *
     * @throws IllegalArgumentException if it is of another schema version than this program reads, or of none
     */
    static void requireReadable(JsonNode json) {
        if (number(json, "schemaVersion") != SCHEMA_VERSION) {
            throw new IllegalArgumentException("schemaVersion %s, this program reads %d; %s"
                    .formatted(json.get("schemaVersion"), SCHEMA_VERSION, CURE));
        }
    }

    private static void write(JsonGenerator json, ActorMonth row) throws IOException {
        visible(json, row);
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    }

    /** Writes what a reader of an actor month sees, into an object that is open: everything but the schema version. */
    public static void visible(JsonGenerator json, ActorMonth row) throws IOException {
        json.writeStringField("actor", row.actor());
        json.writeStringField("name", row.name());
        json.writeStringField("type", row.type().name());
        json.writeStringField("month", row.month().toString());
        json.writeNumberField("mentions", row.mentions());
        json.writeNumberField("articles", row.articles());
        json.writeStringField("first", row.first().toString());
        json.writeStringField("last", row.last().toString());
        json.writeNumberField("mentionsWithoutCopies", row.mentionsWithoutCopies());
        json.writeNumberField("articlesWithoutCopies", row.articlesWithoutCopies());
    }

    /** Where an earlier release wrote it, which knew of no copies, none is one. */
    private static ActorMonth readActorMonth(JsonNode json) {
        requireReadable(json);
        boolean knowsCopies = json.has("mentionsWithoutCopies");
        return new ActorMonth(
                text(json, "actor"),
                text(json, "name"),
                ActorType.valueOf(text(json, "type")),
                YearMonth.parse(text(json, "month")),
                number(json, "mentions"),
                number(json, "articles"),
                date(json, "first"),
                date(json, "last"),
                number(json, knowsCopies ? "mentionsWithoutCopies" : "mentions"),
                number(json, knowsCopies ? "articlesWithoutCopies" : "articles"));
    }

    private static void write(JsonGenerator json, ActorPair pair) throws IOException {
        visible(json, pair);
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    }

    /** Writes what a reader of a pair sees, into an object that is open: everything but the schema version. */
    public static void visible(JsonGenerator json, ActorPair pair) throws IOException {
        json.writeStringField("actor", pair.actor());
        json.writeStringField("month", pair.month().toString());
        json.writeStringField("other", pair.other());
        json.writeNumberField("articles", pair.together().articles());
        json.writeNumberField("sentences", pair.together().sentences());
    }

    private static ActorPair readActorPair(JsonNode json) {
        requireReadable(json);
        return new ActorPair(
                text(json, "actor"),
                YearMonth.parse(text(json, "month")),
                text(json, "other"),
                new Together(number(json, "articles"), number(json, "sentences")));
    }

    private static void write(JsonGenerator json, ActorMonthMentioned row) throws IOException {
        visible(json, row);
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    }

    /** Writes what a reader of a mentioned month sees, into an object that is open: everything but the schema version. */
    public static void visible(JsonGenerator json, ActorMonthMentioned row) throws IOException {
        json.writeStringField("actor", row.actor());
        json.writeStringField("month", row.month().toString());
        json.writeStringField("mentioned", ActorMonthMentioned.code(row.mentioned()));
        json.writeNumberField("mentions", row.mentions());
    }

    private static ActorMonthMentioned readActorMonthMentioned(JsonNode json) {
        requireReadable(json);
        return new ActorMonthMentioned(
                text(json, "actor"),
                YearMonth.parse(text(json, "month")),
                ActorMonthMentioned.parse(text(json, "mentioned")),
                number(json, "mentions"));
    }

    private static void write(JsonGenerator json, Rise rise) throws IOException {
        visible(json, rise);
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    }

    /** Writes what a reader of a rise sees, into an object that is open: everything but the schema version. */
    public static void visible(JsonGenerator json, Rise rise) throws IOException {
        json.writeStringField("actor", rise.actor());
        json.writeStringField("name", rise.name());
        json.writeStringField("type", rise.type().name());
        json.writeStringField("month", rise.month().toString());
        json.writeNumberField("articles", rise.articles());
        json.writeNumberField("before", rise.before());
        json.writeNumberField("rise", rise.rise());
        json.writeArrayFieldStart("evidence");
        for (String article : rise.evidence()) {
            json.writeString(article);
        }
        json.writeEndArray();
    }

    private static Rise readRise(JsonNode json) {
        requireReadable(json);
        List<String> evidence = new ArrayList<>();
        json.path("evidence").forEach(article -> evidence.add(article.textValue()));
        return new Rise(
                text(json, "actor"),
                text(json, "name"),
                ActorType.valueOf(text(json, "type")),
                YearMonth.parse(text(json, "month")),
                number(json, "articles"),
                number(json, "before"),
                evidence);
    }

    private static void write(JsonGenerator json, CopyBand band) throws IOException {
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("published", band.published().toString());
        json.writeStringField("shingles", band.shingles());
    }

    private static CopyBand readCopyBand(JsonNode json) {
        requireReadable(json);
        return new CopyBand(date(json, "published"), text(json, "shingles"));
    }

    private static void write(JsonGenerator json, Original original) throws IOException {
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("published", original.published().toString());
        json.writeStringField("original", original.article());
    }

    private static Original readOriginal(JsonNode json) {
        requireReadable(json);
        return new Original(date(json, "published"), text(json, "original"));
    }

    private static PartialDate date(JsonNode json, String field) {
        String iso = text(json, field);
        return PartialDate.parse(iso).orElseThrow(() -> new IllegalArgumentException(field + " is no date: " + iso));
    }

    private static void write(JsonGenerator json, ArticleMentions mentions) throws IOException {
        Actor actor = mentions.actor();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("actor", actor.id());
        json.writeStringField("name", actor.name());
        json.writeStringField("type", actor.type().name());
        json.writeBooleanField("provisional", actor.provisional());
        json.writeStringField("month", mentions.month().toString());
        json.writeStringField("article", mentions.article());
        json.writeStringField("published", mentions.published().toString());
        json.writeNumberField("mentions", mentions.mentions());
        json.writeArrayFieldStart("evidence");
        for (ArticleMentions.Sentence sentence : mentions.evidence()) {
            write(json, sentence);
        }
        json.writeEndArray();
        json.writeBooleanField("cut", mentions.cut());
        json.writeObjectFieldStart("companions");
        for (Companion companion : mentions.companions()) {
            json.writeNumberField(companion.actor(), companion.sentences());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("mentioned");
        for (Mentioned mentioned : mentions.mentioned()) {
            json.writeNumberField(ActorMonthMentioned.code(mentioned.month()), mentioned.mentions());
        }
        json.writeEndObject();
        if (mentions.copy()) {
            json.writeBooleanField("copy", true);
        }
    }

    private static void write(JsonGenerator json, ArticleMentions.Sentence sentence) throws IOException {
        json.writeStartObject();
        json.writeNumberField("start", sentence.start());
        json.writeStringField("text", sentence.text());
        json.writeArrayFieldStart("mentions");
        for (ArticleMentions.Place place : sentence.mentions()) {
            json.writeStartObject();
            json.writeNumberField("start", place.span().start());
            json.writeNumberField("end", place.span().end());
            json.writeStringField("form", place.form().code());
            json.writeStringField("rule", place.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static ArticleMentions readMentions(JsonNode json) {
        requireReadable(json);
        Actor actor = new Actor(
                text(json, "actor"),
                text(json, "name"),
                ActorType.valueOf(text(json, "type")),
                json.path("provisional").booleanValue());
        List<ArticleMentions.Sentence> evidence = new ArrayList<>();
        for (JsonNode sentence : json.path("evidence")) {
            evidence.add(readSentence(sentence));
        }
        return new ArticleMentions(
                actor,
                date(json, "published"),
                text(json, "article"),
                Math.toIntExact(number(json, "mentions")),
                evidence,
                json.path("cut").booleanValue(),
                entries(json.path("companions"), Companion::new),
                entries(
                        json.path("mentioned"),
                        (month, count) -> new Mentioned(ActorMonthMentioned.parse(month), count)),
                json.path("copy").booleanValue());
    }

    /** The fields of an object as a list; empty where an earlier release wrote none. */
    private static <T> List<T> entries(JsonNode object, BiFunction<String, Integer, T> entry) {
        List<T> entries = new ArrayList<>();
        object.properties()
                .forEach(field ->
                        entries.add(entry.apply(field.getKey(), field.getValue().intValue())));
        return entries;
    }

    private static ArticleMentions.Sentence readSentence(JsonNode json) {
        List<ArticleMentions.Place> places = new ArrayList<>();
        for (JsonNode place : json.path("mentions")) {
            places.add(new ArticleMentions.Place(
                    new Span((int) number(place, "start"), (int) number(place, "end")),
                    Mention.Form.valueOf(text(place, "form").toUpperCase(Locale.ROOT)),
                    text(place, "rule")));
        }
        return new ArticleMentions.Sentence((int) number(json, "start"), text(json, "text"), places);
    }
}
