package kroniek.http;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kroniek.query.Question;
import kroniek.query.Row;
import kroniek.query.UnavailableException;
import kroniek.query.UnavailableException.Reason;

/** What instances of the program say to each other, as JSON; values are in base64. */
final class Wire {

    private static final ObjectMapper MAPPER = mapper();

    private Wire() {}

    /**
     * A question to some partitions of an instance.
     *
     * @param standby whether a standby of them may answer
     */
    record Asked(Question question, Set<Integer> partitions, boolean standby) {

        /** Copies the numbers, and checks the parts, which may come from anywhere. */
        Asked {
            Objects.requireNonNull(question);
            partitions = Set.copyOf(partitions);
            if (partitions.stream().anyMatch(partition -> partition < 0)) {
                throw new IllegalArgumentException("no partition has a number below 0");
            }
        }
    }

    /** Says in each question which it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
    private interface Named {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper =
                JsonMapper.builder().addMixIn(Question.class, Named.class).build();
        kinds(Question.class)
                .forEach(question -> mapper.registerSubtypes(new NamedType(question, question.getSimpleName())));
        return mapper;
    }

    /** The questions that a sealed interface has, and those that these have. */
    static Stream<Class<?>> kinds(Class<?> question) {
        return question.isSealed()
                ? Arrays.stream(question.getPermittedSubclasses()).flatMap(Wire::kinds)
                : Stream.of(question);
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not to be sent: " + value, notJson);
        }
    }

    /** @throws IOException if that is no question of this version */
    static Asked asked(byte[] body) throws IOException {
        Asked asked = MAPPER.readValue(body, Asked.class);
        if (asked == null) {
            throw new IOException("null is no question");
        }
        return asked;
    }

    static Row[] rows(byte[] body) {
        try {
            return MAPPER.readValue(body, Row[].class);
        } catch (IOException e) {
            throw new UncheckedIOException("another instance answered no rows", e);
        }
    }

    /** Why an instance did not answer, where its problem says that. */
    static Optional<UnavailableException> refusal(byte[] problem) {
        try {
            JsonNode json = MAPPER.readTree(problem);
            return Arrays.stream(Reason.values())
                    .filter(reason -> reason.name().equals(json.path("reason").asText()))
                    .findFirst()
                    .map(reason ->
                            new UnavailableException(reason, json.path("detail").asText()));
        } catch (IOException notAProblem) {
            return Optional.empty();
        }
    }
}
