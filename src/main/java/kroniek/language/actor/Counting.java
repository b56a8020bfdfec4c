package kroniek.language.actor;

import java.util.Arrays;
import java.util.function.IntPredicate;
import kroniek.domain.ActorType;
import kroniek.domain.Mention;
import kroniek.language.text.Text.Kind;

/** Which mentions count for nobody although they name an actor: source labels, mere channels, makers inside product names. */
final class Counting {

    private static final String[] OWNERS = {"een", "mijn", "zijn", "haar"};

    private final Page page;
    private final Zones zones;
    private final IntPredicate product;

    /** @param product whether the name of a product that no list has begins at a token */
    Counting(Page page, Zones zones, IntPredicate product) {
        this.product = product;
        this.page = page;
        this.zones = zones;
    }

    /** The mention of a resolved name, counted or not. */
    Mention mention(Name name, Find find) {
        String rule = exception(name, find);
        return rule.isEmpty() ? find.mention(page, name, true, find.rule()) : find.mention(page, name, false, rule);
    }

    private String exception(Name name, Find find) {
        if (zones.label(name.first())) {
            return "source-label";
        }
        Match match = name.match();
        if (match == null || find.type() != ActorType.ORGANISATION) {
            return "";
        }
        return switch (match.sense().sector()) {
            case MEDIUM -> bracketed(name) ? "source-label" : channel(name) ? "channel" : "";
            case PLATFORM -> before(name, "via") || before(name, "op") ? "channel" : "";
            case MAKER -> model(name.last()) || specimen(name) ? "maker-of-product" : "";
            default -> "";
        };
    }

    /** {@code via de BBC}, {@code hoorde op Studio Brussel}; not {@code kritiek op}. */
    private boolean channel(Name name) {
        int first = name.first();
        boolean article =
                page.sameSentence(first - 2, first) && page.text.word(first - 1).equals("de");
        return before(name, "via")
                || (article && page.text.word(first - 2).equalsIgnoreCase("via"))
                || (before(name, "op")
                        && (page.is(first, WordClass.CHANNEL) || page.is(name.last(), WordClass.CHANNEL))
                        && !page.is(first - 2, WordClass.POWER, first)
                        && !page.is(first - 2, WordClass.MOOD, first));
    }

    private boolean before(Name name, String word) {
        return page.sameSentence(name.first() - 1, name.first())
                && page.text.word(name.first() - 1).equalsIgnoreCase(word);
    }

    /** {@code (ANP)}, {@code (ANP/Reuters)}: the agency that an article comes from. */
    private boolean bracketed(Name name) {
        boolean opened =
                page.sign(name.first() - 1, '(', name.first()) || page.sign(name.first() - 1, '/', name.first());
        boolean closed = page.sign(name.last() + 1, ')', name.last()) || page.sign(name.last() + 1, '/', name.last());
        return opened && closed;
    }

    /** {@code een BMW}, {@code met zijn Ferrari}: one of what it makes; not {@code een Boeing-topman}. */
    private boolean specimen(Name name) {
        int next = name.last() + 1;
        boolean noun = page.sameSentence(next, name.last())
                && (page.hyphenAfter(name.last())
                        || page.shape(next).named()
                        || page.is(next, WordClass.ROLE)
                        || page.is(next, WordClass.TAIL)
                        || page.is(next, WordClass.ORGANISATION_NOUN));
        return !noun && Arrays.stream(OWNERS).anyMatch(word -> before(name, word));
    }

    /** Whether a number is an amount of something and no model: betaalt Microsoft 196 dollar, 26,2 miljard. */
    private boolean amount(int number) {
        boolean fraction = page.sameSentence(number + 2, number)
                && (page.text.is(number + 1, ',') || page.text.is(number + 1, '.'))
                && !page.text.spaceBefore(number + 2)
                && page.text.kind(number + 2) == Kind.NUMBER;
        return fraction
                || page.is(number + 1, WordClass.UNIT, number)
                || page.is(number + 1, WordClass.QUANTITY, number)
                || page.sign(number + 1, '%', number);
    }

    /** Whether the name of a model follows: A320, 737, Model 3. */
    private boolean model(int last) {
        int next = last + 1;
        if (page.sign(next, '-', last) && page.hyphenAfter(last)) {
            next++;
        }
        if (!page.sameSentence(next, last)) {
            return false;
        }
        boolean number = page.text.kind(next) == Kind.NUMBER && !amount(next);
        boolean mixed = page.shape(next) != Shape.LOWER
                && page.shape(next) != Shape.OTHER
                && page.sameSentence(next + 1, last)
                && page.text.kind(next + 1) == Kind.NUMBER
                && !page.text.spaceBefore(next + 1);
        boolean listed = page.is(next, WordClass.MODEL) && page.shape(next) != Shape.LOWER;
        return number || mixed || listed || product.test(next);
    }
}
