package kroniek.query.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kroniek.query.Position;
import kroniek.query.feed.Log.Shape;

/**
 * Up to where somebody has seen the feed, written {@code <topics>~<as of>~<offsets of articles>~<offsets of actor months>} with numbers in base 36, for
 * example {@code 1xk9p2~t6w3vk~3.0.1a.2~2s.0.0.4}.
 *
 * @param tag which topics the offsets are of
 * @param asOf in seconds of the epoch, a moment at which no deletion behind the offsets was gone yet that what stands before them makes necessary
 * @param next the offsets
 */
record FeedPosition(String tag, long asOf, Offsets next) {

    private static final int BASE = 36;

    private static final Pattern FORM = Pattern.compile(
            "[0-9a-z]{1,12}~[0-9a-z]{1,9}~[0-9a-z]{1,12}(\\.[0-9a-z]{1,12})*~[0-9a-z]{1,12}(\\.[0-9a-z]{1,12})*");

    /** What is written, of topics of such a shape; empty where that is no position, or one of others. */
    static Optional<FeedPosition> parse(String written, Shape shape) {
        if (written.length() > Position.LONGEST || !FORM.matcher(written).matches()) {
            return Optional.empty();
        }
        String[] parts = written.split("~", 4);
        String[] articles = parts[2].split("\\.", -1);
        String[] actorMonths = parts[3].split("\\.", -1);
        boolean same = parts[0].equals(shape.tag())
                && articles.length == shape.articles()
                && actorMonths.length == shape.actorMonths();
        if (!same) {
            return Optional.empty();
        }
        long[] next = IntStream.range(0, shape.slots())
                .mapToLong(slot -> Long.parseLong(
                        slot < shape.articles() ? articles[slot] : actorMonths[slot - shape.articles()], BASE))
                .toArray();
        return Optional.of(new FeedPosition(parts[0], Long.parseLong(parts[1], BASE), Offsets.of(next)));
    }

    /** How it is written. */
    String written(Shape shape) {
        return tag + "~" + Long.toString(asOf, BASE) + "~" + part(0, shape.articles()) + "~"
                + part(shape.articles(), shape.slots());
    }

    private String part(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(slot -> Long.toString(next.next(slot), BASE))
                .collect(Collectors.joining("."));
    }
}
