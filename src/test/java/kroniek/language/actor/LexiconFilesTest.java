package kroniek.language.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import kroniek.domain.ActorType;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconFilesTest {

    private final LexiconBuilder builder = new LexiconBuilder();

    private static Line line(String text) {
        return DataFile.of("test.tsv", "# heading\n" + text.replace("~", "\t"))
                .lines()
                .get(0);
    }

    private Countries countries() {
        WordLists.load(builder.vocabulary);
        return CountryFiles.load(builder);
    }

    @Test
    void everyIsoCountryIsACountryOrATerritory() {
        Countries countries = countries();
        long places = Rows.of("territories.tsv").size();
        assertThat(countries.byCode()).hasSize(Locale.getISOCountries().length - (int) places + 5);
        assertThat(countries.of("KOR").name()).isEqualTo("Zuid-Korea");
        assertThat(countries.has("GUM")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            ABX~- => neither an ISO 3166-1
            BEL~-~Belg => no adjective in -s, -isch or -e
            BEL~-~-~Belgen => no people
            BEL => fields between tabs
            """)
    void aWrongCountryIsRefusedWithFileAndLine(String row, String problem) {
        assertThatThrownBy(() -> new CountryFiles(builder).country(line(row)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("test.tsv:2: ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            Kwik~Kwik!~firm => is no id
            Kwik~-~shop => is no sector
            Kwik~-~firm~QQQ => is no country
            Frankrijk~france-firm~firm => stands already in actors/countries.tsv
            Kwik~-~firm~-~Kwak; Kwak => stands twice
            Kwik~FRA~firm => is no id
            """)
    void aWrongOrganisationIsRefusedWithFileAndLine(String row, String problem) {
        Countries countries = countries();
        assertThatThrownBy(() -> OrganisationFiles.read(builder, countries, line(row)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("test.tsv:2: ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            Jo Kwik~-~3 => the fame is 0, 1 or 2
            Jo Kwik~-~1~-~FRA president 2012-13..2014-01 => month that does not exist
            Jo Kwik~-~1~-~FRA president 2012-05..2011-01 => ends before it begins
            Jo Kwik~-~1~-~QQQ president 2012-05.. => is neither the ISO 3166-1 alpha-3 code of a country nor the id of
            Jo Kwik~-~1~-~FRA opperhoofd 2012-05.. => is no post
            Jo Kwik~-~1~-~president since 2012 => is no office
            """)
    void aWrongPersonIsRefusedWithFileAndLine(String row, String problem) {
        Countries countries = countries();
        PersonFiles files = new PersonFiles(builder, Posts.load(builder.vocabulary), countries);
        assertThatThrownBy(() -> files.read(line(row)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("test.tsv:2: ")
                .hasMessageContaining(problem);
    }

    @Test
    void oneIdHasOneRow() {
        Countries countries = countries();
        OrganisationFiles.read(builder, countries, line("Kwik~-~firm"));
        assertThatThrownBy(() -> OrganisationFiles.read(builder, countries, line("Kwak~kwik~firm")))
                .hasMessage("test.tsv:2: the id kwik stands already in test.tsv:2");
    }

    @Test
    void aListHasSingleWordsOnce() {
        assertThatThrownBy(() -> WordLists.read(builder.vocabulary, WordClass.ROLE, line("baas baas")))
                .hasMessageContaining("stands twice in the list role");
        assertThatThrownBy(() -> WordLists.read(builder.vocabulary, WordClass.ROLE, line("vice-baas")))
                .hasMessageContaining("more than one word");
    }

    @Test
    void theWholeLexiconLoadsAndNoIdHasABar() {
        assertThat(Lexicon.load(List.of()).actors().values())
                .hasSizeGreaterThan(2000)
                .allSatisfy(actor -> assertThat(actor.id()).matches("[A-Z]{3}|[a-z0-9-]+"))
                .allSatisfy(actor -> assertThat(actor.type() == ActorType.COUNTRY)
                        .isEqualTo(actor.id().matches("[A-Z]{3}")));
    }

    @ParameterizedTest
    @CsvSource({
        "Duits,Duitse",
        "Russisch,Russische",
        "Chinees,Chinese",
        "Portugees,Portugese",
        "Indiaas,Indiase",
        "Zwitsers,Zwitserse"
    })
    void demonymsAreInflected(String brief, String inflected) {
        assertThat(Demonyms.forms(brief)).containsExactly(brief, inflected);
    }

    @Test
    void aDemonymInItsLongFormHasNoOther() {
        assertThat(Demonyms.forms("Leidse")).containsExactly("Leidse");
        assertThat(Demonyms.forms("Belg")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Recep Tayyip Erdoğan,recep-tayyip-erdogan",
        "L'Oréal,loreal",
        "Kim Jong-un,kim-jong-un",
        "AB | CD,ab-cd",
        "Łódź Øre,lodz-ore",
        "Straße,strasse"
    })
    void aSlugIsLowerCaseAsciiWithHyphens(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void aNameWithoutLatinLettersHasAStableSlugToo() {
        assertThat(Slug.of("Привет")).isEqualTo(Slug.of("Привет")).matches("u(-[0-9a-f]+)+");
        assertThat(Slug.of("|||")).isEqualTo("u");
    }
}
