package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kroniek.article.Format;
import kroniek.article.InputForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuietTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-23T12:00:00.123Z");

    private final Quiet quiet = new Quiet(Duration.ofMillis(250), Duration.ofMillis(1000));

    @Test
    void aFileThatWasWrittenInOneGoNeedsOnlyAMoment() {
        assertThat(isYoung(file(700, WRITTEN), 249)).isTrue();
        assertThat(quiet.ripe()).isEqualTo(WRITTEN.plusMillis(250));
        assertThat(isYoung(file(700, WRITTEN), 250)).isFalse();
        assertThat(quiet.ripe()).as("nothing waits").isNull();
    }

    @Test
    void aFileThatGrewWhileItWaitedNeedsLonger() {
        Instant again = WRITTEN.plusMillis(200);
        assertThat(isYoung(file(700, WRITTEN), 100)).isTrue();
        assertThat(isYoung(file(900, again), 300)).isTrue();
        assertThat(isYoung(file(900, again), 1199)).isTrue();
        assertThat(quiet.ripe()).isEqualTo(again.plusMillis(1000));
        assertThat(isYoung(file(900, again), 1200)).isFalse();
    }

    @Test
    void aFileThatWasSeenWhileItWasWrittenInOneGoNeedsOnlyAMoment() {
        Instant begun = WRITTEN.minusMillis(300);
        Instant nearly = WRITTEN.minusMillis(40);
        assertThat(isYoung(file(0, begun), -290))
                .as("created, and nothing written yet")
                .isTrue();
        assertThat(isYoung(file(5000, nearly), -30)).isTrue();
        assertThat(isYoung(file(9000, WRITTEN), 10)).isTrue();
        assertThat(isYoung(file(9000, WRITTEN), 250)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4096, 8192, 65_536})
    void aFileThatEndsWhereAPieceOfWritingEndsNeedsLonger(long size) {
        assertThat(isYoung(file(size, WRITTEN), 999)).isTrue();
        assertThat(isYoung(file(size, WRITTEN), 1000)).isFalse();
    }

    @Test
    void aTimeThatIsOnlyPreciseToTheSecondNeedsLonger() {
        Instant coarse = Instant.parse("2026-11-23T12:00:00Z");
        assertThat(isYoung(file(700, coarse), 800)).isTrue();
        assertThat(isYoung(file(700, coarse), 877)).isFalse();
    }

    @Test
    void aFileThatChangedWhileItWasReadNeedsLonger() {
        quiet.beginPass(WRITTEN.plusMillis(250));
        quiet.changed(file(700, WRITTEN));
        Instant again = WRITTEN.plusMillis(260);
        assertThat(isYoung(file(900, again), 900)).isTrue();
        assertThat(isYoung(file(900, again), 1260)).isFalse();
    }

    @Test
    void aTimeALittleInTheFutureWaitsAndOneFarAheadSaysNothing() {
        assertThat(isYoung(file(700, WRITTEN), -999)).isTrue();
        assertThat(isYoung(file(700, WRITTEN), -1000)).isFalse();
    }

    private boolean isYoung(FoundFile file, long millisAfterItWasWritten) {
        quiet.beginPass(WRITTEN.plusMillis(millisAfterItWasWritten));
        return quiet.isYoung(file);
    }

    private static FoundFile file(long size, Instant modified) {
        return new FoundFile("a.txt", new InputForm(Format.TEXT, false), size, modified, null);
    }
}
