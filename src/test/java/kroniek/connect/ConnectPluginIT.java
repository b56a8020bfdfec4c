package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** The plugin archive works where nothing else of Kroniek is: on a Connect worker's class path and its own jars. */
class ConnectPluginIT {

    private static final Path ARCHIVE = Path.of("target", "kroniek-connect-plugin.zip");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path unpacked;

    private final List<Path> jars = new ArrayList<>();

    @BeforeEach
    void unpack() throws IOException {
        try (ZipFile zip = new ZipFile(ARCHIVE.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".jar")) {
                    Path jar = unpacked.resolve(Path.of(entry.getName()).getFileName());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, jar);
                    }
                    jars.add(jar);
                }
            }
        }
    }

    @Test
    void holdsTheConnectorAndItsJsonParserOnly() throws IOException {
        assertThat(jars)
                .extracting(jar -> jar.getFileName().toString().replaceAll("-[0-9.]+\\.jar", ".jar"))
                .containsExactlyInAnyOrder("kroniek-connect.jar", "jackson-core.jar");
        try (JarFile jar = new JarFile(unpacked.resolve("kroniek-connect.jar").toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(name -> name.matches("kroniek/(connect|article|domain)/.*"));
        }
        assertThat(Files.size(ARCHIVE)).isLessThan(2_000_000);
    }

    @Test
    void isLoadedAndLinkedByAWorkerThatHasNothingElse() throws Exception {
        try (URLClassLoader worker = worker();
                URLClassLoader plugin = new URLClassLoader(urls(jars), worker)) {
            SourceConnector connector = connector(plugin);
            Map<String, String> settings = Map.of(
                    "name", "a",
                    "folder", "/articles",
                    "topic", "raw",
                    "rejected.topic", "rejected",
                    "files.topic", "files",
                    "files.consumer.bootstrap.servers", "localhost:9092");
            connector.start(settings);
            assertThat(connector.version()).matches("\\d+\\.\\d+.*");
            assertThat(connector.exactlyOnceSupport(settings)).isEqualTo(ExactlyOnceSupport.SUPPORTED);
            assertThat(connector.validate(settings).configValues())
                    .allSatisfy(value -> assertThat(value.errorMessages()).isEmpty());
            assertThat(connector.taskClass().getClassLoader()).isSameAs(plugin);
            linkEverything(plugin);
        }
    }

    private static SourceConnector connector(ClassLoader plugin) {
        List<SourceConnector> connectors = ServiceLoader.load(SourceConnector.class, plugin).stream()
                .filter(provider -> provider.type().getClassLoader() == plugin)
                .map(ServiceLoader.Provider::get)
                .toList();
        assertThat(connectors).hasSize(1);
        return connectors.get(0);
    }

    /** Resolves every class of the plugin with all its signatures, so that one that is missing shows. */
    private void linkEverything(ClassLoader plugin) throws Exception {
        try (JarFile jar = new JarFile(unpacked.resolve("kroniek-connect.jar").toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class") && !entry.getName().endsWith("-info.class")) {
                    String name = entry.getName().replace('/', '.').replace(".class", "");
                    Class<?> type = Class.forName(name, true, plugin);
                    assertThat(type.getDeclaredMethods()).as(name).isNotNull();
                    assertThat(type.getClassLoader()).as(name).isSameAs(plugin);
                }
            }
        }
    }

    /** The classes of Connect that a worker shares with its plugins; the test's own copies, so that they can be spoken to. */
    private static URLClassLoader worker() {
        ClassLoader test = ConnectPluginIT.class.getClassLoader();
        List<String> shared = List.of(
                "org.apache.kafka.connect",
                "org.apache.kafka.common",
                Logger.class.getPackageName(),
                "org.apache.kafka.clients");
        return new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (shared.stream().anyMatch(prefix -> name.startsWith(prefix + "."))) {
                    return test.loadClass(name);
                }
                throw new ClassNotFoundException(name + " is not on a worker's class path");
            }
        };
    }

    private static URL[] urls(List<Path> paths) throws IOException {
        URL[] urls = new URL[paths.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = paths.get(i).toUri().toURL();
        }
        return urls;
    }
}
