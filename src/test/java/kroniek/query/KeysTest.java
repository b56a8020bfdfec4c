package kroniek.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final List<String> CHARACTERS =
            List.of("\u0000", "a", "b", "|", "ë", "€", "\uD7FF", "\uE000", "\uFFFD", "😀", "𝒳");

    @Test
    void theOrderOfKeysIsThatOfTheirBytesAlsoBehindTheBasicPlane() {
        Random random = new Random(2018);
        List<String> keys = Stream.generate(() -> random.ints(random.nextInt(5), 0, CHARACTERS.size())
                        .mapToObj(CHARACTERS::get)
                        .collect(Collectors.joining()))
                .limit(300)
                .toList();

        for (String one : keys) {
            for (String other : keys) {
                assertThat(Integer.signum(Keys.ORDER.compare(one, other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(Integer.signum(Arrays.compareUnsigned(utf8(one), utf8(other))));
            }
        }
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
