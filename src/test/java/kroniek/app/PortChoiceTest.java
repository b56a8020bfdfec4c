package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortChoiceTest {

    @Test
    void whoeverChoosesMeanwhileGetsAnother() {
        int preferred = PortChoice.free();

        try (PortChoice first = PortChoice.of(preferred);
                PortChoice second = PortChoice.of(preferred)) {
            assertThat(first.port()).isEqualTo(preferred);
            assertThat(second.port()).isNotEqualTo(preferred);
        }
        try (PortChoice later = PortChoice.of(preferred)) {
            assertThat(later.port()).isEqualTo(preferred);
        }
    }

    @Test
    void wherePreferredIsTakenItIsAnyThatIsFree() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PortChoice choice = PortChoice.of(taken.getLocalPort())) {
            assertThat(choice.port()).isPositive().isNotEqualTo(taken.getLocalPort());
        }
    }
}
