package kroniek.language.date;

import static org.assertj.core.api.Assertions.assertThat;

import kroniek.language.text.DataFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a live blog a clock time opens a line; it is of the day of publication or of the one that the blog speaks of. */
class LiveBlogTest {

    private static final DateFinder FINDER = DateFinder.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-02-07 | Liveblog¶¶[21.45] - Dit was het.¶¶[19.02] - De premier is er. | 2018-02-07T21:45 ; 2018-02-07T19:02",
                "2018-02-07 | Liveblog¶¶[23u34] Afgelopen!¶¶[9u05] De bus rijdt. | 2018-02-07T23:34 ; 2018-02-07T09:05",
                "2018-02-07 | Liveblog¶¶[14:05]: De minister komt.¶¶[13:50] De Kamer wacht.¶¶[12.15]¶Het begint. | 2018-02-07T14:05 ; 2018-02-07T13:50 ; 2018-02-07T12:15",
                "2018-02-07 | Liveblog¶¶[16 uur] Scholen gaan dicht.¶¶[15.20 uur]: De eed. | 2018-02-07T16:00 ; 2018-02-07T15:20",
                "2018-02-07 | Liveblog¶¶[20u15] [Vanavond] volgt u hier de finale. | 2018-02-07T20:15 ; 2018-02-07TEV",
                "2018-02-07 | Liveblog¶¶[23u10] [Over vijf minuten] wisselen de ploegen. | 2018-02-07T23:10 ; 2018-02-07T23:15",
                "2018-02 | Liveblog¶¶[21.45] - Dit was het. | 2018-02-XXT21:45",
                "2018-02-07 | Prijzen¶¶12.30 euro per stuk¶¶20.15 procent korting¶¶3.20 meter lint",
                "2018-02-07 | Uitslagen¶¶Ajax - PSV 2-1¶¶Gent - Genk 20-18"
            })
    void readsTheClockThatOpensALine(String line) {
        Example example = Example.of(DataFile.of("LiveBlogTest", line).lines().get(0), line);
        assertThat(Example.shown(example.found(FINDER))).isEqualTo(example.expected());
    }
}
