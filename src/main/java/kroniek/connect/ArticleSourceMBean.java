package kroniek.connect;

import javax.management.openmbean.CompositeData;

/** What a running task shows of itself, under {@code kroniek:type=ArticleSource,connector="<name>"}. */
public interface ArticleSourceMBean {

    /** All counters at one moment; {@link SourceProgress} reads it. */
    CompositeData getProgress();

    /** Tells one run of the task from the next, which Connect may start before it lets go of the last. */
    String getRun();
}
