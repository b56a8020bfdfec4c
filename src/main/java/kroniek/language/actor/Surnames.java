package kroniek.language.actor;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import kroniek.domain.Mention.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Whose a bare surname is. Every person with that surname, from the article's full names and from the lexicon, is scored: full names in
 * the article, how recently, the title beside the surname, the post at the month of publication, fame. The best one takes it; a tie is
 * left open.
 */
final class Surnames {

    private static final Set<String> HOMES = Set.of("NLD", "BEL");
    private static final int ENOUGH = 3;
    private static final int FULL_NAME = 3;
    private static final int TITLE = 5;
    private static final int HOUSEHOLD_NAME = 6;
    private static final int RECENT_SENTENCES = 1;
    /** A headline or a lead may have the given name alone before the full name follows. */
    private static final int HERALDED_WITHIN = 2;

    private static final Comparator<Candidate> LIKELIEST =
            Comparator.<Candidate>comparingInt(c -> -c.score).thenComparing(c -> c.id);

    private final Page page;
    private final Cast cast;
    private final Context context;
    private final Setting setting;
    /** Who was named with a title that fits, so far. */
    private final Set<String> titled = new HashSet<>();

    Surnames(Page page, Cast cast, Context context, Setting setting) {
        this.setting = setting;
        this.page = page;
        this.cast = cast;
        this.context = context;
    }

    private record Candidate(
            String id,
            String why,
            int score,
            Find find,
            @Nullable Member member,
            @Nullable Person known) {}

    /** The person whose surname the name is, or null if nobody fits. */
    @Nullable
    Find resolve(Name name) {
        if (ordinaryOpener(name)) {
            return null;
        }
        List<Candidate> candidates = candidates(name);
        candidates.sort(LIKELIEST);
        if (candidates.isEmpty() || candidates.get(0).score < ENOUGH) {
            Member given = name.first() == name.last() ? cast.given(word(name)) : null;
            return given == null || !heralds(name, given)
                    ? null
                    : Find.of(
                                    given.actor,
                                    Form.COREFERENCE,
                                    "given-name",
                                    "full name '" + given.fullName + "' in the article")
                            .rejecting(rejected(name, candidates));
        }
        Candidate best = candidates.get(0);
        if (candidates.size() > 1 && candidates.get(1).score == best.score) {
            List<String> ids = new ArrayList<>();
            for (Candidate candidate : candidates) {
                if (candidate.score == best.score) {
                    ids.add(candidate.id);
                }
            }
            Collections.sort(ids);
            List<Candidate> lesser =
                    candidates.stream().filter(c -> c.score < best.score).toList();
            String why = "as much speaks for each: " + String.join(", ", facts(name, best));
            return Find.open(ActorType.PERSON, ids, why).rejecting(rejected(name, lesser));
        }
        Find found = best.find;
        if (candidates.size() > 1) {
            List<String> facts = facts(name, best);
            facts.set(0, found.evidence());
            found = found.because(facts.stream().distinct().collect(joining(", ")))
                    .rejecting(rejected(name, candidates.subList(1, candidates.size())));
        }
        if (best.member != null) {
            best.member.latest = name.first();
        } else if (best.known != null && title(name, best.known) > 0) {
            titled.add(best.id);
        }
        return found;
    }

    /** Whether the full name stands before the given name, or behind it in the same paragraph or right under the headline. */
    private boolean heralds(Name name, Member given) {
        return given.firstToken <= name.first()
                || page.sentence(given.firstToken) - page.sentence(name.first()) <= HERALDED_WITHIN;
    }

    /** Everybody with that surname, where nobody was found to be meant. */
    List<Rejected> unfit(Name name) {
        List<Candidate> candidates = candidates(name);
        candidates.sort(LIKELIEST);
        return rejected(name, candidates);
    }

    private List<Rejected> rejected(Name name, List<Candidate> candidates) {
        List<Rejected> rejected = new ArrayList<>();
        for (Candidate candidate : candidates.subList(0, Math.min(Find.MOST_REJECTED, candidates.size()))) {
            Actor actor = candidate.find.actor();
            if (actor != null) {
                rejected.add(new Rejected(actor.id(), actor.name(), String.join(", ", facts(name, candidate))));
            }
        }
        return rejected;
    }

    /** What the article and the lexicon say about a candidate, the points of the score in words; the first is about the full name. */
    private List<String> facts(Name name, Candidate candidate) {
        List<String> facts = new ArrayList<>();
        Member member = candidate.member;
        if (member == null) {
            facts.add("full name nowhere in the article");
        } else {
            facts.add(
                    "full name " + (member.fullNames == 1 ? "once" : member.fullNames + " times") + " in the article");
            if (recent(name, member)) {
                facts.add("named just before");
            }
        }
        Person person = member == null ? candidate.known : member.person;
        if (person != null) {
            facts(facts, name, person, member == null);
        }
        return facts;
    }

    private String fitting(int title) {
        return "the title fits a post " + (title == TITLE ? "of " : "held before ") + page.month;
    }

    private void facts(List<String> facts, Name name, Person person, boolean absent) {
        int title = title(name, person);
        if (title > 0) {
            facts.add(fitting(title));
        } else if (!context.posts(name.first()).isEmpty()) {
            facts.add("the title fits no post");
        }
        if (person.tooEarly(page.month)) {
            facts.add("in no post yet in " + page.month);
        } else if (person.fame() > 1) {
            facts.add("known to everybody");
        } else if (person.inOffice(page.month)) {
            facts.add("in office in " + page.month);
        }
        if (absent && context.beforeIs(name.first(), WordClass.KIN)) {
            facts.add("behind a word of kinship");
        } else if (absent && title == 0 && !near(name, person)) {
            facts.add("of a country that the article does not name");
        }
    }

