package kroniek.app;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kroniek.domain.Reconciliation;
import kroniek.domain.Reconciliation.Files;

/** The figures of a running program in JMX. */
final class Figures implements FiguresMXBean, AutoCloseable {

    private final Supplier<Optional<Reconciliation>> figures;
    private final ObjectName name;

    private Figures(Supplier<Optional<Reconciliation>> figures, ObjectName name) {
        this.figures = figures;
        this.name = name;
    }

    /** Shows the figures under the prefix of the topics; those of another program of that prefix in this JVM make way. */
    static Figures show(Supplier<Optional<Reconciliation>> figures, String prefix) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName("kroniek:type=Reconciliation,prefix=" + ObjectName.quote(prefix));
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            Figures shown = new Figures(figures, name);
            server.registerMBean(shown, name);
            return shown;
        } catch (JMException e) {
            throw new IllegalStateException("the figures cannot be shown in JMX", e);
        }
    }

    private long number(ToLongFunction<Reconciliation> of) {
        return figures.get().map(of::applyAsLong).orElse(-1L);
    }

    private long ofFiles(ToLongFunction<Files> of) {
        return figures.get().map(Reconciliation::files).map(of::applyAsLong).orElse(-1L);
    }

    @Override
    public String getState() {
        return figures.get().map(known -> known.state().name()).orElse("UNKNOWN");
    }

    @Override
    public String getDigest() {
        return figures.get().map(Reconciliation::digest).orElse("");
    }

    @Override
    public long getInFlight() {
        return number(Reconciliation::inFlight);
    }

    @Override
    public long getFilesFound() {
        return ofFiles(Files::found);
    }

    @Override
    public long getFilesPublished() {
        return ofFiles(Files::published);
    }

    @Override
    public long getFilesUnchanged() {
        return ofFiles(Files::unchanged);
    }

    @Override
    public long getFilesUnreadable() {
        return ofFiles(Files::unreadable);
    }

    @Override
    public long getFilesWaiting() {
        return ofFiles(Files::waiting);
    }

    @Override
    public long getArticlesInRaw() {
        return number(known -> known.articles().inRaw());
    }

    @Override
    public long getArticlesAnnotated() {
        return number(known -> known.articles().annotated());
    }

    @Override
    public long getArticlesRejected() {
        return number(known -> known.articles().rejected());
    }

    @Override
    public long getArticlesFailed() {
        return number(known -> known.articles().failed());
    }

    @Override
    public long getActorMonths() {
        return number(known -> known.counts().actorMonths());
    }

    @Override
    public long getActorMonthsUnproved() {
        return number(known -> known.counts().rest());
    }

    @Override
    public void close() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        if (server.isRegistered(name)) {
            server.unregisterMBean(name);
        }
    }
}
