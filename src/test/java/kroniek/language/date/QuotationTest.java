package kroniek.language.date;

import static org.assertj.core.api.Assertions.assertThat;

import kroniek.language.text.DataFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a quotation "vandaag" is the day on which it was spoken, where the text says which; else that of publication. */
class QuotationTest {

    private static final DateFinder FINDER = DateFinder.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-02-07 | 'Ik stop [vandaag]', zei de coach [maandag]. | 2018-02-05 ; 2018-02-05",
                "2018-02-07 | „[Morgen] beginnen we”, zei de kersverse voorzitter van de club [maandag]. | 2018-02-06 ; 2018-02-05",
                "2018-02-07 | '[Gisteren] was ik ziek', meldde hij [vrijdag 2 februari]. | 2018-02-01 ; 2018-02-02",
                "2018-02 | '[Morgen] wordt het beter', zei zij [dinsdag 20 februari]. | 2018-02-21 ; 2018-02-20",
                "2018-02 | '[Morgen] wordt het beter', zei zij [dinsdag]. | 2018-02-XX ; 2018-WXX-2",
                "2018-02-07 | 'Ik stop [vandaag]', zei de coach. [Maandag] verloor hij. | 2018-02-07 ; 2018-02-05",
                "2018-02-07 | Hij stopt [vandaag], zei de coach [maandag]. | 2018-02-07 ; 2018-02-05"
            })
    void isSeenFromTheDayOnWhichItWasSpoken(String line) {
        Example example = Example.of(DataFile.of("QuotationTest", line).lines().get(0), line);
        assertThat(Example.shown(example.found(FINDER))).isEqualTo(example.expected());
    }
}
