package kroniek.language.actor;

import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a surface of the lexicon can mean.
 *
 * @param kind the kind of lexicon row
 * @param actor who or what it is
 * @param form how the surface names it
 * @param country the ISO code of the country it belongs to, or empty
 * @param sector what sort of organisation, {@link Sector#NONE} for everything else
 * @param person the person and the offices, for {@link Kind#PERSON} and {@link Kind#SURNAME}
 */
record Sense(
        Kind kind,
        Actor actor,
        Form form,
        String country,
        Sector sector,
        @Nullable Person person) {

    /** The kinds of lexicon row; {@link #rule()} is what a mention shows. */
    enum Kind {
        /** A country's name or alias. */
        COUNTRY("country-name"),
        /** A demonym adjective. */
        DEMONYM("demonym"),
        /** A people: Amerikanen. */
        INHABITANTS("inhabitants"),
        /** A metonym that always is the government: Kremlin. */
        METONYM("metonym"),
        /** A city that is the government where it acts. */
        CAPITAL("capital"),
        /** A place. */
        PLACE("place"),
        /** An organisation. */
        ORGANISATION("organisation"),
        /** A person's full name. */
        PERSON("person-name"),
        /** A known person's surname alone. */
        SURNAME("surname"),
        /** A name that is no actor: an event, index, product. */
        NOTHING("no-actor");

        private final String rule;

        Kind(String rule) {
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }

    ActorType type() {
        return actor.type();
    }
}
