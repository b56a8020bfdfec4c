package kroniek.language.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Random;
import kroniek.domain.Mention;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFilesTest {

    private static DataFile file(String name, String rows) {
        return DataFile.of(name, "# mine\n" + rows.replace("~", "\t"));
    }

    private static List<String> found(String rows, String text) {
        ActorFinder finder = ActorFinder.load(List.of(file("own.tsv", rows)));
        return finder.find(Marked.article("2018-05", text), Text.of(text), List.of()).mentions().stream()
                .map(OwnFilesTest::shown)
                .toList();
    }

    private static String shown(Mention mention) {
        return mention.text() + "|"
                + (mention.actor() == null ? "?" : mention.actor().id());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            persoon~Jo Kwik => a row begins with person, organisation, name or no-actor, not with 'persoon'
            person~Jo Kwik~- => this row has 3 fields between tabs, where 4 to 6 belong: person, name, id, fame
            person Jo Kwik - 1 => this row has no tab character; put tabs, not spaces, between its fields
            organisation~Kwik~-~firm~NLD~-~-~- => this row has 8 fields between tabs, where 4 to 7 belong
            name~BEL => this row has 2 fields between tabs, where 3 belong: name, id, further names
            no-actor~Kwik~Kwak => this row has 3 fields
            person~Jo Kwik~Jo Kwik~1 => 'Jo Kwik' is no id: lower-case ASCII words with hyphens between
            person~Jo Kwik~-~famous => the fame is 0, 1 or 2, not 'famous'
            person~Jo Kwik~-~1~-~FRA president 2014-01..2012-05 => ends before it begins
            person~Jo Kwik~-~1~-~FRA president 2014-13.. => a month that does not exist
            person~Jo Kwik~-~1~-~FRA chef 2014-01.. => 'chef' is no post; known are alderman,
            person~Jo Kwik~-~1~-~QQQ president 2014-01.. => 'QQQ' is neither the ISO 3166-1 alpha-3 code
            person~Jo Kwik~-~1~-~president of France => is no office: write country or organisation, post
            organisation~Kwik~-~shop => 'shop' is no sector; known are state, parliament
            organisation~Kwik~-~firm~Nederland => 'Nederland' is no country; write its ISO 3166-1 alpha-3 code
            name~jo-kwik~De Kwik => there is no actor with the id 'jo-kwik'; add one with a row that begins with person
            name~BEL~België => 'België' is a name of BEL already, in actors/countries.tsv
            organisation~Frankrijk~frankrijk-bv~firm => 'Frankrijk' means FRA already, in actors/countries.tsv
            organisation~Frankrijk~frankrijk-bv~firm => write ?Frankrijk if the article shall decide
            no-actor~Frankrijk => 'Frankrijk' is FRA in actors/countries.tsv
            no-actor~?Frankrijk => write !Frankrijk if your row shall count instead
            person~Barack Obama~-~1 => the id barack-obama stands already in actors/persons/
            person~Barack Obama~-~1 => a row that begins with name gives it further names
            organisation~Kwik~-~firm~-~Kwak;;Kwek => '' is no name; names stand between semicolons
            person~=~-~1 => '=' is no name
            person~~jo~1 => '' is no name
            name~BEL~- => this row has no name
            no-actor~... => '...' is no name
            """)
    void aWrongRowSaysWhereItStandsWhatIsWrongAndWhatToDo(String row, String problem) {
        assertThatThrownBy(() -> Lexicon.load(List.of(file("config/actors/own.tsv", row))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("config/actors/own.tsv:2: ")
                .hasMessageContaining(problem);
    }

    @Test
    void aRowThatStandsTwiceIsRefusedWithBothPlaces() {
        DataFile one = file("a.tsv", "organisation~Kwik~-~firm");
        DataFile same = file("b.tsv", "organisation~Kwik~-~firm");
        DataFile other = file("b.tsv", "organisation~?Kwik~kwik-two~firm");

        assertThatThrownBy(() -> Lexicon.load(List.of(one, same)))
                .hasMessageStartingWith("b.tsv:2: the id kwik stands already in a.tsv:2");
        assertThatThrownBy(() -> Lexicon.load(List.of(one, other)))
                .hasMessageStartingWith(
                        "b.tsv:2: 'Kwik' stands in another row of yours too, in a.tsv:2; mark both with ?");
    }

    @Test
    void aNameThatIsTooLongToCountIsRefused() {
        assertThatThrownBy(() -> Lexicon.load(List.of(file("own.tsv", "no-actor~" + "Kwik ".repeat(41)))))
                .hasMessageContaining("a name has 204 characters, the most is 200");
    }

    @Test
    void personsOrganisationsAndFurtherNamesAreFound() {
        String rows = """
                person~Jorrit Kwikstra~-~1~Jopie Kwikstra~NLD minister 2017-10..
                organisation~Zonmaat~-~firm~NLD~Coöperatie Zonmaat~ZMT
                name~BEL~het land van Kwik
                name~donald-trump~The Donald
                """;

        assertThat(found(rows, "Minister Kwikstra bezocht Zonmaat en ZMT. Jopie Kwikstra prees het land van Kwik."))
                .containsExactly(
                        "Kwikstra|jorrit-kwikstra",
                        "Zonmaat|zonmaat",
                        "ZMT|zonmaat",
                        "Jopie Kwikstra|jorrit-kwikstra",
                        "het land van Kwik|BEL");
        assertThat(found(rows, "The Donald sprak.")).containsExactly("The Donald|donald-trump");
        assertThat(Marked.found("2018-05", "Daar is Zonmaat.")).isEmpty();
    }

    @Test
    void whatIsNobodysIsNotFound() {
        String text = "De jury sprak over Kwikpad Award. De Rabobank zweeg.";

        assertThat(found("no-actor~Kwikpad Award; !Rabobank", text)).isEmpty();
        assertThat(found("", text)).contains("Rabobank|rabobank");
    }

    @Test
    void aNameWithAMarkSharesOrTakesOver() {
        String text = "In het museum sprak Ajax.";

        assertThat(found("", text)).containsExactly("Ajax|ajax");
        assertThat(found("organisation~!Ajax~ajax-museum~institute~NLD", text)).containsExactly("Ajax|ajax-museum");
        assertThat(found("organisation~?!Ajax~ajax-museum~institute~NLD", text)).containsExactly("Ajax|ajax-museum");
        assertThat(found("organisation~?Ajax~ajax-museum~institute~NLD", text)).containsExactly("Ajax|?");
    }

    @Test
    void anOrganisationMayShareTheSurnameOfAKnownPerson() {
        assertThat(found("organisation~?Rutte~rutte-bakery~firm~NLD", "De omzet van Rutte groeit."))
                .containsExactly("Rutte|rutte-bakery");
    }

    @Test
    void rowsOfAnyKindOfRubbishAreRefusedAndNothingElseHappens() {
        Random random = new Random(5);
        List<String> pieces = List.of(
                "person",
                "organisation",
                "name",
                "no-actor",
                "\t",
                "\t",
                "\t",
                "-",
                "?",
                "!",
                "?!",
                "/",
                "=",
                ";",
                "Jo",
                " ",
                "Kwik",
                "1",
                "firm",
                "BEL",
                "NLD minister 2017-10..",
                "\uD83D",
                "\u200B",
                "Ø",
                ".",
                "é");
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            StringBuilder rows = new StringBuilder(pieces.get(random.nextInt(4)));
            for (int n = random.nextInt(12); n > 0; n--) {
                rows.append(pieces.get(random.nextInt(pieces.size())));
            }
            Throwable thrown = catchThrowable(() -> Lexicon.load(List.of(DataFile.of("own.tsv", rows.toString()))));
            refused += thrown == null ? 0 : 1;
            if (thrown != null) {
                assertThat(thrown).as(rows.toString()).isInstanceOf(DataException.class);
            }
        }
        assertThat(refused).isBetween(10, 60);
    }
}
