package kroniek.stream;

import java.util.function.Function;
import kroniek.topic.ReadStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * What the stores of the topology are made of. The order of keys is that of their bytes in every kind, so no result depends on it.
 *
 * @param supplier makes a store of a name
 */
record Stores(Function<String, KeyValueBytesStoreSupplier> supplier) {

    /** RocksDB under the state directory: what the program runs with. */
    static final Stores PERSISTENT = new Stores(org.apache.kafka.streams.state.Stores::persistentKeyValueStore);

    <V> StoreBuilder<KeyValueStore<String, V>> keyValue(ReadStore<V> store) {
        StoreBuilder<KeyValueStore<String, V>> builder = keyValue(store.name(), Serdes.String(), store.serde());
        return store.cached() ? builder.withCachingEnabled() : builder;
    }

    <K, V> StoreBuilder<KeyValueStore<K, V>> keyValue(String name, Serde<K> keys, Serde<V> values) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(supplier.apply(name), keys, values);
    }
}
