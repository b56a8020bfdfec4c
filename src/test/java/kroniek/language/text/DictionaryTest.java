package kroniek.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A token is looked up once, when the text is cut. */
class DictionaryTest {

    private final Dictionary.Builder builder = new Dictionary.Builder();
    private final int minister = builder.add("minister");
    private final int year = builder.add("2018");
    private final int comma = builder.add(",");
    private final Dictionary dictionary = builder.build();

    @Test
    void caseDoesNotCount() {
        assertThat(numbers("minister Minister MINISTER mInIsTeR"))
                .containsExactly(minister, minister, minister, minister);
    }

    @Test
    void numbersAndSignsAreWordsToo() {
        assertThat(numbers("2018, 2019.")).containsExactly(year, comma, Dictionary.NONE, Dictionary.NONE);
    }

    @Test
    void aWordIsNotItsBeginningNorWhatItBegins() {
        assertThat(numbers("ministe ministers inister")).containsOnly(Dictionary.NONE);
    }

    @Test
    void tokensWithOtherCharactersAreLeftToWhoKnowsHowToCompareThem() {
        assertThat(numbers("mínister ministeré 2018\u0663 ` ’")).containsOnly(Dictionary.UNREAD);
    }

    @Test
    void aWordThatIsNotPlainIsNotTaken() {
        assertThat(builder.add("één")).isEqualTo(Dictionary.NONE);
        assertThat(builder.add("b2b")).isEqualTo(Dictionary.NONE);
        assertThat(builder.add("")).isEqualTo(Dictionary.NONE);
        assertThat(builder.size()).isEqualTo(3);
    }

    @Test
    void withoutADictionaryNothingIsLookedUp() {
        Text text = Text.of("minister 2018,");
        assertThat(text.number(0)).isEqualTo(Dictionary.UNREAD);
        assertThat(text.number(1)).isEqualTo(Dictionary.UNREAD);
        assertThat(text.number(2)).isEqualTo(Dictionary.UNREAD);
    }

    private int[] numbers(String string) {
        Text text = Text.of(string, dictionary);
        int[] numbers = new int[text.size()];
        for (int token = 0; token < numbers.length; token++) {
            numbers[token] = text.number(token);
        }
        return numbers;
    }
}
