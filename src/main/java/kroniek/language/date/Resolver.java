package kroniek.language.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import kroniek.domain.TemporalExpression;
import org.jspecify.annotations.Nullable;

/**
 * Gives the matches of one article their values, in the order of the text; it remembers what the text spoke of
 * last.
 */
final class Resolver {

    /** What was said more tokens ago is forgotten, as if another paragraph had begun. */
    private static final int PARAGRAPH = 250;

    /** A clock time that stands more tokens behind a day is not of that day. */
    private static final int FORGET_DAY = 70;

    /** Months from publication at which history begins, and after how many tokens a day of it is forgotten. */
    private static final int HISTORY = 3;

    private static final int FORGET_FAR_DAY = 15;

    /** "In 2015 won zij." sets the year for the next sentence; a year further inside its sentence does not. */
    private static final int OPENING = 1;

    /** A part of day named more tokens before a clock time says nothing about it. */
    private static final int NEAR_PART = 10;

    /** "De volgende dag": an amount of one, in hundredths. */
    private static final int ONE = 100;

    private static final List<Slot> OF_MONTH = List.of(
            Slot.MONTH, Slot.YEAR, Slot.SHORTYEAR, Slot.UNIT, Slot.WHICH, Slot.SEASON, Slot.DECADE, Slot.CENTURY);
    private static final List<Slot> OF_YEAR = List.of(Slot.YEAR, Slot.SHORTYEAR, Slot.UNIT, Slot.WHICH);
    private static final List<Slot> OF_DAY = List.of(
            Slot.YEAR,
            Slot.SHORTYEAR,
            Slot.MONTH,
            Slot.DAY,
            Slot.WEEKDAY,
            Slot.UNIT,
            Slot.WHICH,
            Slot.SHIFT,
            Slot.FEAST,
            Slot.EASTER,
            Slot.PART);

    private final Scan scan;
    private final List<Match> matches;
    private final Tense tense;
    private final Points points;
    private final Away away;
    private final Anchor anchor;
    private final Discourse discourse = new Discourse();
    private final Anchoring anchoring = new Anchoring();

    /** The last day near publication: where only the month is known, the day that a report is about. */
    private @Nullable Point nearDay;

    private int nearDayAt;

    Resolver(Scan scan, Tense tense, Anchor anchor, List<Match> matches) {
        this.matches = matches;
        this.scan = scan;
        this.tense = tense;
        this.anchor = anchor;
        this.points = new Points(anchor);
        this.away = new Away(anchor);
    }

