package kroniek.domain;

import java.time.YearMonth;
import java.util.List;

/**
 * An actor that is in the news more than it used to be: one with at least {@link #LEAST_ARTICLES} articles in a month, and with more of them
 * than in the average month of the {@link #MONTHS} before.
 *
 * <p>The measure is articles of the month ÷ (articles of the months before + 1), times the number of those months. Many months and the one
 * added article keep it from jumping where an actor has hardly a history. How many articles a month has in all is the same for each of its
 * actors, so the order of actors by this measure is also that by the growth of their shares.
 *
 * @param actor the actor's id
 * @param name the name to show
 * @param type what the actor is
 * @param month the month of publication
 * @param articles in how many articles of it
 * @param before in how many articles of the months before together
 * @param evidence the ids of its first articles in the order of their bytes, at most {@link #MOST_EVIDENCE}
 */
public record Rise(
        String actor, String name, ActorType type, YearMonth month, long articles, long before, List<String> evidence) {

    /** The history that a month is held against, in months. */
    public static final int MONTHS = 12;

    /** With fewer articles nobody rises. */
    public static final long LEAST_ARTICLES = 5;

    /** So many articles are named. */
    public static final int MOST_EVIDENCE = 3;

    private static final double HUNDREDTHS = 100;

    /** Copies the list. */
    public Rise {
        evidence = List.copyOf(evidence);
    }

    /** Whether so many articles after so many before are a rise. */
    public static boolean is(long articles, long before) {
        return articles >= LEAST_ARTICLES && articles * MONTHS > before + 1;
    }

    /** The measure, in hundredths: 3.5 is three and a half times the average month. */
    public double rise() {
        return Math.round(articles * MONTHS * HUNDREDTHS / (before + 1)) / HUNDREDTHS;
    }
}
