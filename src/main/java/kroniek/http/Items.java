package kroniek.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleMentions.Sentence;
import kroniek.domain.PartialDate;
import kroniek.query.Found;
import kroniek.query.Listed;
import kroniek.query.MonthTotals;
import kroniek.query.Ranked;
import kroniek.query.Related;
import kroniek.query.Rising;

/** What the items of every list show. */
final class Items {

    static final Listing<MonthTotals> MONTHS = new Listing<>(List.of(
            Column.of("month", totals -> iso(totals.month())),
            Column.of("articles", MonthTotals::articles),
            Column.of("actors", MonthTotals::allActors),
            Column.of("mentions", MonthTotals::mentions),
            Column.of("mentionsWithoutCopies", MonthTotals::mentionsWithoutCopies),
            Column.of("articlesWithoutCopies", MonthTotals::articlesWithoutCopies)));

    static final Listing<Found> FOUND = new Listing<>(List.of(
            Column.of("actor", Found::actor),
            Column.of("name", Found::name),
            Column.of("type", found -> found.type().name()),
            Column.of("months", Found::months),
            Column.of("latest", found -> iso(found.latest()))));

    static final Listing<ActorMonth> ACTOR_MONTHS = new Listing<>(actorMonth(row -> row));

    static final Listing<Ranked> RANKED = new Listing<>(ranked());

    static final Listing<Rising> RISING = new Listing<>(rising());

    static final Listing<Related> RELATED = new Listing<>(List.of(
            Column.of("actor", Related::actor),
            Column.of("name", Related::name),
            Column.of("type", related -> related.type().name()),
            Column.of("articles", Related::articles),
            Column.of("sentences", Related::sentences),
            Column.of("association", Related::association)));

    static final Listing<ActorMonthMentioned> CLOCK = new Listing<>(List.of(
            Column.of("month", row -> iso(row.month())),
            Column.of("mentioned", row -> ActorMonthMentioned.code(row.mentioned())),
            Column.of("mentions", ActorMonthMentioned::mentions)));

    static final Listing<ArticleMentions> MENTIONS = new Listing<>(List.of(
            Column.of("article", ArticleMentions::article),
            Column.of("month", said -> iso(said.month())),
            Column.of("published", said -> said.published().toString()),
            Column.of("mentions", ArticleMentions::mentions),
            new Column<>(
                    "evidence",
                    said -> said.evidence().stream().map(Items::evidence).toList(),
                    said -> said.evidence().stream().map(Sentence::text).collect(Collectors.joining("\n"))),
            Column.of("cut", ArticleMentions::cut),
            Column.of("copy", ArticleMentions::copy)));

    static final Listing<Listed> ARTICLES = new Listing<>(List.of(
            Column.of("id", listed -> listed.article().id()),
            Column.of("month", listed -> iso(listed.article().published().month())),
            Column.of("published", listed -> listed.article().published().toString()),
            Column.of("title", listed -> listed.article().title()),
            Column.of("source", listed -> listed.article().source()),
            Column.of("duplicateOf", listed -> listed.article().duplicateOf()),
            Column.of("mentions", Listed::mentions)));

    static final Listing<JsonNode> REJECTIONS = new Listing<>(List.of(
            Column.of("id", rejection -> rejection.path("article").textValue()),
            Column.of("reason", rejection -> rejection.path("reason").textValue()),
            Column.of("detail", rejection -> rejection.path("detail").textValue()),
            Column.of("size", rejection -> rejection.path("size").numberValue()),
            Column.of("sha256", rejection -> rejection.path("sha256").textValue())));

    private Items() {}

    private static <T> List<Column<T>> actorMonth(Function<T, ActorMonth> row) {
        return List.of(
                Column.of("actor", item -> row.apply(item).actor()),
                Column.of("name", item -> row.apply(item).name()),
                Column.of("type", item -> row.apply(item).type().name()),
                Column.of("month", item -> iso(row.apply(item).month())),
                Column.of("mentions", item -> row.apply(item).mentions()),
                Column.of("articles", item -> row.apply(item).articles()),
                Column.of("first", item -> row.apply(item).first().toString()),
                Column.of("last", item -> row.apply(item).last().toString()),
                Column.of("mentionsWithoutCopies", item -> row.apply(item).mentionsWithoutCopies()),
                Column.of("articlesWithoutCopies", item -> row.apply(item).articlesWithoutCopies()));
    }

    private static List<Column<Ranked>> ranked() {
        List<Column<Ranked>> columns = new ArrayList<>(actorMonth(Ranked::row));
        columns.add(Column.of("change", Ranked::change));
        return columns;
    }

    private static List<Column<Rising>> rising() {
        List<Column<Rising>> columns = new ArrayList<>(actorMonth(Rising::row));
        columns.add(Column.of("expected", Rising::expected));
        columns.add(Column.of("rise", Rising::rise));
        return columns;
    }

    private static Evidence evidence(Sentence sentence) {
        List<Place> mentions = sentence.mentions().stream()
                .map(place -> new Place(
                        place.span().start(), place.span().end(), place.form().code(), place.rule()))
                .toList();
        return new Evidence(sentence.start(), sentence.text(), mentions);
    }

    private record Evidence(int start, String text, List<Place> mentions) {}

    private record Place(int start, int end, String form, String rule) {}

    private static String iso(YearMonth month) {
        return PartialDate.of(month).toString();
    }
}
