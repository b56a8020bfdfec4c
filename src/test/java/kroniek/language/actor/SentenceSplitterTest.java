package kroniek.language.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kroniek.domain.Span;
import kroniek.language.text.SentenceSplitter;
import kroniek.language.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    private static final SentenceSplitter SPLITTER = SentenceSplitter.load();

    private static List<String> split(String string) {
        Text text = Text.of(string);
        List<String> sentences = new ArrayList<>();
        for (Span span : SPLITTER.split(text, 0).spans(text)) {
            int from = string.offsetByCodePoints(0, span.start());
            sentences.add(string.substring(from, string.offsetByCodePoints(from, span.length())));
        }
        return sentences;
    }

    /** The border is marked by a bar. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hij kwam.| Zij ging.",
                "Wie zei dat?| Niemand!| En toch.",
                "Volgens dr. Jansen klopt het.| Prof. De Wit niet.",
                "J.P. Balkenende en A. de Boer kwamen.| Kok niet.",
                "Het kost 3.500 euro of 2,5 pond.| Veel.",
                "“Ik ga.”| Hij ging.",
                "“Ik ga weg!” zei hij.| Zij bleef.",
                "\"Waarom?\" vroeg zij.| \"Daarom.\"| Hij zweeg.",
                "Hij woont in de VS.| De buren ook.",
                "Er was brood, kaas, enz.| Toen ging hij.",
                "Op 3 jan. ging hij.| Het was koud…| Heel koud.",
                "In Washington D.C. sprak hij.",
                "Het was laat.| 's Avonds regende het.",
                "Zo gaat dat (zegt men).| Dus.",
            })
    void sentencesEndWhereAReaderSaysSo(String marked) {
        List<String> expected = new ArrayList<>();
        for (String part : marked.split("\\|", -1)) {
            expected.add(part.strip());
        }
        assertThat(split(marked.replace("|", ""))).isEqualTo(expected);
    }

    @Test
    void aHeadlineWithoutFullStopIsASentence() {
        assertThat(split("Brand in Almelo\nDe brandweer kwam.\n\nGeen gewonden\n\nEr was rook."))
                .containsExactly("Brand in Almelo", "De brandweer kwam.", "Geen gewonden", "Er was rook.");
    }

    @Test
    void aLineThatIsMerelyCutGoesOn() {
        String wrapped = """
                De gemeente heeft besloten dat de nieuwe brug over het kanaal er
                Komt zodra de provincie haar deel van de rekening heeft betaald en
                De aannemer genoeg mensen heeft. Dat kan nog een hele tijd duren zei
                Wethouder Jansen, die zelf ook niet weet hoe lang het duurt voordat
                Alles klaar is. Daarna volgt de weg.""";
        assertThat(split(wrapped)).hasSize(3);
    }
}
