package kroniek.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kroniek.article.Sha256;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final ActorMonth BELGIUM = row("BEL", "België", 3);
    private static final String CANONICAL =
            "{\"actor\":\"BEL\",\"name\":\"België\",\"type\":\"COUNTRY\",\"month\":\"2018-02\","
                    + "\"mentions\":3,\"articles\":2,\"first\":\"2018-02\",\"last\":\"2018-02-07T12:16\","
                    + "\"mentionsWithoutCopies\":3,\"articlesWithoutCopies\":2}";

    static ActorMonth row(String actor, String name, long mentions) {
        return new ActorMonth(
                actor,
                name,
                ActorType.COUNTRY,
                YearMonth.of(2018, 2),
                mentions,
                2,
                PartialDate.parse("2018-02").orElseThrow(),
                PartialDate.parse("2018-02-07T12:16").orElseThrow());
    }

    @Test
    void theCanonicalFormIsThisLine() {
        assertThat(Digest.canonical(BELGIUM)).isEqualTo(CANONICAL);
        assertThat(Digest.canonical(row("x", "Citaat \" 😀", 1))).contains("\"name\":\"Citaat \\\" 😀\"");
    }

    @Test
    void theDigestOfOneRowIsItsHashAndThatOfNoneZero() {
        assertThat(Digest.of(List.of())).isEqualTo("0".repeat(64));
        assertThat(Digest.of(List.of(BELGIUM))).isEqualTo(Sha256.of(CANONICAL.getBytes(UTF_8)));
    }

    @Test
    void theDigestIsTheSumOfTheHashesModuloTwoToThe256() {
        List<ActorMonth> rows = new ArrayList<>();
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < 20; i++) {
            ActorMonth row = row("a" + i, "A", 1 + i);
            rows.add(row);
            sum = sum.add(new BigInteger(Sha256.of(Digest.canonical(row).getBytes(UTF_8)), 16));
        }
        assertThat(sum.bitLength()).as("the sum overflows").isGreaterThan(256);

        assertThat(new BigInteger(Digest.of(rows), 16)).isEqualTo(sum.mod(BigInteger.TWO.pow(256)));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatterAndEveryFieldDoes() {
        List<ActorMonth> rows =
                new ArrayList<>(List.of(BELGIUM, row("FRA", "Frankrijk", 1), row("DEU", "Duitsland", 9)));
        String digest = Digest.of(rows);
        Collections.shuffle(rows, new Random(7));

        assertThat(Digest.of(rows)).isEqualTo(digest);
        assertThat(Digest.of(List.of(BELGIUM))).isNotEqualTo(Digest.of(List.of(row("BEL", "België", 4))));
        assertThat(Digest.of(List.of(BELGIUM))).isNotEqualTo(Digest.of(List.of(row("BEL", "Belgie", 3))));
    }
}
