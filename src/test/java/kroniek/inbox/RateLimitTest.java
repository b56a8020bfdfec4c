package kroniek.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateLimit rate = new RateLimit(4, nanos::get);

    private void taken(int times) {
        for (int i = 0; i < times; i++) {
            assertThatCode(rate::take).doesNotThrowAnyException();
        }
    }

    private NotTakenException refused() {
        NotTakenException refused = catchThrowableOfType(NotTakenException.class, rate::take);
        assertThat(refused.kind()).isEqualTo(NotTakenException.Kind.TOO_MANY);
        return refused;
    }

    @Test
    void tenSecondsWorthMayComeAtOnceAndThenSoManyASecond() {
        taken(40);
        refused();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        taken(4);
        refused();
    }

    @Test
    void aLongRestAllowsNoMoreThanThat() {
        nanos.addAndGet(Duration.ofDays(1).toNanos());

        taken(40);
        refused();
    }

    @Test
    void whoWaitsAsLongAsIsSaidMayGoOn() {
        taken(40);

        nanos.addAndGet(Duration.ofSeconds(refused().retryAfterSeconds()).toNanos());

        taken(8);
    }
}
