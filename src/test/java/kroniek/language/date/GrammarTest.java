package kroniek.language.date;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.Dictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong word or rule file fails at load, and the complaint names file and line. */
class GrammarTest {

    private static final String RULE = "rule r¶match MONTH¶as point¶+ e¶- e";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class MONTH¶mei month=5¶mei month=5 | t.words:3: 'mei' is in this class already",
                "mei month=5 | t.words:1: an entry before the first 'class NAME'",
                "class month¶mei month=5 | t.words:1: 'month' is no name for a class",
                "class MONTH¶mei maand=5 | t.words:2: there is no slot 'maand'",
                "class MONTH¶mei month=vijf | t.words:2: 'month=vijf'",
                "class PART¶avond part=PM | t.words:2: 'part=PM': PM is none of",
                "class MONTH¶mei-juni month=5 | t.words:2: 'mei-juni' is not one token in lower case",
                "number DAY day 1-31 digits 1..2 | t.words:1: '1-31' is no range such as 1..31",
                "compound A = B + C | t.words:1: there is no class B above"
            })
    void wrongWords(String words, String complaint) {
        assertThatThrownBy(() -> grammar(List.of(file("t.words", words))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule r¶match MONDAY¶as point¶+ e¶- e | t.rules:2: there is no class MONDAY",
                "rule r¶match <clock>¶as point¶+ e¶- e | t.rules:2: <clock> is not defined above",
                "rule r¶match ( MONTH¶as point¶+ e¶- e | t.rules:2: a '(' without its ')'",
                "rule r¶match MONTH?¶as point¶+ e¶- e | t.rules:2: this pattern would match nothing at all",
                "rule r¶match near:MONTH MONTH¶as point¶+ e¶- e | t.rules:2: write after:",
                "rule r¶match MONTH¶as moment¶+ e¶- e | t.rules:3: 'moment' is none of",
                "rule r¶as point¶+ e¶- e | t.rules:1: the rule lacks its 'match' or its 'as'",
                "rule r¶match MONTH¶as point¶+ e | t.rules:1: the rule lacks an example",
                "rule r¶match MONTH¶as point¶as range¶+ e¶- e | t.rules:4: a rule has one meaning",
                "rule r¶pattern MONTH | t.rules:2: 'pattern' is none of",
                "match MONTH | t.rules:1: 'match' before the first rule",
                "define a MONTH | t.rules:1: write 'define name = pattern'",
                "define a = MONTH¶define a = MONTH | t.rules:2: <a> is defined already"
            })
    void wrongRules(String rules, String complaint) {
        assertThatThrownBy(() -> grammar(List.of(file("t.words", "class MONTH¶mei month=5"), file("t.rules", rules))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(complaint);
    }

    @Test
    void twoRulesOfOneNameAreAContradiction() {
        DataFile words = file("t.words", "class MONTH¶mei month=5");
        assertThatCode(() -> grammar(List.of(words, file("t.rules", RULE)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> grammar(List.of(words, file("t.rules", RULE + "¶" + RULE))))
                .hasMessageStartingWith("t.rules:6: there is a rule t.r already");
    }

    private static Grammar grammar(List<DataFile> files) {
        return Grammar.of(files, new Dictionary.Builder());
    }

    private static DataFile file(String name, String content) {
        return DataFile.of(name, content.replace('¶', '\n'));
    }
}