    /** The value of a match; null where what it says is no date, 31 February for one. */
    @Nullable
    Value value(Match match) {
        anchoring.nothing();
        try {
            return switch (match.rule().meaning()) {
                case POINT -> point(match);
                case RANGE -> range(match);
                case DURATION -> duration(match);
                case SET -> new Value(TemporalExpression.Type.SET, Sets.value(match.frame()), mod(match.frame()));
                case REFERENCE ->
                    new Value(
                            TemporalExpression.Type.DATE,
                            Slot.REF.name(match.frame().get(Slot.REF)),
                            mod(match.frame()));
                case AWAY -> away(match);
                case AGAIN -> again(match);
                case NOTHING -> null;
            };
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** What the last value was computed from: the first token of a match, or one of the constants of anchoring. */
    int anchoredAt() {
        return anchoring.at();
    }

    private static @Nullable String mod(Frame frame) {
        return frame.has(Slot.MOD) ? Slot.MOD.name(frame.get(Slot.MOD)) : null;
    }

    private static Value duration(Match match) {
        Frame second = match.second();
        if (!second.has(Slot.UNIT)) {
            return duration(match.frame());
        }
        Frame first = match.frame().fill(second, List.of(Slot.UNIT));
        return new Value(
                TemporalExpression.Type.DURATION, Amounts.duration(first) + "/" + Amounts.duration(second), mod(first));
    }

    private static Value duration(Frame frame) {
        return new Value(TemporalExpression.Type.DURATION, Amounts.duration(frame), mod(frame));
    }

    private Value point(Match match) {
        Frame frame = match.frame().fill(match.second(), OF_MONTH);
        if (Clock.onlyTime(frame)) {
            Frame timed = inPartOfDay(match, frame);
            Point day = dayAround(match, timed);
            discourse.clock(day, timed, match.first());
            discourse.clockDay(day, match.first());
            return Clock.at(day, timed, mod(frame));
        }
        anchoring.frame(frame);
        Direction direction = direction(match, frame);
        Frame dated = comingNight(match, inYearOfSentence(match, inYearOfText(frame), direction));
        Point point = pointNear(match, dated, direction);
        if (dated.has(Slot.SHIFT)) {
            point = inQuotation(match, dated.get(Slot.SHIFT), point);
        }
        note(point, match.first(), frame);
        return Clock.onlyDate(frame)
                ? new Value(TemporalExpression.Type.DATE, point.value(), mod(frame))
                : Clock.at(point, frame, mod(frame));
    }

    private Point pointNear(Match match, Frame frame, Direction direction) {
        LocalDate near = near(match, frame);
        if (points.follows(frame, direction, near)) {
            anchoring.text(discourse.lastAt());
        }
        return points.point(frame, direction, near);
    }

    /** "Gisteravond werd hij om tien uur gebeld": in the evening that its sentence named just before. */
    private Frame inPartOfDay(Match match, Frame clock) {
        int part = discourse.partSince(Math.max(
                match.first() - NEAR_PART,
                Sentence.around(scan, match.first(), match.first()).first()));
        boolean late = part != Slot.UNSET && List.of("AF", "EV").contains(Slot.PART.name(part));
        return late && clock.has(Slot.HOUR) && !clock.has(Slot.PART) ? clock.with(Slot.PART, part) : clock;
    }

    private void note(Point point, int token, Frame frame) {
        discourse.note(point, token, frame);
        if (point.grain() == Grain.DAY && !isFar(point)) {
            nearDay = point;
            nearDayAt = token;
        }
    }

    /** "'Vandaag stop ik', zei de coach dinsdag": seen from the day of the quotation. */
    private Point inQuotation(Match match, int shift, Point otherwise) {
        Match spoken = Quotation.spoken(scan, tense, match, matches);
        if (spoken == null || anchor.day() == null) {
            return otherwise;
        }
        LocalDate day = points.point(spoken.frame(), Direction.BACK, null).start();
        if (day == null) {
            return otherwise;
        }
        anchoring.text(spoken.first());
        return Point.in(Grain.DAY, day.plusDays(shift));
    }

    /** "Op 19 oktober van dat jaar": of the year that the text spoke of last. */
    private Frame inYearOfText(Frame frame) {
        Point spokenOf = discourse.last();
        LocalDate start = spokenOf == null ? null : spokenOf.start();
        if (!frame.is(Slot.ANCHOR, "DISCOURSE") || start == null) {
            return frame;
        }
        anchoring.text(discourse.lastAt());
        return frame.with(Slot.YEAR, start.getYear());
    }

    /** "Vannacht om 1.30 uur" is in the night to come if the verb looks ahead. */
    private Frame comingNight(Match match, Frame frame) {
        boolean smallHours = frame.is(Slot.PART, "NI") && frame.get(Slot.SHIFT, -1) == 0 && Clock.isMorning(frame);
        boolean ahead = smallHours && tense.direction(scan, match.first(), match.last()) == Direction.AHEAD;
        return ahead ? frame.with(Slot.SHIFT, 1) : frame;
    }

    /** "In 2015 won zij in maart": a month or feast without year belongs to the year that its sentence named before. */
    private Frame inYearOfSentence(Match match, Frame frame, Direction direction) {
        boolean open = (frame.has(Slot.MONTH) || frame.has(Slot.EASTER) || frame.has(Slot.SEASON))
                && !frame.has(Slot.WHICH)
                && !frame.has(Slot.YEAR)
                && !frame.has(Slot.SHORTYEAR);
        if (!open || tense.since(scan, match.first())) {
            return frame;
        }
        Integer year = discourse.yearSince(
                Sentence.around(scan, match.first(), match.first()).first());
        boolean contradicts = year != null && year < anchor.year() && direction == Direction.AHEAD;
        if (year == null || contradicts) {
            return frame;
        }
        anchoring.text(discourse.lastAt());
        return frame.with(Slot.YEAR, year);
    }

    /** A clock time alone is of the day that its paragraph spoke of last, else of the day of publication. */
    private Point dayAround(Match match, Frame clock) {
        int since = Math.max(paragraph(match.first()), match.first() - FORGET_DAY);
        Point day = discourse.daySince(since, Clock.isMorning(clock));
        boolean far = day != null && isFar(day) && discourse.daySince(match.first() - FORGET_FAR_DAY, false) == null;
        anchoring.publication();
        if (day == null || far) {
            Point near = anchor.day() == null ? nearDay : null;
            if (near != null) {
                anchoring.text(nearDayAt);
            }
            return near != null ? near : anchor.point(Grain.DAY);
        }
        if (isAhead(day) && direction(match, clock) == Direction.BACK) {
            return anchor.point(Grain.DAY);
        }
        anchoring.text(discourse.dayAt());
        return day;
    }

    /** Whether a day lies after the day of publication. */
    private boolean isAhead(Point day) {
        LocalDate start = day.start();
        LocalDate today = anchor.day();
        return start != null && today != null && start.isAfter(today);
    }

    /** Whether a day lies so far from publication that the text tells history there. */
    private boolean isFar(Point day) {
        LocalDate start = day.start();
        return start != null
                && Math.abs(ChronoUnit.MONTHS.between(start, anchor.month().atDay(1))) >= HISTORY;
    }

    private int paragraph(int token) {
        int first = token;
        while (first > Math.max(0, token - PARAGRAPH) && !scan.text().paragraphBefore(first)) {
            first--;
        }
        return first;
    }

    private Direction direction(Match match, Frame frame) {
        boolean openDay = frame.has(Slot.WEEKDAY) && !frame.has(Slot.MONTH) && anchor.day() == null;
        boolean settled = frame.has(Slot.YEAR) || frame.has(Slot.SHIFT) || frame.has(Slot.DECADE);
        return settled || openDay ? Direction.UNKNOWN : tense.direction(scan, match.first(), match.last());
    }

    /** The period spoken of in the sentence before or in the same one, in which a date without year or month lies. */
    private @Nullable LocalDate near(Match match, Frame frame) {
        if (frame.has(Slot.YEAR) || frame.has(Slot.SHIFT) || tense.since(scan, match.first())) {
            return null;
        }
        Sentence sentence = Sentence.around(scan, match.first(), match.first());
        if (frame.has(Slot.DAY) && !frame.has(Slot.MONTH)) {
            return discourse.since(paragraph(match.first()), Grain.MONTH);
        }
        int from = sentence.first();
        if (from == 0 || scan.text().paragraphBefore(from)) {
            return discourse.since(from, Grain.MONTH);
        }
        int before = Sentence.around(scan, from - 1, from - 1).first();
        LocalDate month = discourse.since(before, Grain.MONTH);
        boolean sinceYear = tense.since(scan, before + OPENING);
        return month != null || sinceYear ? month : discourse.between(before, before + OPENING, Grain.YEAR);
    }

    private Value range(Match match) {
        Frame left = match.frame();
        Frame right = match.second();
        Direction direction = direction(match, left.fill(right, OF_YEAR));
        LocalDate near = near(match, left);
        right = Clock.onlyTime(right) ? right.fill(left, OF_DAY) : right;
        Frame filled = Clock.onlyTime(left) ? left.fill(right, OF_DAY) : fillLeft(left, right);
        if (Clock.onlyTime(filled)) {
            Point day = dayAround(match, filled);
            Value from = Clock.at(day, filled, null);
            Value to = Clock.at(Clock.minutes(right) < Clock.minutes(filled) ? next(day) : day, right, null);
            return new Value(TemporalExpression.Type.TIME, from.text() + "/" + to.text(), mod(filled));
        }
        anchoring.range(filled, right);
        if (points.follows(filled, direction, near)) {
            anchoring.text(discourse.lastAt());
        }
        Point from = points.point(filled, direction, near);
        Point to = second(right, from, direction);
        if (from.start() != null && to.start() != null && from.start().isAfter(to.start())) {
            from = Point.in(from.grain(), from.start().minusYears(1));
        }
        if (to.grain().compareTo(Grain.MONTH) <= 0) {
            note(to, match.first(), right);
        }
        return between(from, filled, to, right);
    }

    /** A clock range that ends before it begins ends on the next day. */
    private static Point next(Point day) {
        return day.start() == null ? day : Point.in(Grain.DAY, day.start().plusDays(1));
    }

    private static Frame fillLeft(Frame left, Frame right) {
        if (left.has(Slot.DECADE) || left.has(Slot.YEAR)) {
            return left;
        }
        return left.fill(right, left.has(Slot.MONTH) ? OF_YEAR : OF_MONTH);
    }

    /** The second end: the first such date after the first one. */
    private Point second(Frame right, Point from, Direction direction) {
        LocalDate start = from.start();
        if (start == null || right.has(Slot.YEAR)) {
            return points.point(right, direction, start);
        }
        if (right.has(Slot.SHORTYEAR)) {
            int year = start.getYear() / 100 * 100 + right.get(Slot.SHORTYEAR);
            Frame full = right.with(Slot.YEAR, year < start.getYear() ? year + 100 : year);
            return points.point(full, direction, start);
        }
        if (right.has(Slot.MONTH) && !right.has(Slot.UNIT)) {
            Point to = points.point(right.with(Slot.YEAR, start.getYear()), direction, start);
            boolean later = to.start() == null || !to.start().isBefore(start);
            return later ? to : points.point(right.with(Slot.YEAR, start.getYear() + 1), direction, start);
        }
        if (right.has(Slot.DAY)) {
            return points.point(right, direction, start);
        }
        if (right.has(Slot.WEEKDAY) && from.grain() == Grain.DAY) {
            int days =
                    Math.floorMod(right.get(Slot.WEEKDAY) - start.getDayOfWeek().getValue(), 7);
            return Point.in(Grain.DAY, start.plusDays(days));
        }
        return points.point(right, direction, start);
    }

    private static Value between(Point from, Frame left, Point to, Frame right) {
        if (Clock.onlyDate(left) && Clock.onlyDate(right)) {
            String mod = right.has(Slot.MOD) ? null : mod(left);
            return new Value(TemporalExpression.Type.DATE, from.value() + "/" + to.value(), mod);
        }
        String begin =
                Clock.onlyDate(left) ? from.value() : Clock.at(from, left, null).text();
        String end =
                Clock.onlyDate(right) ? to.value() : Clock.at(to, right, null).text();
        return new Value(TemporalExpression.Type.TIME, begin + "/" + end, mod(left));
    }

    private @Nullable Value away(Match match) {
        Frame frame = match.frame();
        if (frame.is(Slot.ANCHOR, "DISCOURSE") && Amounts.isClock(frame)) {
            return clockAway(match, frame);
        }
        if (Amounts.isClock(frame) && discourse.clockSince(paragraph(match.first()))) {
            return clockAway(match, frame);
        }
        boolean nextDay = Points.grain(frame) == Grain.DAY && Amounts.of(frame) == ONE;
        boolean fromDay = nextDay && discourse.day() != null;
        Point spokenOf = fromDay ? discourse.day() : discourse.last();
        Point point = away.point(frame, spokenOf);
        if (point == null) {
            return unsaid(frame);
        }
        anchoring.publication();
        if (Away.isFromText(frame, spokenOf)) {
            anchoring.text(fromDay ? discourse.dayAt() : discourse.lastAt());
        }
        note(point, match.first(), frame);
        return Clock.onlyDate(frame)
                ? new Value(TemporalExpression.Type.DATE, point.value(), mod(frame))
                : Clock.at(point, frame, mod(frame));
    }

    /** "Zes minuten later": from the clock time the text spoke of last; without one only the length is known. */
    private Value clockAway(Match match, Frame frame) {
        int seconds = Amounts.seconds(frame);
        if (discourse.clockDay() == null || seconds == 0) {
            return duration(frame);
        }
        anchoring.text(discourse.clockAt());
        discourse.moveClock(frame.is(Slot.SIGN, "BEFORE") ? -seconds : seconds, match.first());
        Point day = Objects.requireNonNull(discourse.clockDay());
        int minutes = discourse.clockMinutes();
        String clock = "T" + Grain.two(minutes / 60) + ":" + Grain.two(minutes % 60);
        return new Value(TemporalExpression.Type.TIME, day.value() + clock, mod(frame));
    }

    /** "Enkele dagen geleden" is past and "over enkele dagen" future; from another point only the length is known. */
    private static Value unsaid(Frame frame) {
        if (frame.is(Slot.ANCHOR, "DISCOURSE")) {
            return duration(frame);
        }
        return new Value(
                TemporalExpression.Type.DATE, frame.is(Slot.SIGN, "BEFORE") ? "PAST_REF" : "FUTURE_REF", mod(frame));
    }

    /** "Diezelfde dag", "die avond", "dat jaar": the period of the last point. */
    private @Nullable Value again(Match match) {
        Frame frame = match.frame();
        Grain grain = frame.has(Slot.UNIT) ? Points.grain(frame) : Grain.DAY;
        Point spokenOf = grain == Grain.DAY ? discourse.day() : discourse.last();
        Point saidAgain = spokenOf == null ? null : within(grain, spokenOf);
        Point point = saidAgain == null ? anchor.point(grain) : saidAgain;
        anchoring.publication();
        if (saidAgain != null) {
            anchoring.text(grain == Grain.DAY ? discourse.dayAt() : discourse.lastAt());
        }
        discourse.part(frame, match.first());
        return Clock.onlyDate(frame)
                ? new Value(TemporalExpression.Type.DATE, point.value(), mod(frame))
                : Clock.at(point, frame, mod(frame));
    }

    private static @Nullable Point within(Grain grain, Point spokenOf) {
        LocalDate start = spokenOf.start();
        if (start == null || spokenOf.grain().compareTo(grain) > 0) {
            return spokenOf.grain() == grain ? spokenOf : null;
        }
        return Point.in(grain, start);
    }
}
