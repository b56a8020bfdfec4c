package kroniek.language.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import kroniek.domain.TemporalExpression;
import kroniek.language.text.Text;
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

    /** Save about one in words, which are those of half a day: "zondagavond ... even na half negen". */
    private static final int SPOKEN_PART = 40;

    /** At this hour an evening begins. */
    private static final int EVENING = 6;

    /** So many months ago is just over. */
    private static final int JUST_OVER = 2;

    /** So many months ahead is soon. */
    private static final int SOON = 2;

    private static final int MONTHS_OF_YEAR = 12;

    private static final int DAYS_OF_WEEK = 7;

    /** News reports what happened at most so many days ago. */
    private static final int DAYS_OF_REPORT = 4;

    /** "De volgende dag": an amount of one, in hundredths. */
    private static final int ONE = 100;

    private static final List<Slot> OF_MONTH = List.of(
            Slot.MONTH,
            Slot.YEAR,
            Slot.SHORTYEAR,
            Slot.UNIT,
            Slot.WHICH,
            Slot.SEASON,
            Slot.DECADE,
            Slot.CENTURY,
            Slot.ANCHOR);
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

    /** The first day that the text names, if it lies just before publication: the day of what is reported. */
    private @Nullable Point eventDay;

    private int eventDayAt;

    private boolean dayNamed;

    /** The last match of what recurs, for "elke maandag en donderdag". */
    private @Nullable Match lastSet;

    /** The last period before publication that the text told in the present tense, and its token. */
    private @Nullable LocalDate told;

    private int toldAt;

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
                case SET -> set(match);
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

    private Value set(Match match) {
        lastSet = match;
        return new Value(TemporalExpression.Type.SET, Sets.value(match.frame()), mod(match.frame()));
    }

    /** "Elke maandag en donderdag": a bare weekday right behind one that recurs recurs as well. */
    private boolean goesOnSet(Match match) {
        Match set = lastSet;
        boolean beside = set != null
                && match.first() == set.last() + 2
                && tense.links(scan, set.last() + 1)
                && set.frame().has(Slot.WEEKDAY);
        return beside && match.frame().has(Slot.WEEKDAY) && !match.frame().has(Slot.DAY);
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
        if (goesOnSet(match)) {
            return set(match);
        }
        Frame frame = match.frame().fill(match.second(), OF_MONTH);
        if (Clock.onlyTime(frame)) {
            Frame timed = inPartOfDay(match, frame);
            boolean comingMidnight = Clock.isDayBreak(timed)
                    && tense.isAfter(scan, match.first())
                    && settled(direction(match, timed)) == Direction.AHEAD;
            Point around = dayAround(match, timed);
            Point day = comingMidnight ? around.next() : around;
            if (!tense.opens(scan, match.first())) {
                discourse.clock(day, timed, match.first());
                discourse.clockDay(day, match.first());
            }
            return Clock.at(day, timed, mod(frame));
        }
        anchoring.frame(frame);
        Direction seen = direction(match, frame);
        LocalDate history = seen == Direction.PRESENT ? history(match) : null;
        boolean back = history != null || (seen == Direction.PRESENT && isJustOver(frame));
        Direction direction = back ? Direction.BACK : sought(match, frame, seen);
        Frame dated = inNight(match, inYearOfSentence(match, inYearOfText(frame), direction));
        Point point = history != null
                ? pointNear(dated, direction, history, toldAt)
                : pointNear(dated, direction, near(match, dated), discourse.lastAt());
        if (dated.has(Slot.SHIFT)) {
            point = inQuotation(match, dated.get(Slot.SHIFT), point);
        }
        point = afterMidnight(dated, inOrder(match, dated, direction, point));
        if (!frame.is(Slot.ANCHOR, "NONE")) {
            note(point, match.first(), frame);
            tell(match, frame, point);
        }
        return Clock.onlyDate(frame)
                ? new Value(TemporalExpression.Type.DATE, point.value(), mod(frame))
                : Clock.at(point, frame, mod(frame));
    }

    /** The point nearest to a day that the text has named at a token. */
    private Point pointNear(Frame frame, Direction direction, @Nullable LocalDate near, int nearAt) {
        if (points.follows(frame, direction, near)) {
            anchoring.text(nearAt);
        }
        return points.point(frame, direction, near);
    }

    /** "Gisteravond werd hij om tien uur gebeld": in the evening that its sentence named just before. */
    private Frame inPartOfDay(Match match, Frame clock) {
        boolean spoken = scan.text().kind(match.first()) == Text.Kind.WORD;
        int sentence = scan.sentence(match.first(), match.first()).first();
        int part = discourse.partSince(
                spoken ? match.first() - SPOKEN_PART : Math.max(match.first() - NEAR_PART, sentence));
        boolean late = part != Slot.UNSET && List.of("AF", "EV").contains(Slot.PART.name(part));
        boolean open = clock.has(Slot.HOUR) && !clock.has(Slot.PART) && !isNight(part, clock);
        return late && open ? clock.with(Slot.PART, part) : clock;
    }

    /** "Dinsdagavond vergaderde de raad tot 2 uur": so early a time behind an evening is of the night. */
    private static boolean isNight(int part, Frame clock) {
        int hour = clock.get(Slot.HOUR, Slot.UNSET);
        return part != Slot.UNSET && Slot.PART.name(part).equals("EV") && Clock.isSmallHours(clock) && hour < EVENING;
    }

    /** "Inflatie daalt in januari", in February: a month just over, told in the present tense, is not the next one. */
    private boolean isJustOver(Frame frame) {
        int ago = Math.floorMod(anchor.month().getMonthValue() - frame.get(Slot.MONTH, 0), MONTHS_OF_YEAR);
        boolean monthAlone = frame.has(Slot.MONTH) && !frame.has(Slot.DAY) && !frame.has(Slot.FEAST);
        return monthAlone && ago > 0 && ago <= JUST_OVER;
    }

    /**
     * Where to look for a point: a weekday with a clock time and no verb announces something; an attribute with a day and
     * month that would lie long ago is the coming one: "het toernooi van 11 april is geschrapt".
     */
    private Direction sought(Match match, Frame frame, Direction seen) {
        boolean announced = seen == Direction.UNKNOWN && frame.has(Slot.HOUR) && frame.has(Slot.WEEKDAY);
        boolean period = frame.has(Slot.QUARTER) || frame.has(Slot.HALF);
        if (period) {
            return seen;
        }
        return announced || (seen == Direction.BACK && isComing(match, frame)) ? Direction.AHEAD : settled(seen);
    }

    private boolean isComing(Match match, Frame frame) {
        boolean open = frame.has(Slot.DAY) && frame.has(Slot.MONTH) && !frame.has(Slot.YEAR) && !frame.has(Slot.WHICH);
        int ahead = Math.floorMod(frame.get(Slot.MONTH, 0) - anchor.month().getMonthValue(), MONTHS_OF_YEAR);
        return open && ahead > 0 && ahead <= SOON && tense.isAttribute(scan, match.first());
    }

    /** The present tense means the future where the text does not tell history in it. */
    private static Direction settled(Direction seen) {
        return seen == Direction.PRESENT ? Direction.AHEAD : seen;
    }

    /** "Op 28 juni 1914 schiet hij. In augustus valt Duitsland aan.": remembers what was told in the present tense. */
    private void tell(Match match, Frame frame, Point point) {
        LocalDate start = point.start();
        boolean past = frame.has(Slot.YEAR)
                && start != null
                && start.isBefore(anchor.month().atDay(1).minusMonths(1));
        boolean when = past && tense.isWhen(scan, match.first());
        if (when && tense.direction(scan, match.first(), match.last()) == Direction.PRESENT) {
            told = start;
            toldAt = match.first();
        }
    }

    /** The period that the text tells of just before in the present tense, as if it were now; else null. */
    private @Nullable LocalDate history(Match match) {
        boolean before = toldAt < scan.sentence(match.first(), match.first()).first();
        return before && toldAt >= match.first() - FORGET_DAY ? told : null;
    }

    /** "Vrijdagnacht om half drie": after midnight it is the day behind the one that the night begins on. */
    private static Point afterMidnight(Frame frame, Point day) {
        boolean night = frame.is(Slot.PART, "NI") && frame.has(Slot.WEEKDAY) && !frame.has(Slot.MONTH);
        return night && Clock.isMorning(frame) ? day.next() : day;
    }

    /** "Begint maandag en duurt tot vrijdag": the weekdays to come that a sentence names follow each other. */
    private Point inOrder(Match match, Frame frame, Direction direction, Point point) {
        boolean bare = frame.has(Slot.WEEKDAY)
                && !frame.has(Slot.WHICH)
                && !frame.has(Slot.MONTH)
                && !frame.has(Slot.DAY)
                && !frame.has(Slot.SIGN);
        LocalDate start = point.start();
        if (!bare || start == null || direction != Direction.AHEAD || !tense.leads(scan, match.first() - 1)) {
            return point;
        }
        Sentence sentence = scan.sentence(match.first(), match.first());
        LocalDate before = discourse.since(sentence.first(), Grain.DAY);
        if (before == null || anchor.day() == null || !before.isAfter(anchor.day())) {
            return point;
        }
        boolean weekLate = start.isBefore(before) && before.isBefore(start.plusWeeks(1));
        return weekLate ? Point.in(Grain.DAY, start.plusWeeks(1)) : point;
    }

    private void note(Point point, int token, Frame frame) {
        discourse.note(point, token, frame);
        if (point.grain() == Grain.DAY && !isFar(point)) {
            nearDay = point;
            nearDayAt = token;
        }
        if (point.grain() == Grain.DAY && !dayNamed) {
            dayNamed = true;
            eventDay = isJustBefore(point) ? point : null;
            eventDayAt = token;
        }
    }

    /** "'Vandaag stop ik', zei de coach dinsdag": seen from the day of the quotation. */
    private Point inQuotation(Match match, int shift, Point otherwise) {
        Match spoken = Quotation.spoken(scan, tense, match, matches);
        if (spoken == null) {
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
        Frame inYear = frame.with(Slot.YEAR, start.getYear());
        return frame.has(Slot.NTH) && !frame.has(Slot.MONTH) ? inYear.with(Slot.MONTH, start.getMonthValue()) : inYear;
    }

    /** "Vannacht om 1.30 uur" is in the night to come if the verb looks ahead, "vannacht om 23 uur" else in the last. */
    private Frame inNight(Match match, Frame frame) {
        boolean tonight = frame.is(Slot.PART, "NI") && frame.get(Slot.SHIFT, -1) == 0 && frame.has(Slot.HOUR);
        if (!tonight) {
            return frame;
        }
        boolean ahead = settled(tense.direction(scan, match.first(), match.last())) == Direction.AHEAD;
        if (Clock.isMorning(frame)) {
            return ahead ? frame.with(Slot.SHIFT, 1) : frame;
        }
        return ahead || Clock.isMidnight(frame) ? frame : frame.with(Slot.SHIFT, -1);
    }

    /** "In 2015 won zij in maart": a month or feast without year belongs to the year that its sentence named before. */
    private Frame inYearOfSentence(Match match, Frame frame, Direction direction) {
        boolean open = (frame.has(Slot.MONTH) || frame.has(Slot.EASTER) || frame.has(Slot.SEASON))
                && !frame.has(Slot.WHICH)
                && !frame.has(Slot.YEAR)
                && !(frame.has(Slot.WEEKDAY) && frame.has(Slot.DAY))
                && !frame.has(Slot.SHORTYEAR);
        if (!open || tense.since(scan, match.first())) {
            return frame;
        }
        if (isFeastNow(frame)) {
            return frame;
        }
        Integer year =
                discourse.yearSince(scan.sentence(match.first(), match.first()).first());
        boolean contradicts = year != null
                && ((year < anchor.year() && direction == Direction.AHEAD)
                        || (year > anchor.year() && direction == Direction.BACK));
        if (year == null || contradicts) {
            return frame;
        }
        anchoring.text(discourse.lastAt());
        return frame.with(Slot.YEAR, year);
    }

    /** Whether a feast falls so near to publication that it is this one: "op oudejaarsdag", on that day. */
    private boolean isFeastNow(Frame frame) {
        LocalDate today = anchor.day();
        if (today == null || !(frame.has(Slot.FEAST) || frame.has(Slot.EASTER))) {
            return false;
        }
        return Math.abs(ChronoUnit.DAYS.between(Feasts.day(frame, today.getYear()), today)) <= DAYS_OF_WEEK;
    }

    /** A clock time alone is of the day that its paragraph spoke of last, else of the day of publication. */
    private Point dayAround(Match match, Frame clock) {
        int since = Math.max(paragraph(match.first()), match.first() - FORGET_DAY);
        Point day = discourse.daySince(since, Clock.isMorning(clock));
        boolean far = day != null && isFar(day) && discourse.daySince(match.first() - FORGET_FAR_DAY, false) == null;
        anchoring.publication();
        if (day == null || far) {
            return dayOfReport(match, clock);
        }
        if (isAhead(day) && direction(match, clock) == Direction.BACK) {
            return anchor.point(Grain.DAY);
        }
        anchoring.text(discourse.dayAt());
        return isNightAfter(match, clock) ? day.next() : day;
    }

    /** What happened is of the day that the report began with; where only the month is known, of the day named last. */
    private Point dayOfReport(Match match, Frame clock) {
        Point near = nearDay;
        if (anchor.day() == null && near != null) {
            anchoring.text(nearDayAt);
            return near;
        }
        Point event = eventDay;
        if (event != null && direction(match, clock) == Direction.BACK) {
            anchoring.text(eventDayAt);
            return event;
        }
        return anchor.point(Grain.DAY);
    }

    /** "Dinsdagavond ... tot na middernacht", "zondag ... tot 1u 's nachts": whether it is the night after the day. */
    private boolean isNightAfter(Match match, Frame clock) {
        int part = discourse.partSince(paragraph(match.first()));
        if (clock.is(Slot.PART, "MO")
                && part != Slot.UNSET
                && Slot.PART.name(part).equals("EV")) {
            return true;
        }
        if (!Clock.isSmallHours(clock)) {
            return false;
        }
        boolean until = clock.is(Slot.PART, "NI") && tense.until(scan, match.first());
        return until || isNight(part, clock);
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

    private boolean isJustBefore(Point day) {
        LocalDate start = day.start();
        LocalDate today = anchor.day();
        return start != null
                && today != null
                && !start.isAfter(today)
                && start.isAfter(today.minusDays(DAYS_OF_REPORT));
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
        boolean isSettled = frame.has(Slot.YEAR) || frame.has(Slot.SHIFT) || frame.has(Slot.DECADE);
        return isSettled || openDay ? Direction.UNKNOWN : tense.direction(scan, match.first(), match.last());
    }

    /** The period spoken of in the sentence before or in the same one, in which a date without year or month lies. */
    private @Nullable LocalDate near(Match match, Frame frame) {
        boolean feast = frame.has(Slot.FEAST) || frame.has(Slot.EASTER);
        if (feast
                || frame.has(Slot.WHICH)
                || frame.has(Slot.YEAR)
                || frame.has(Slot.SHIFT)
                || tense.since(scan, match.first())) {
            return null;
        }
        Sentence sentence = scan.sentence(match.first(), match.first());
        if (frame.has(Slot.DAY) && !frame.has(Slot.MONTH)) {
            return discourse.since(paragraph(match.first()), Grain.MONTH);
        }
        LocalDate before = nearBefore(sentence);
        boolean same = before != null
                && frame.has(Slot.MONTH)
                && !frame.has(Slot.DAY)
                && before.getMonthValue() == frame.get(Slot.MONTH);
        return same ? null : before;
    }

    private @Nullable LocalDate nearBefore(Sentence sentence) {
        int from = sentence.first();
        if (from == 0 || scan.text().paragraphBefore(from)) {
            return discourse.since(from, Grain.MONTH);
        }
        int before = scan.sentence(from - 1, from - 1).first();
        LocalDate month = discourse.since(before, Grain.MONTH);
        boolean sinceYear = tense.since(scan, before + OPENING);
        return month != null || sinceYear ? month : discourse.between(before, before + OPENING, Grain.YEAR);
    }

    private Value range(Match match) {
        Frame left = match.frame();
        Frame right = match.second();
        Direction seen = direction(match, left.fill(right, OF_YEAR));
        LocalDate history = seen == Direction.PRESENT ? history(match) : null;
        boolean back = history != null || (seen == Direction.PRESENT && isJustOver(left.fill(right, OF_MONTH)));
        Direction direction = back ? Direction.BACK : sought(match, left.fill(right, OF_MONTH), seen);
        LocalDate near = history != null ? history : near(match, left);
        right = inNight(match, Clock.onlyTime(right) ? right.fill(left, OF_DAY) : right);
        Frame filled = inNight(match, Clock.onlyTime(left) ? left.fill(right, OF_DAY) : fillLeft(left, right));
        if (Clock.onlyTime(filled)) {
            Point day = dayAround(match, filled);
            Value from = Clock.at(day, filled, null);
            Value to = Clock.at(Clock.minutes(right) < Clock.minutes(filled) ? day.next() : day, right, null);
            return new Value(TemporalExpression.Type.TIME, from.text() + "/" + to.text(), mod(filled));
        }
        anchoring.range(filled, right);
        if (points.follows(filled, direction, near)) {
            anchoring.text(discourse.lastAt());
        }
        Point from = points.point(filled, direction, near);
        Point to = second(right, from, direction);
        boolean overnight = filled.has(Slot.HOUR) && from.equals(to) && Clock.minutes(right) < Clock.minutes(filled);
        to = overnight ? to.next() : to;
        if (from.start() != null && to.start() != null && from.start().isAfter(to.start())) {
            from = Point.in(from.grain(), from.start().minusYears(1));
        }
        if (to.grain().compareTo(Grain.MONTH) <= 0) {
            note(to, match.first(), right);
        }
        return between(from, filled, to, right);
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
        if (right.has(Slot.EASTER) || (right.has(Slot.MONTH) && !right.has(Slot.UNIT))) {
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
        if (frame.has(Slot.SHIFT) || frame.has(Slot.WEEKDAY)) {
            return fromDay(match, frame);
        }
        if (frame.is(Slot.ANCHOR, "DISCOURSE") && Amounts.isClock(frame)) {
            return clockAway(match, frame);
        }
        if (Amounts.isClock(frame) && discourse.clockSince(paragraph(match.first()))) {
            return clockAway(match, frame);
        }
        boolean nextDay = Points.grain(frame) == Grain.DAY && Amounts.of(frame) == ONE;
        boolean fromDay = nextDay && discourse.day() != null;
        int since = Points.grain(frame).compareTo(Grain.MONTH) < 0 ? match.first() - FORGET_DAY : Integer.MAX_VALUE;
        Point spokenOf = fromDay ? discourse.day() : discourse.lastFine(since);
        Point point = away.point(frame, spokenOf);
        if (point == null) {
            return unsaid(frame);
        }
        anchoring.publication();
        if (Away.isFromText(frame, spokenOf)) {
            anchoring.text(fromDay ? discourse.dayAt() : discourse.lastFineAt(since));
        }
        point = notAfterNow(match, frame, point);
        note(point, match.first(), frame);
        return Clock.onlyDate(frame)
                ? new Value(TemporalExpression.Type.DATE, point.value(), mod(frame))
                : Clock.at(point, frame, mod(frame));
    }

    /** "Twee jaar later staan we hier weer": what is told as present or past lies no later than publication. */
    private Point notAfterNow(Match match, Frame frame, Point point) {
        LocalDate start = point.start();
        boolean later = frame.is(Slot.ANCHOR, "DISCOURSE") && frame.is(Slot.SIGN, "AFTER");
        if (!later || point.grain() != Grain.YEAR || start == null || start.getYear() <= anchor.year()) {
            return point;
        }
        boolean ahead = tense.direction(scan, match.first(), match.last()) == Direction.AHEAD;
        return ahead ? point : anchor.point(Grain.YEAR);
    }

    /** "Vandaag over een week", "maandag een jaar geleden". */
    private Value fromDay(Match match, Frame frame) {
        Direction direction = frame.is(Slot.SIGN, "BEFORE") ? Direction.BACK : Direction.AHEAD;
        Frame day = frame.without(List.of(Slot.UNIT, Slot.SIGN, Slot.PART));
        anchoring.frame(day);
        Point point = away.fromDay(frame, points.point(day, direction, null));
        if (point == null) {
            return unsaid(frame);
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
        LocalDate start = point.start();
        if (frame.has(Slot.WEEKDAY) && start != null) {
            DayOfWeek weekday = DayOfWeek.of(frame.get(Slot.WEEKDAY));
            point = Point.in(Grain.DAY, start.with(TemporalAdjusters.nextOrSame(weekday)));
            note(point, match.first(), frame);
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
