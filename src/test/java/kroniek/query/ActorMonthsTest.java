package kroniek.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.query.ActorMonths.MonthTotals;
import kroniek.query.ActorMonths.Ranking;
import kroniek.query.ActorMonths.Selection;
import kroniek.query.UnavailableException.Reason;
import org.junit.jupiter.api.Test;

class ActorMonthsTest {

    private static final Selection EVERYTHING = new Selection(null, null);
    private static final YearMonth FEBRUARY = YearMonth.of(2018, 2);
    private static final YearMonth MARCH = YearMonth.of(2018, 3);

    @Test
    void ranksByMentionsThenArticlesThenActorIdThenLatestMonth() {
        List<ActorMonth> ranked = List.of(
                row("zwolle", MARCH, 9, 1),
                row("BEL", MARCH, 7, 3),
                row("ajax", MARCH, 7, 2),
                row("asml", MARCH, 7, 2),
                row("asml", FEBRUARY, 7, 2),
                row("aaa", MARCH, 1, 1));
        List<ActorMonth> shuffled = new ArrayList<>(ranked);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(mostMentioned(shuffled, EVERYTHING, 10).items()).isEqualTo(ranked);
    }

    @Test
    void breaksTiesByCodePointAndNotByUtf16Unit() {
        ActorMonth privateUse = row("\uE000", MARCH, 1, 1);
        ActorMonth beyondThePlane = row("\uD83D\uDE00", MARCH, 1, 1);

        assertThat(mostMentioned(List.of(beyondThePlane, privateUse), EVERYTHING, 10)
                        .items())
                .containsExactly(privateUse, beyondThePlane);
    }

    @Test
    void keepsTheFirstOfThoseSelectedAndSaysHowManyThereWere() {
        List<ActorMonth> rows = IntStream.rangeClosed(1, 500)
                .mapToObj(n -> row("actor-" + n, MARCH, n, 1))
                .toList();

        Ranking ranking = mostMentioned(rows, EVERYTHING, 3);

        assertThat(ranking.items()).extracting(ActorMonth::mentions).containsExactly(500L, 499L, 498L);
        assertThat(ranking.selected()).isEqualTo(500);
    }

    @Test
    void selectsByMonthAndTypeButNamesEveryMonth() {
        ActorMonth wanted = row("BEL", ActorType.COUNTRY, MARCH, 2);
        List<ActorMonth> rows = List.of(
                wanted,
                row("BEL", ActorType.COUNTRY, FEBRUARY, 30),
                row("mark-rutte", ActorType.PERSON, MARCH, 5),
                row("asml", ActorType.ORGANISATION, MARCH, 4));

        Ranking ranking = mostMentioned(rows, new Selection(MARCH, ActorType.COUNTRY), 10);

        assertThat(ranking.items()).containsExactly(wanted);
        assertThat(ranking.selected()).isEqualTo(1);
        assertThat(ranking.months()).containsExactly(new MonthTotals(MARCH, 3, 11), new MonthTotals(FEBRUARY, 1, 30));
    }

    @Test
    void hasAnEmptyAnswerForAnEmptyTable() {
        assertThat(mostMentioned(List.of(), EVERYTHING, 10)).isEqualTo(new Ranking(List.of(), 0, List.of()));
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatThrownBy(() -> mostMentioned(List.of(), EVERYTHING, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must be at least 1, not 0");
    }

    @Test
    void passesOnThatTheTableIsNotComplete() {
        UnavailableException restoring = new UnavailableException(Reason.RESTORING, "Ask again.");
        ActorMonths actorMonths = new ActorMonths(new Table<>() {
            @Override
            public void requireComplete() {
                throw restoring;
            }

            @Override
            public void forEach(Consumer<? super ActorMonth> reader) {
                reader.accept(row("BEL", MARCH, 1, 1));
                throw restoring;
            }
        });

        assertThatThrownBy(() -> actorMonths.mostMentioned(EVERYTHING, 10)).isSameAs(restoring);
        assertThatThrownBy(actorMonths::requireAnswerable).isSameAs(restoring);
    }

    private static Ranking mostMentioned(List<ActorMonth> rows, Selection selection, int limit) {
        Table<ActorMonth> table = new Table<>() {
            @Override
            public void requireComplete() {}

            @Override
            public void forEach(Consumer<? super ActorMonth> reader) {
                rows.forEach(reader);
            }
        };
        return new ActorMonths(table).mostMentioned(selection, limit);
    }

    private static ActorMonth row(String actor, YearMonth month, long mentions, long articles) {
        PartialDate date = PartialDate.of(month);
        return new ActorMonth(actor, actor, ActorType.PERSON, month, mentions, articles, date, date);
    }

    private static ActorMonth row(String actor, ActorType type, YearMonth month, long mentions) {
        PartialDate date = PartialDate.of(month);
        return new ActorMonth(actor, actor, type, month, mentions, 1, date, date);
    }
}
