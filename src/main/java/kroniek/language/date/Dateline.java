package kroniek.language.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.PublicationDate.Source;
import kroniek.language.date.Vocabulary.Word;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The dateline: a line near the top of an article that says when it was published, "07 februari 2018", with the
 * clock on it or on
 * the next line, or "Gepubliceerd op zo 07 jan 2018, 12:16".
 */
final class Dateline {

    /** A dateline stands among the first lines of an article. */
    private static final int MOST_LINES = 12;

    /** Nor does it stand behind more tokens than this. */
    private static final int MOST_TOKENS = 200;

    /** A line with more other words beside the date is a sentence. */
    private static final int MOST_OTHER_TOKENS = 8;

    /** "DEN HAAG (ANP)," */
    private static final int MOST_PLACE_TOKENS = 8;

    private static final String HEAD_SIGNS = "|-\u2013\u2014\u2022";
    private static final String DASHES = "-\u2013\u2014";

    /** What may stand beside the words of a place and an agency before their date. */
    private static final String BEFORE_DATE = ",()/.-";

    private final Grammar grammar;
    private final int cue;

    Dateline(Grammar grammar) {
        this.grammar = grammar;
        this.cue = grammar.wordClass("PUBLISHED");
    }

    /** The matches, with a date on one line and a clock alone on the next made one. */
    List<Match> joined(Text text, List<Match> matches) {
        List<Match> joined = new ArrayList<>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            if (i + 1 < matches.size() && isDatelineWithClock(text, match, matches.get(i + 1))) {
                joined.add(join(match, matches.get(i + 1)));
                i++;
            } else {
                joined.add(match);
            }
        }
        return joined;
    }

    private boolean isDatelineWithClock(Text text, Match date, Match clock) {
        return clock.first() == date.last() + 1
                && isFullDate(date)
                && Clock.onlyDate(date.frame())
                && isPoint(clock)
                && Clock.onlyTime(clock.frame())
                && text.lineBefore(date.first())
                && text.lineBefore(clock.first())
                && endsLine(text, clock.last())
                && lineOf(text, date.first()) < MOST_LINES;
    }

    private static Match join(Match date, Match clock) {
        int[] slots = date.slots().clone();
        for (int i = 0; i < Slot.COUNT_OF_SLOTS; i++) {
            slots[i] = slots[i] == Slot.UNSET ? clock.slots()[i] : slots[i];
        }
        return new Match(date.rule(), date.first(), clock.last(), slots);
    }

    /**
     * A publication date.
     *
     * @param date the date
     * @param dateline the dateline that refined it, or null
     */
    record Refined(PublicationDate date, @Nullable Match dateline) {}

    /** The publication date, refined by the first dateline that agrees with it. */
    Refined refine(PublicationDate published, Text text, List<Match> matches) {
        for (Match match : matches) {
            if (lineOf(text, match.first()) >= MOST_LINES) {
                break;
            }
            Optional<PartialDate> date = dateline(published, text, match, matches);
            if (date.isPresent()
                    && date.get().refines(published.value())
                    && !date.get().equals(published.value())) {
                return new Refined(new PublicationDate(date.get(), Source.DATELINE), match);
            }
        }
        return new Refined(published, null);
    }

    private Optional<PartialDate> dateline(PublicationDate published, Text text, Match match, List<Match> matches) {
        if (isFullDate(match)) {
            boolean dates = isLine(text, match, matches) || opensReport(text, match);
            return dates ? date(match.frame()) : Optional.empty();
        }
        boolean withoutYear =
                isDate(match) && match.frame().has(Slot.DAY) && match.frame().has(Slot.MONTH);
        if (withoutYear && (isAfterPlace(text, match.first()) || opensReport(text, match))) {
            return date(match.frame().with(Slot.YEAR, published.month().getYear()));
        }
        return Optional.empty();
    }

    /** "DEN HAAG, 14 MAART.": behind a place in capitals that begins a paragraph, as newspapers date their reports. */
    private static boolean isAfterPlace(Text text, int date) {
        int token = date - 1;
        if (token < 1 || !text.is(token, ',')) {
            return false;
        }
        while (token > 0 && !text.lineBefore(token)) {
            token--;
            if (text.kind(token) == Text.Kind.WORD && !Edges.shouted(text, token)) {
                return false;
            }
        }
        return date - token <= MOST_PLACE_TOKENS;
    }

    /** "Brussel, 1 juni 1999 - De minister", "BRUSSEL (1/6/1999) -": behind a place and before a dash. */
    private static boolean opensReport(Text text, Match match) {
        int token = match.first();
        boolean place = false;
        while (!text.lineBefore(token)) {
            token--;
            boolean word = text.kind(token) == Text.Kind.WORD;
            if (word ? !text.capitalised(token) : BEFORE_DATE.indexOf(text.word(token)) < 0) {
                return false;
            }
            place |= word;
        }
        int behind = match.last() + 1;
        if (behind < text.size() && text.is(behind, ')')) {
            behind++;
        }
        boolean dash = behind + 1 < text.size()
                && DASHES.indexOf(text.word(behind)) >= 0
                && text.spaceBefore(behind)
                && text.spaceBefore(behind + 1);
        return place && dash && match.first() - token <= MOST_PLACE_TOKENS;
    }

    private static boolean isPoint(Match match) {
        return match.rule().meaning() == Rule.Meaning.POINT;
    }

    private static boolean isDate(Match match) {
        return isPoint(match) && !match.frame().has(Slot.FEAST);
    }

    private static boolean isFullDate(Match match) {
        Frame frame = match.frame();
        return isDate(match)
                && frame.has(Slot.DAY)
                && frame.has(Slot.MONTH)
                && (frame.has(Slot.YEAR) || frame.has(Slot.SHORTYEAR));
    }

    private static Optional<PartialDate> date(Frame frame) {
        int year = frame.has(Slot.YEAR) ? frame.get(Slot.YEAR) : century(frame.get(Slot.SHORTYEAR));
        try {
            LocalDate day = YearMonth.of(year, frame.get(Slot.MONTH)).atDay(frame.get(Slot.DAY));
            if (!frame.has(Slot.HOUR) || frame.get(Slot.HOUR) > 23) {
                return Optional.of(PartialDate.of(day));
            }
            return Optional.of(
                    PartialDate.of(day, LocalTime.of(frame.get(Slot.HOUR), Math.max(0, frame.get(Slot.MINUTE, 0)))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The header decides in the end: a wrong century does not refine it. */
    private static int century(int twoDigits) {
        return twoDigits >= 70 ? 1900 + twoDigits : 2000 + twoDigits;
    }

    /**
     * Whether the match stands on a line of its own, or beside names or a word such as "Gepubliceerd" on a short
     * line.
     */
    private boolean isLine(Text text, Match match, List<Match> matches) {
        int first = match.first();
        while (!text.lineBefore(first)) {
            first--;
        }
        int last = match.last();
        while (!endsLine(text, last)) {
            last++;
        }
        int others = match.first() - first + last - match.last() - ofOthers(matches, match, first, last);
        return others <= MOST_OTHER_TOKENS
                && (isCued(text, first, last + 1)
                        || onlyNames(text, first, match.first(), match.last(), last)
                        || heads(text, match, last));
    }

    /** "Dinsdag 15 september 2015 om 13.05 uur | Van onze verslaggever": the date heads its line, before a sign. */
    private static boolean heads(Text text, Match match, int last) {
        int behind = match.last() + 1;
        return text.lineBefore(match.first()) && behind <= last && HEAD_SIGNS.indexOf(text.word(behind)) >= 0;
    }

    /** How many tokens of a line belong to other matches: "29-12-2024, 09:15, laatste update 29-12-2024, 21:40". */
    private static int ofOthers(List<Match> matches, Match match, int first, int last) {
        int tokens = 0;
        for (Match other : matches) {
            if (other.first() > last) {
                break;
            }
            if (other.first() >= first && other.first() != match.first()) {
                tokens += other.last() - other.first() + 1;
            }
        }
        return tokens;
    }

    private boolean isCued(Text text, int from, int to) {
        for (int token = from; token < to; token++) {
            if (isCue(text, token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean onlyNames(Text text, int first, int dateFirst, int dateLast, int last) {
        for (int token = first; token <= last; token++) {
            boolean beside = token < dateFirst || token > dateLast;
            if (beside && text.kind(token) == Text.Kind.WORD && !text.capitalised(token)) {
                return false;
            }
        }
        return true;
    }

    private boolean isCue(Text text, int token) {
        Word word = grammar.vocabulary().find(text, token);
        return word != null && word.in(cue);
    }

    private static boolean endsLine(Text text, int last) {
        return last + 1 >= text.size() || text.lineBefore(last + 1);
    }

    private static int lineOf(Text text, int token) {
        if (token > MOST_TOKENS) {
            return MOST_LINES;
        }
        int lines = 0;
        for (int i = 1; i <= token && lines < MOST_LINES; i++) {
            lines += text.lineBefore(i) ? 1 : 0;
        }
        return lines;
    }
}
