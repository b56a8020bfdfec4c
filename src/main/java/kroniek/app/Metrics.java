package kroniek.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kroniek.domain.Reconciliation;
import kroniek.domain.Reconciliation.Articles;
import kroniek.domain.Reconciliation.Files;
import kroniek.http.About;
import kroniek.stream.KroniekTopology;
import kroniek.stream.Watcher;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a running program, as Prometheus reads them. {@code docs/metrics.md} lists those of its own; beside them are those of Kafka Streams and
 * of the JVM. Labels come from lists that are known beforehand (states, reasons, kinds of actor) or from the topology, never from articles.
 *
 * <p>Counters count what this instance has read since it started. Gauges show the deployment as it is known now, and NaN where it is not.
 */
final class Metrics implements AutoCloseable {

    /** The last step of the topology: a record that arrives there has all others behind it. */
    private static final String LAST_STEP = KroniekTopology.WRITES + "actor-months";

    private static final double MILLIS = 1000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final VersionCounters counters = new VersionCounters(registry);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private @Nullable KafkaStreamsMetrics ofStreams;
    private volatile Known known = new Known(Optional.empty(), null);
    private volatile Supplier<Known> look = () -> known;

    /** What is known of the deployment when Prometheus asks. */
    private record Known(
            Optional<Reconciliation> figures, @Nullable About about) {}

    Metrics() {
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        file("found", Files::found);
        file("published", Files::published);
        file("unchanged", Files::unchanged);
        file("unreadable", Files::unreadable);
        file("waiting", Files::waiting);
        article("in-raw", Articles::inRaw);
        article("annotated", Articles::annotated);
        article("rejected", Articles::rejected);
        article("failed", Articles::failed);
        figure(
                "kroniek.ledger.balance",
                "Articles in raw less those that became something; 0 once it is idle",
                figures -> {
                    Articles articles = figures.articles();
                    return articles.inRaw() - articles.annotated() - articles.rejected() - articles.failed();
                });
        figure("kroniek.actor.months", "Actor months", figures -> figures.counts()
                .actorMonths());
        figure(
                "kroniek.actor.months.unproved",
                "Actor months whose count is not the sum of its evidence",
                figures -> figures.counts().unproved().size());
        figure("kroniek.in.flight", "Records still to be counted, at most", Reconciliation::inFlight);
        figure(
                "kroniek.reconciled",
                "1 where the figures agree, 0 while something is on its way, -1 where they do not",
                figures -> switch (figures.state()) {
                    case HOLDS -> 1;
                    case IN_FLIGHT -> 0;
                    case BROKEN -> -1;
                });
        about("kroniek.lag.records", "Offsets between what is committed and the ends", About::lag);
        about(
                "kroniek.newest.article.age.seconds",
                "How long ago the newest raw record was written",
                about -> about.newestArticle() == null
                        ? null
                        : about.newestArticle().ageSeconds());
    }

    /** Who counts what the streams read. */
    Watcher watcher() {
        return counters;
    }

    /**
     * Shows a running program; once.
     *
     * @param streams not yet started
     * @param figures the figures that must agree, as they are known when asked
     * @param about how far the program is, when asked; asked once for every reading of the metrics
     */
    void show(KafkaStreams streams, Supplier<Optional<Reconciliation>> figures, Supplier<About> about) {
        ofStreams = new KafkaStreamsMetrics(streams);
        ofStreams.bindTo(registry);
        latency(streams, "avg", "record-e2e-latency-avg");
        latency(streams, "max", "record-e2e-latency-max");
        look = () -> new Known(figures.get(), about.get());
    }

    /** The metrics in Prometheus' text format. */
    String text() {
        known = look.get();
        return registry.scrape();
    }

    private void latency(KafkaStreams streams, String statistic, String metric) {
        Gauge.builder("kroniek.latency.seconds", streams, running -> latency(running, metric))
                .description("From the writing of a raw record to the counts that it changed; of the slowest task")
                .tag("statistic", statistic)
                .register(registry);
    }

    private static double latency(KafkaStreams streams, String metric) {
        return streams.metrics().values().stream()
                        .filter(one -> one.metricName().name().equals(metric))
                        .filter(one -> LAST_STEP.equals(one.metricName().tags().get("processor-node-id")))
                        .mapToDouble(Metrics::number)
                        .filter(value -> !Double.isNaN(value))
                        .max()
                        .orElse(Double.NaN)
                / MILLIS;
    }

    private static double number(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private void file(String state, Function<Files, Long> number) {
        gauge(
                "kroniek.files",
                "Files of the watched folder, as of the last scan",
                Map.of("state", state),
                known -> known.figures().map(Reconciliation::files).map(number).orElse(null));
    }

    private void article(String state, Function<Articles, Long> number) {
        gauge("kroniek.articles", "Articles, by what became of them", Map.of("state", state), known -> known.figures()
                .map(Reconciliation::articles)
                .map(number)
                .orElse(null));
    }

    private void figure(String name, String description, Function<Reconciliation, Number> number) {
        gauge(name, description, Map.of(), known -> known.figures().map(number).orElse(null));
    }

    private void about(String name, String description, Function<About, @Nullable Number> number) {
        gauge(name, description, Map.of(), known -> known.about() == null ? null : number.apply(known.about()));
    }

    private void gauge(
            String name, String description, Map<String, String> labels, Function<Known, @Nullable Number> number) {
        Gauge.Builder<Metrics> gauge = Gauge.builder(name, this, metrics -> {
                    @Nullable Number value = number.apply(metrics.known);
                    return value == null ? Double.NaN : value.doubleValue();
                })
                .description(description);
        labels.forEach(gauge::tag);
        gauge.register(registry);
    }

    @Override
    public void close() {
        if (ofStreams != null) {
            ofStreams.close();
        }
        collections.close();
        registry.close();
    }
}
