package kroniek.language.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kroniek.domain.Article;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.domain.TemporalExpression.Anchor;
import kroniek.language.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every expression says what its value was computed from. */
class AnchorsTest {

    private static final DateFinder FINDER = DateFinder.load();

    /** A line: publication, text, and for each expression its words and its anchor, a place in the text by its words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // itself
                "2018-02-07 | Zij werd op 12 juni 2017 benoemd. | 12 juni 2017: explicit",
                "2018-02-07 | Het is van begin jaren negentig. | begin jaren negentig: explicit",
                "2018-02-07 | Zo ging het in de zeventiende eeuw. | zeventiende eeuw: explicit",
                "2018-02-07 | De oorlog duurde van 1939 tot 1945. | 1939 tot 1945: explicit",
                "2018-02-07 | Dat was van 25 april tot en met 2 mei 2016. | 25 april tot en met 2 mei 2016: explicit",
                // the publication date
                "2018-02-07 | Hij kwam gisteren aan. | gisteren: publication",
                "2018-02-07 | Dinsdag om 22.15 uur brak brand uit. | Dinsdag om 22.15 uur: publication",
                "2018-02-07 | De zitting begint om 20 uur. | 20 uur: publication",
                "2018-02-07 | Zij trok tien dagen geleden weg. | tien dagen geleden: publication",
                "2018-02-07 | Vorig jaar won hij. | Vorig jaar: publication",
                "2018-02-07 | Dat was op 5 december vorig jaar. | 5 december vorig jaar: publication",
                "2018-02-07 | De feesten duren van 3 tot 5 mei. | 3 tot 5 mei: publication",
                // another expression
                "2018-02-07 | In oktober 2017 trad hij af. Twee maanden later keerde hij terug. | oktober 2017: explicit; "
                        + "Twee maanden later: oktober 2017",
                "2018-02-07 | Hij viel op 31 december 2016. De volgende dag stond hij op. | 31 december 2016: explicit; "
                        + "volgende dag: 31 december 2016",
                "2018-02-07 | Zij werd op 12 juni 2017 gekozen. Diezelfde dag bedankte zij. | 12 juni 2017: explicit; "
                        + "Diezelfde dag: 12 juni 2017",
                "2018-02-07 | Dinsdag brak brand uit. Om 22.15 uur kwam de brandweer. | Dinsdag: publication; "
                        + "22.15 uur: Dinsdag",
                "2018-02-07 | In 2015 won zij in maart de titel. | 2015: explicit; maart: 2015",
                "2018-02-07 | Om 12.15 uur viel de stroom uit. Zes minuten later was er weer licht. | 12.15 uur: publication; "
                        + "Zes minuten later: 12.15 uur",
                "2018-02-07 | ‘Vandaag stop ik’, zei de coach dinsdag. | Vandaag: dinsdag; dinsdag: publication",
                // nothing
                "2018-02-07 | Het duurde twee jaar. | twee jaar: none",
                "2018-02-07 | Elke dinsdag is er markt. | Elke dinsdag: none",
                "2018-02-07 | Onlangs sloot de winkel. | Onlangs: none",
                // a dateline
                "2018-02 | Kop van het stuk¶07 februari 2018¶¶Hij kwam gisteren aan. | 07 februari 2018: explicit; "
                        + "gisteren: dateline 07 februari 2018",
                "2018-03 | DEN HAAG, 14 MAART. Het kabinet viel gisteren. | 14 MAART: publication; "
                        + "gisteren: dateline 14 MAART"
            })
    void anExpressionSaysWhatItsValueWasComputedFrom(String published, String marked, String expected) {
        String text = marked.replace('¶', '\n');
        assertThat(found(published, text).stream()
                        .map(e -> e.text() + ": " + shown(text, e.anchor()))
                        .toList())
                .isEqualTo(List.of(expected.split("; ", -1)));
    }

    private static List<TemporalExpression> found(String published, String text) {
        PublicationDate date =
                new PublicationDate(PartialDate.parse(published).orElseThrow(), PublicationDate.Source.HEADER);
        return FINDER.find(new Article("a", date, null, null, text, Span.NONE, null, null), Text.of(text))
                .expressions();
    }

    private static String shown(String text, Anchor anchor) {
        Span span = anchor.span();
        String words = span == null ? "" : text.substring(span.start(), span.end());
        return switch (anchor.kind()) {
            case TEXT -> words;
            case DATELINE -> "dateline " + words;
            default -> anchor.kind().code();
        };
    }
}
