package kroniek.connect;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import kroniek.domain.FileNote;

/** What the connector reads back from Kafka: what it said of files, and which articles stand there as theirs. */
interface CommittedTopics {

    /**
     * The newest note of every file of one source that is in the folder as far as is known, by path.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if the topic cannot be read, with what to do
     */
    Map<String, FileNote> notes(FileNote.Source source);

    /**
     * The ids of the articles whose newest version came from one of these files: an id that another file or producer has written since is
     * not among them.
     *
     * @param uris the files, as the headers of articles name them
     * @return the ids by uri
     * @throws org.apache.kafka.connect.errors.ConnectException if the topic cannot be read
     */
    Map<String, Set<String>> articles(Collection<String> uris);
}
