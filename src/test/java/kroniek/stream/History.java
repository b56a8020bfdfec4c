package kroniek.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a few articles, made from a seed: they arrive, are sent again, corrected (also to another month), rejected, make the
 * program fail, are withdrawn and come back, in any interleaving.
 *
 * @param seed what it was made from
 * @param events in the order of the raw topic
 */
record History(long seed, List<Event> events) {

    static final int MOST_EVENTS = 30;

    private static final List<String> IDS = List.of("a", "b", "c.jsonl#1", "d|2018-02|e", "f/file:f");
    private static final List<String> DATES = List.of(
            "2018-02", "2018-02-07", "2018-02-28", "2018-03", "2018-03-01", "9999-11-30", "9999-12-01", "9999-12-31");

    /** Of a crowd, whose articles all mention one actor, so that it rises, also against the year before. */
    private static final List<String> CROWDED_IDS =
            List.of("a", "b", "c.jsonl#1", "d|2018-02|e", "f/file:f", "g", "h\uE000", "h\uD83D\uDE00", "i", "j");

    private static final List<String> CROWDED_DATES =
            List.of("2018-02", "2019-02", "2019-02-07", "2019-02-28", "2019-03");

    /** The last two are one actor under two names that no lexicon knows, and one that a lexicon does. */
    private static final List<String> MENTIONS = List.of("@KOR", "@USA", "@JPN", "@x=Anna", "@x=Ann", "@y=Bo", "@y");

    /** Of copies: with one of these before it, a long text is another one, and yet a copy. */
    private static final List<String> HEADLINES = List.of("Kop.", "Een andere kop.", "Weer een kop, en een langere.");

    /** Texts of which others are copies, but not of each other. */
    private static final List<String> LONG =
            List.of(words("een", 60), words("twee", 70), words("een", 30) + words("drie", 60));

    /** Of these, the last two settle no month. */
    private static final List<String> SPOKEN_OF = List.of("#2018-02-07", "#2018-01", "#2018-W06", "#2018-W05", "#2017");

    /** What happens to an article. */
    enum Kind {
        WRITTEN,
        RESENT,
        REJECTED,
        POISONOUS,
        WITHDRAWN
    }

    /**
     * One record of the raw topic.
     *
     * @param format the header that says the format, or null
     * @param value the bytes as text, or null for a withdrawal
     */
    record Event(
            Kind kind,
            String id,
            @Nullable String format,
            @Nullable String value) {

        byte @Nullable [] bytes() {
            return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "%s %s%s %s".formatted(kind, id, format == null ? "" : " (" + format + ")", value);
        }
    }

    /** The history of a seed; every third is that of a crowd. */
    static History of(long seed) {
        Random random = new Random(seed);
        boolean crowded = random.nextInt(3) == 0;
        int length = crowded ? MOST_EVENTS : 1 + random.nextInt(MOST_EVENTS);
        List<String> ids = crowded ? CROWDED_IDS : IDS.subList(0, 1 + random.nextInt(IDS.size()));
        Draw draw = new Draw(random, crowded ? CROWDED_DATES : DATES, crowded ? "Zin @KOR" : "Zin");
        Map<String, Event> last = new HashMap<>();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String id = ids.get(random.nextInt(ids.size()));
            Event event = draw.event(id, last.get(id));
            last.put(id, event);
            events.add(event);
        }
        return new History(seed, events);
    }

    /**
     * Makes events at random.
     *
     * @param dates of the articles
     * @param beginning of their texts
     */
    private record Draw(Random random, List<String> dates, String beginning) {

        Event event(String id, @Nullable Event last) {
            int kind = random.nextInt(10);
            if (kind < 2 && last != null) {
                return new Event(Kind.RESENT, id, last.format(), last.value());
            }
            return switch (kind) {
                case 6 -> rejected(id);
                case 7 ->
                    new Event(Kind.POISONOUS, id, null, text() + (random.nextBoolean() ? "BOEM-DATES" : "BOEM-ACTORS"));
                case 8, 9 -> new Event(Kind.WITHDRAWN, id, null, null);
                default -> random.nextInt(4) == 0 ? json(id) : new Event(Kind.WRITTEN, id, null, text());
            };
        }

        private Event rejected(String id) {
            return switch (random.nextInt(4)) {
                case 0 -> new Event(Kind.REJECTED, id, null, "zonder datum " + mentions());
                case 1 -> new Event(Kind.REJECTED, id, null, " date 2018-13 " + mentions());
                case 2 -> new Event(Kind.REJECTED, id, "json", "{\"date\":\"2018-02\"");
                default -> new Event(Kind.REJECTED, id, "xml", text());
            };
        }

        private Event json(String id) {
            String value = "{\"date\":\"%s\",\"title\":\"Kop\",\"text\":\"%s\"}".formatted(date(), mentions());
            return new Event(Kind.WRITTEN, id, "json", value);
        }

        private String text() {
            return random.nextInt(3) == 0
                    ? " date %s %s %s".formatted(date(), one(HEADLINES), one(LONG) + mentions())
                    : " date %s Tekst. %s".formatted(date(), mentions());
        }

        private String one(List<String> of) {
            return of.get(random.nextInt(of.size()));
        }

        private String date() {
            return dates.get(random.nextInt(dates.size()));
        }

        private String mentions() {
            StringBuilder mentions = new StringBuilder(beginning);
            for (int count = random.nextInt(5); count > 0; count--) {
                if (random.nextInt(3) == 0) {
                    mentions.append(' ').append(SPOKEN_OF.get(random.nextInt(SPOKEN_OF.size())));
                }
                mentions.append(' ')
                        .append(MENTIONS.get(random.nextInt(MENTIONS.size())))
                        .append(random.nextBoolean() ? "." : "");
            }
            return mentions + " slot. ";
        }
    }

    /** So many words that no other text has, two of them actors. */
    private static String words(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> stem + i).collect(Collectors.joining(" ")) + " @KOR @JPN ";
    }

    /** The history without one of its events. */
    History without(int event) {
        List<Event> fewer = new ArrayList<>(events);
        fewer.remove(event);
        return new History(seed, fewer);
    }

    @Override
    public String toString() {
        return "history of seed %d:%n  %s"
                .formatted(seed, events.stream().map(Event::toString).collect(Collectors.joining("\n  ")));
    }
}
