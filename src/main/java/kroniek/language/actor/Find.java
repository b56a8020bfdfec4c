package kroniek.language.actor;

import java.util.List;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention;
import kroniek.domain.Mention.Form;
import kroniek.domain.Mention.Rejected;
import kroniek.domain.Span;
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
 * @param rejected who else has the name, the likeliest first
 */
record Find(
        ActorType type,
        @Nullable Actor actor,
        Form form,
        String rule,
        String evidence,
        List<String> candidates,
        List<Rejected> rejected) {

    /** More than so many are not listed: a text may have any number of people of one surname. */
    static final int MOST_REJECTED = 5;

    Find {
        candidates = List.copyOf(candidates);
        rejected = List.copyOf(rejected);
    }

    static Find of(Actor actor, Form form, String rule, String evidence) {
        return new Find(actor.type(), actor, form, rule, evidence, List.of(), List.of());
    }

    static Find open(ActorType type, List<String> candidates, String evidence) {
        return new Find(type, null, Form.ALIAS, "ambiguous", evidence, candidates, List.of());
    }

    /** The same with other evidence. */
    Find because(String words) {
        return new Find(type, actor, form, rule, words, candidates, rejected);
    }

    /** The same, after others of the name were considered; the first {@link #MOST_REJECTED} of them are kept. */
    Find rejecting(List<Rejected> others) {
        List<Rejected> kept = others.subList(0, Math.min(MOST_REJECTED, others.size()));
        return new Find(type, actor, form, rule, evidence, candidates, kept);
    }

    /** The mention of this in the article. */
    Mention mention(Page page, Name name, boolean counted, String rule) {
        boolean counts = counted && actor != null && type != ActorType.PLACE;
        String text = page.text.string().substring(name.from(), name.to());
        Span span = page.text.spanOf(name.from(), name.to());
        return new Mention(text, span, type, actor, form, counts, rule, evidence, candidates, rejected);
    }
}
