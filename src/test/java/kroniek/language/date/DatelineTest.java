package kroniek.language.date;

import static org.assertj.core.api.Assertions.assertThat;

import kroniek.domain.Article;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.PublicationDate.Source;
import kroniek.domain.Span;
import kroniek.language.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dateline refines the publication date within what the header says, and is one expression with its clock. */
class DatelineTest {

    private static final DateFinder FINDER = DateFinder.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018-02 | Kop¶¶07 februari 2018¶¶12u16¶¶Tekst. | 2018-02-07T12:16",
                "2018-02 | Kop¶07 februari 2018¶Tekst. | 2018-02-07",
                "2018-02 | Kop¶07-02-2018¶Tekst. | 2018-02-07",
                "2018-01 | Kop¶zo 07 jan 2018, 12:16¶Tekst. | 2018-01-07T12:16",
                "2018-02 | Kop¶Gepubliceerd op 7 februari 2018 om 12.16 uur¶Tekst. | 2018-02-07T12:16",
                "2018-02 | Kop¶Door Jan Jansen, 7 februari 2018¶Tekst. | 2018-02-07",
                "2018-02-07 | Kop¶7 februari 2018 om 9u¶Tekst. | 2018-02-07T09:00",
                "1998-03 | DEN HAAG, 14 MAART. Het kabinet viel. | 1998-03-14",
                "1998-03 | ROTTERDAM, 3 mrt. Het kabinet viel. | 1998-03-03",
                "1999-06 | Kop¶¶BRUSSEL (1/6/1999) - De ministers zijn dinsdag afgetreden. | 1999-06-01",
                "2009-01 | Kop¶¶Amsterdam, 28 januari 2009 – De omzet van de firma is gestegen. | 2009-01-28",
                "2009-01 | Kop¶¶Gent, 28 januari - De omzet van de firma is gestegen. | 2009-01-28",
                "2015-09 | Kop¶Dinsdag 15 september 2015 om 13.05 uur • Van onze verslaggever¶¶Tekst. | 2015-09-15T13:05",
                "2018-07 | Kop¶Zaterdag 7 juli 2018 - 10u20¶¶Tekst. | 2018-07-07T10:20",
                "2018-07 | Kop¶7 juli 2018, 10.20 uur, laatste update 7 juli 2018, 12.05 uur¶¶Tekst. | 2018-07-07T10:20",
                "2018-07 | Kop¶Laatste update: 07-07-2018 om 12:05¶¶Tekst. | 2018-07-07T12:05",
                "2018-07 | Kop¶Geplaatst: 7 juli 2018, 10:20 - Laatst bijgewerkt: 8 juli 2018, 12:05¶Tekst. | 2018-07-07T10:20"
            })
    void refines(String header, String text, String refined) {
        assertThat(published(header, text))
                .isEqualTo(new PublicationDate(PartialDate.parse(refined).orElseThrow(), Source.DATELINE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018-02 | Kop¶¶07 maart 2018¶¶Tekst.",
                "2018-02-08 | Kop¶¶07 februari 2018¶¶Tekst.",
                "2018-02 | Kop¶¶Op 7 februari 2018 viel het kabinet over de begroting.¶¶Tekst.",
                "2018-02 | Kabinet valt op 7 februari 2018¶¶Tekst.",
                "2018-02 | Kop¶¶De minister vertrekt op 7 februari 2018.",
                "2018-02 | Kop¶¶30 februari 2018¶¶Tekst.",
                "2018-02 | Kop¶¶In Brussel, op 7 februari 2018 - een woensdag - viel het kabinet.",
                "1998-03 | DEN HAAG, 14 APRIL. Het kabinet viel."
            })
    void doesNotRefine(String header, String text) {
        assertThat(published(header, text).source()).isEqualTo(Source.HEADER);
    }

    @Test
    void isOneExpressionWithTheClockOnTheNextLine() {
        assertThat(find("2018-02", "Kop\n\n07 februari 2018\n\n12u16\n\nTekst vandaag.")
                        .expressions())
                .extracting(e -> e.text() + " " + e.value())
                .containsExactly("07 februari 2018\n\n12u16 2018-02-07T12:16", "vandaag 2018-02-07");
    }

    @Test
    void neverReadsTheHeaderItself() {
        String text = " date 2018-02-07 Kop";
        PublicationDate date =
                new PublicationDate(PartialDate.parse("2018-02-07").orElseThrow(), Source.HEADER);
        Article article = new Article("a", date, null, null, text, new Span(0, 16), null, null);
        assertThat(FINDER.find(article, Text.of(text)).expressions()).isEmpty();
    }

    private static PublicationDate published(String header, String text) {
        return find(header, text.replace('¶', '\n')).published();
    }

    private static DateFinder.Dates find(String header, String text) {
        PublicationDate date = new PublicationDate(PartialDate.parse(header).orElseThrow(), Source.HEADER);
        return FINDER.find(new Article("a", date, null, null, text, Span.NONE, null, null), Text.of(text));
    }
}
