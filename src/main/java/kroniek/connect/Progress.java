package kroniek.connect;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.openmbean.CompositeData;
import org.apache.kafka.connect.errors.ConnectException;

/** The counters of one running task, registered with JMX. Thread-safe: Connect may acknowledge records on another thread. */
final class Progress implements ArticleSourceMBean {

    private static final Pass.Outcome NONE = new Pass.Outcome(0, 0, 0, 0, 0);

    private final ObjectName name;
    private long scansBegun;
    private long scansEnded;
    private Pass.Outcome first = NONE;
    private Pass.Outcome last = NONE;
    private long published;
    private long rejections;
    private long inFlight;
    private Pass.Outcome current = NONE;
    private long unfinished;
    private long missing;

    private Progress(ObjectName name) {
        this.name = name;
    }

    /** Counters at zero, to be seen under the connector's name; those of a task that Connect gave up on make way. */
    static Progress register(String connector) {
        Progress progress = new Progress(SourceProgress.name(connector));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            if (server.isRegistered(progress.name)) {
                server.unregisterMBean(progress.name);
            }
            server.registerMBean(new StandardMBean(progress, ArticleSourceMBean.class), progress.name);
        } catch (JMException e) {
            throw new ConnectException("cannot register " + progress.name, e);
        }
        return progress;
    }

    /** Takes the counters from JMX, unless those of a later task stand there. */
    void unregister() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            if (server.isRegistered(name) && server.getAttribute(name, "Run").equals(getRun())) {
                server.unregisterMBean(name);
            }
        } catch (JMException e) {
            throw new ConnectException("cannot unregister " + name, e);
        }
    }

    @Override
    public String getRun() {
        return Integer.toHexString(System.identityHashCode(this));
    }

    @Override
    public synchronized CompositeData getProgress() {
        return snapshot().toComposite();
    }

    synchronized SourceProgress snapshot() {
        return new SourceProgress(
                scansBegun,
                scansEnded,
                last.found(),
                last.unchanged(),
                last.waiting(),
                last.rejected(),
                last.read(),
                first.unchanged(),
                published,
                rejections,
                inFlight,
                current.found(),
                current.ahead(),
                unfinished,
                missing);
    }

    synchronized void scanBegun() {
        scansBegun++;
    }

    /** Forgets a scan that could not list the folder, so that begun and ended scans stay comparable. */
    synchronized void scanFailed() {
        scansBegun--;
    }

    /**
     * Counts the records before the scan that gave the last of them is seen to have ended.
     *
     * @param outcome of the scan so far
     */
    synchronized void polled(int records, Pass.Outcome outcome, int unfinished) {
        inFlight += records;
        current = outcome;
        this.unfinished = unfinished;
    }

    /** Counts what is left to be done with files. */
    synchronized void left(int unfinished) {
        this.unfinished = unfinished;
    }

    synchronized void scanEnded(Pass.Outcome outcome, int missing) {
        this.missing = missing;
        if (scansEnded == 0) {
            first = outcome;
        }
        scansEnded++;
        last = outcome;
    }

    /** Counts a record that is committed, together with what is left to be done after it. */
    synchronized void acknowledged(FileRecord.Kind kind, int unfinished) {
        this.unfinished = unfinished;
        switch (kind) {
            case ARTICLE -> {
                inFlight--;
                published++;
            }
            case REJECTION -> {
                inFlight--;
                rejections++;
            }
            case RETRACTION, WITHDRAWAL -> inFlight--;
            case NOTE -> {}
        }
    }
}
