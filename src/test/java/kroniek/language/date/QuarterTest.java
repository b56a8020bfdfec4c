package kroniek.language.date;

import static org.assertj.core.api.Assertions.assertThat;

import kroniek.language.text.DataFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quarter or half without its year is the last one that began, unless its verb looks ahead; firms report it once it is over. */
class QuarterTest {

    private static final DateFinder FINDER = DateFinder.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-02-07 | De winst daalde in het [vierde kwartaal]. | 2017-Q4",
                "2018-02-07 | De winst daalde in het [eerste kwartaal]. | 2018-Q1",
                "2018-02-07 | Voor het [vierde kwartaal] verwacht het bedrijf minder winst. | 2018-Q4",
                "2018-05-07 | Het bedrijf boekt in het [eerste kwartaal] meer winst. | 2018-Q1",
                "2018-05-07 | In het [derde kwartaal] zal de winst dalen. | 2018-Q3",
                "2018-11-07 | Voor het [eerste kwartaal] zal het bedrijf geen verwachting geven. | 2019-Q1",
                "2018-02-07 | De omzet was hoger dan in het [derde kwartaal]. | 2017-Q3",
                "2018-02-07 | De [tweede jaarhelft] viel tegen. | 2017-H2",
                "2018-02 | De winst daalde in het [vierde kwartaal], na groei [een jaar eerder]. | 2017-Q4 ; 2016-Q4",
                "2018-02-07 | Het [vierde kwartaal] was goed, [drie maanden eerder] was het minder. | 2017-Q4 ; 2017-Q3",
                "2018-02-07 | Het verlies was het derde kwartaal op rij kleiner."
            })
    void liesByTheVerbOfItsClause(String line) {
        Example example = Example.of(DataFile.of("QuarterTest", line).lines().get(0), line);
        assertThat(Example.shown(example.found(FINDER))).isEqualTo(example.expected());
    }
}