    /** Records where a full name stands, for the surnames after it. */
    void seen(Name name, String id) {
        Member member = cast.member(id);
        if (member != null) {
            member.latest = name.first();
        }
    }

    private boolean ordinaryOpener(Name name) {
        int token = name.first();
        return name.last() == token
                && page.opens(token)
                && (page.is(token, WordClass.COMMON) || page.is(token, WordClass.FUNCTION) || page.alsoLower(token))
                && !context.speaks(token, token)
                && !(cast.surname(page.word(token)).size() == 1 && page.verb(token + 1, token));
    }

    private int word(Name name) {
        int last = page.text.is(name.last(), '.') ? name.last() - 1 : name.last();
        Match match = name.match();
        boolean genitive = match != null && match.genitive();
        return genitive ? page.stem(last) : page.word(last);
    }

    private List<Candidate> candidates(Name name) {
        List<Candidate> candidates = new ArrayList<>();
        List<Member> members = cast.surname(word(name));
        if (members.isEmpty() && page.stem(name.last()) >= 0) {
            members = cast.surname(page.stem(name.last()));
        }
        if (members.isEmpty() && page.hyphenAfter(name.first())) {
            members = cast.surname(page.word(name.first()));
        }
        for (Member member : members) {
            if (namesOnly(name, member)) {
                candidates.add(member(name, member));
            }
        }
        Match match = name.match();
        if (match != null) {
            for (Sense sense : match.entry().senses()) {
                Person person = sense.person();
                if (person != null && cast.member(person.actor().id()) == null) {
                    candidates.add(known(name, person));
                }
            }
        }
        return candidates;
    }

    /** Whether every capitalised word is one of the person's own: Fundació Tàpies is not Antoni Tàpies. */
    private boolean namesOnly(Name name, Member member) {
        for (int token = name.first(); token < name.last() && page.text.spaceBefore(token + 1); token++) {
            boolean other = page.shape(token).named()
                    && !page.is(token, WordClass.PARTICLE)
                    && !member.words.contains(page.word(token));
            if (other) {
                return false;
            }
        }
        return true;
    }

    private Candidate member(Name name, Member member) {
        int score = FULL_NAME + Math.min(2, member.fullNames - 1);
        if (recent(name, member)) {
            score++;
        }
        Person person = member.person;
        if (person != null) {
            // Whose full name stands in the article is meant, however long before the first known post.
            score += Math.max(0, fame(person)) + title(name, person);
        }
        boolean earlier = member.firstToken < name.first();
        String why =
                "full name '" + member.fullName + (earlier ? "' earlier in the article" : "' elsewhere in the article");
        Find find = Find.of(member.actor, Form.COREFERENCE, "surname-of-full-name", why);
        return new Candidate(member.actor.id(), why, score, find, member, null);
    }

    /** Whether the person was named in this sentence or just before it. */
    private boolean recent(Name name, Member member) {
        int distance = page.sentence(name.first()) - page.sentence(member.latest);
        return member.latest <= name.first() && distance <= RECENT_SENTENCES;
    }

    private Candidate known(Name name, Person person) {
        boolean kin = context.beforeIs(name.first(), WordClass.KIN);
        int title = title(name, person);
        boolean far = title == 0 && !near(name, person);
        int score = person.fame() == 0 ? title : far ? 0 : fame(person) + title + (person.fame() > 1 ? 1 : 0);
        if (person.fame() > 0 && !kin && !person.tooEarly(page.month) && near(name, person)) {
            score = Math.max(score, ENOUGH);
        }
        boolean house = score < ENOUGH && (titled.contains(person.actor().id()) || cast.house(person));
        if (house) {
            score = ENOUGH;
        }
        String known = house
                ? "named with the title before, or with another of that royal house"
                : "best known bearer of the surname";
        String why = title > 0 ? fitting(title) : known;
        String rule = title > 0 ? "surname-in-office" : "surname-known";
        Find find = Find.of(person.actor(), Form.ALIAS, rule, why);
        return new Candidate(person.actor().id(), why, kin && !house ? 0 : score, find, null, person);
    }

    /**
     * Whether a bare surname may be this person: in office, known for no post, or from a country that the article speaks of; the readers'
     * own countries go without saying. A surname that many bear (Park, Lee) always needs the country.
     */
    private boolean near(Name name, Person person) {
        boolean frequent = page.is(name.first(), WordClass.FAMILY_FIRST);
        boolean current = person.inOffice(page.month) && !frequent;
        if (person.fame() > 1 || person.offices().isEmpty() || current) {
            return true;
        }
        for (Office office : person.offices()) {
            boolean state = office.of().length() == 3
                    && Character.isUpperCase(office.of().charAt(0));
            if (!state || HOMES.contains(office.of()) || setting.weight(office.of()) > 0) {
                return true;
            }
        }
        return false;
    }

    private int fame(Person person) {
        if (person.tooEarly(page.month)) {
            return -2;
        }
        if (person.fame() > 1) {
            return HOUSEHOLD_NAME;
        }
        return person.inOffice(page.month) ? 1 + 2 * person.fame() : person.fame();
    }

    private int title(Name name, Person person) {
        Set<String> posts = context.posts(name.first());
        int best = 0;
        for (Office office : person.offices()) {
            if (posts.contains(office.post())) {
                int score = office.held(page.month, 2) ? TITLE : page.month.isBefore(office.from()) ? 0 : 3;
                best = Math.max(best, score);
            }
        }
        return best;
    }
}
