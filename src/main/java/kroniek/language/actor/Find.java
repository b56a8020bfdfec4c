package kroniek.language.actor;

import java.util.List;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention;
import kroniek.domain.Mention.Form;
import org.jspecify.annotations.Nullable;

/**
 * What a name was resolved to, before its place in the text is added.
 *
 * @param type what is named
 * @param actor who it is, or null where candidates stand
 * @param form how it is named
 * @param rule the rule that says so
 * @param evidence why, in words for a reader
 * @param candidates ids, where the article leaves it open
 */
record Find(ActorType type, @Nullable Actor actor, Form form, String rule, String evidence, List<String> candidates) {

    Find {
        candidates = List.copyOf(candidates);
    }

    static Find of(Actor actor, Form form, String rule, String evidence) {
        return new Find(actor.type(), actor, form, rule, evidence, List.of());
    }

    static Find open(ActorType type, List<String> candidates, String evidence) {
        return new Find(type, null, Form.ALIAS, "ambiguous", evidence, candidates);
    }

    /** The mention of this in the article. */
    Mention mention(Page page, Name name, boolean counted, String rule) {
        boolean counts = counted && actor != null && type != ActorType.PLACE;
        String text = page.text.string().substring(name.from(), name.to());
        return new Mention(
                text, page.text.spanOf(name.from(), name.to()), type, actor, form, counts, rule, evidence, candidates);
    }
}
