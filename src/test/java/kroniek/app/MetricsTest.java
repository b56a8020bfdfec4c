package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Article;
import kroniek.domain.Rejection;
import kroniek.language.Language;
import org.junit.jupiter.api.Test;

/** What is counted of the versions that an instance reads. That a running program shows it is held by {@link RunningSuite}. */
class MetricsTest {

    private static final String TEXT =
            " date 2018-03-22 Mark Rutte sprak in Brussel met Angela Merkel. Jan van Verzonnen zweeg.";

    @Test
    void everyVersionIsCountedByWhatBecameOfIt() {
        try (Metrics metrics = new Metrics()) {
            Language language = Language.load();
            Article article = (Article) ArticleReader.read("a", Format.TEXT, TEXT.getBytes(StandardCharsets.UTF_8));
            metrics.watcher().annotated(language.extractActors(language.normaliseDates(article)));
            metrics.watcher().rejected(Rejection.Reason.NO_DATE);
            metrics.watcher().rejected(Rejection.Reason.NO_DATE);
            metrics.watcher().failed();
            metrics.watcher().withdrawn();

            assertThat(metrics.text())
                    .contains("kroniek_versions_total{outcome=\"annotated\"} 1.0\n")
                    .contains("kroniek_versions_total{outcome=\"failed\"} 1.0\n")
                    .contains("kroniek_versions_total{outcome=\"withdrawn\"} 1.0\n")
                    .contains("kroniek_rejections_total{reason=\"no-date\"} 2.0\n")
                    .contains("kroniek_mentions_total{type=\"PERSON\"} 3.0\n")
                    .contains("kroniek_mentions_provisional_total 1.0\n")
                    .contains("kroniek_mentions_ambiguous_total 0.0\n");
        }
    }

    @Test
    void everyReasonIsThereBeforeItFirstOccurs() {
        try (Metrics metrics = new Metrics()) {
            List<String> reasons = Arrays.stream(Rejection.Reason.values())
                    .map(reason -> "kroniek_rejections_total{reason=\"%s\"} 0.0".formatted(reason.code()))
                    .toList();

            assertThat(metrics.text().lines()).containsAll(reasons);
        }
    }

    @Test
    void whatIsNotKnownYetIsNotShownAsZero() {
        try (Metrics metrics = new Metrics()) {
            assertThat(metrics.text())
                    .contains("kroniek_articles{state=\"in-raw\"} NaN\n")
                    .contains("kroniek_files{state=\"found\"} NaN\n")
                    .contains("kroniek_lag_records NaN\n")
                    .contains("kroniek_reconciled NaN\n");
        }
    }
}
