package kroniek.domain;

/**
 * A person, country or organisation with one stable id (or a place, which is never counted).
 *
 * @param id ISO 3166-1 alpha-3 for a country ({@code KOR}), else a slug of the English name ({@code kim-jong-un}); never contains
 *     {@code |}
 * @param name the name to show, in Dutch
 * @param type what it is
 * @param provisional true where no lexicon knows the actor and the id was made from the name in the article
 */
public record Actor(String id, String name, ActorType type, boolean provisional) {

    /** @throws IllegalArgumentException for an id that is empty or contains the separator of topic keys */
    public Actor {
        if (id.isEmpty() || id.indexOf('|') >= 0) {
            throw new IllegalArgumentException("not an actor id: '" + id + "'");
        }
    }
}
