package kroniek.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.lang.reflect.Proxy;
import java.time.Clock;
import kroniek.query.feed.Feed;
import kroniek.query.feed.MemoryLog;
import org.junit.jupiter.api.Test;

class StreamRouteTest {

    @Test
    void whereAnAnswerCannotGoOnByItselfNoPlaceIsTaken() {
        try (Feed feed = new Feed(new MemoryLog(), Clock.systemUTC(), new Frames())) {
            assertThatThrownBy(() -> new StreamRoute(feed).handle(requestThatCannotGoOn()))
                    .hasMessage("the request is over");

            assertThat(feed.following()).isZero();
        }
    }

    private static Context requestThatCannotGoOn() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (context, method, arguments) -> switch (method.getName()) {
                    case "queryString", "header" -> null;
                    case "method" -> HandlerType.GET;
                    case "future" -> throw new IllegalStateException("the request is over");
                    default -> context;
                });
    }
}
