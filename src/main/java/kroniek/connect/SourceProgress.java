package kroniek.connect;

import java.lang.management.ManagementFactory;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/**
 * How far a running source task is, all figures of one moment. It travels through JMX as a composite of numbers, so that it can be read
 * across class loaders.
 *
 * @param scansBegun scans of the folder since the task started
 * @param scansEnded those after which every file found had its turn
 * @param found files that the last ended scan found
 * @param unchanged those of them in which nothing was new
 * @param waiting those of them that were too young, or changed while they were read
 * @param rejected those of them that could not be used as files, now or earlier
 * @param read those of them with something new
 * @param unchangedAtStart files of the first ended scan in which nothing was new since the task last ran
 * @param published articles that Kafka has acknowledged since the task started
 * @param rejections rejections of files and lines that Kafka has acknowledged since the task started
 * @param inFlight records handed to Connect and not acknowledged yet; under exactly-once, not committed yet
 * @param seen files that the scan found which goes on, or else the last one
 * @param ahead those of them that have not had their turn yet
 * @param unfinished files whose life is not noted yet, or that are still to be moved, deleted, copied or withdrawn
 * @param missing files that the last ended scan did not find, and of which the next ones will tell whether they are gone
 */
public record SourceProgress(
        long scansBegun,
        long scansEnded,
        long found,
        long unchanged,
        long waiting,
        long rejected,
        long read,
        long unchangedAtStart,
        long published,
        long rejections,
        long inFlight,
        long seen,
        long ahead,
        long unfinished,
        long missing) {

    static final String ATTRIBUTE = "Progress";

    private static final CompositeType TYPE = type();

    /** The progress of the connector's task in this JVM; empty while none runs. */
    public static Optional<SourceProgress> of(String connector) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            return Optional.of(of((CompositeData) server.getAttribute(name(connector), ATTRIBUTE)));
        } catch (InstanceNotFoundException e) {
            return Optional.empty();
        } catch (JMException e) {
            throw new IllegalStateException("cannot read the progress of connector " + connector, e);
        }
    }

    /**
     * Whether a scan that began after {@code scansBegunBefore} others has ended with nothing left to do: every file unchanged, rejected or
     * acknowledged, none waiting, and what was to be done with files done.
     */
    public boolean isSettledSince(long scansBegunBefore) {
        return scansEnded > scansBegunBefore && waiting == 0 && inFlight == 0 && unfinished == 0 && missing == 0;
    }

    static ObjectName name(String connector) {
        try {
            return new ObjectName("kroniek:type=ArticleSource,connector=" + ObjectName.quote(connector));
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("no name for a connector: " + connector, e);
        }
    }

    private static SourceProgress of(CompositeData data) {
        return new SourceProgress(
                number(data, "scansBegun"),
                number(data, "scansEnded"),
                number(data, "found"),
                number(data, "unchanged"),
                number(data, "waiting"),
                number(data, "rejected"),
                number(data, "read"),
                number(data, "unchangedAtStart"),
                number(data, "published"),
                number(data, "rejections"),
                number(data, "inFlight"),
                number(data, "seen"),
                number(data, "ahead"),
                number(data, "unfinished"),
                number(data, "missing"));
    }

    private static long number(CompositeData data, String name) {
        return (Long) data.get(name);
    }

    CompositeData toComposite() {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            for (RecordComponent component : SourceProgress.class.getRecordComponents()) {
                values.put(component.getName(), component.getAccessor().invoke(this));
            }
            return new CompositeDataSupport(TYPE, values);
        } catch (ReflectiveOperationException | OpenDataException e) {
            throw new IllegalStateException("the figures of a record can be read", e);
        }
    }

    private static CompositeType type() {
        RecordComponent[] components = SourceProgress.class.getRecordComponents();
        String[] names = new String[components.length];
        OpenType<?>[] types = new OpenType<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            names[i] = components[i].getName();
            types[i] = SimpleType.LONG;
        }
        try {
            return new CompositeType("SourceProgress", "how far a source task is", names, names, types);
        } catch (OpenDataException e) {
            throw new IllegalStateException("the names of a record's components are distinct", e);
        }
    }
}
