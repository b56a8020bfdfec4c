package kroniek.language.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.Span;
import kroniek.language.text.Text;

/** Text with its mentions in brackets: {@code De [Franse|FRA|demonym] president}, {@code [Parijs|-]} for what is not counted. */
final class Marked {

    private static final Pattern MARK = Pattern.compile("\\[([^\\]|\\[]+)\\|([^\\]|]*)(?:\\|([^\\]|]*))?\\]");

    private static final ActorFinder FINDER = ActorFinder.load(List.of());

    private Marked() {}

    /** The text without its marks. */
    static String plain(String marked) {
        return MARK.matcher(marked).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
    }

    /** The marks as {@code text|id|form}; {@code text|-} for those not counted. */
    static List<String> marks(String marked) {
        List<String> marks = new ArrayList<>();
        Matcher m = MARK.matcher(marked);
        while (m.find()) {
            marks.add(m.group(2).equals("-") ? m.group(1) + "|-" : m.group(1) + "|" + m.group(2) + "|" + m.group(3));
        }
        return marks;
    }

    /** What the finder finds, written like the marks. */
    static List<String> found(String month, String text) {
        List<String> found = new ArrayList<>();
        for (Mention m : find(month, text).mentions()) {
            found.add(
                    m.counted() && m.actor() != null
                            ? m.text() + "|" + m.actor().id() + "|" + m.form().code()
                            : m.text() + "|-");
        }
        return found;
    }

    /** What the finder finds in a text published in a month. */
    static ActorFinder.Actors find(String month, String text) {
        return FINDER.find(article(month, text), Text.of(text), List.of());
    }

    static Article article(String month, String text) {
        PartialDate date = PartialDate.parse(month).orElseThrow();
        PublicationDate published = new PublicationDate(date, PublicationDate.Source.HEADER);
        return new Article("test", published, null, null, text, Span.NONE, null, null);
    }
}
