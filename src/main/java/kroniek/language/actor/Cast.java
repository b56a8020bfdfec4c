package kroniek.language.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import org.jspecify.annotations.Nullable;

/** The persons whose full names stand in an article, by the words of their surnames and by their given names. */
final class Cast {

    private static final Pattern WHITE = Pattern.compile("\\s+");

    /** More persons with one surname are told apart by nothing in an article. */
    private static final int MOST_BEARERS = 100;

    private final Page page;
    private final Lexicon lexicon;
    private final Map<String, Member> byId = new LinkedHashMap<>();
    private final Map<Integer, List<Member>> bySurname = new HashMap<>();
    private final Map<Integer, List<Member>> byGiven = new HashMap<>();
    private final Map<Name, Find> shared = new HashMap<>();

    private Cast(Page page, Lexicon lexicon) {
        this.page = page;
        this.lexicon = lexicon;
    }

    /** Gathers the persons with full names. */
    static Cast of(Page page, Lexicon lexicon, List<Name> names, Unknowns unknowns) {
        Cast cast = new Cast(page, lexicon);
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            boolean full = name.fullPerson();
            if (full || (unknowns.fullPerson(name) && cast.whole(name) == null)) {
                cast.add(name);
                if (i > 0) {
                    cast.pair(names.get(i - 1), name);
                }
            }
        }
        return cast;
    }

    private void add(Name name) {
        Match match = name.match();
        Person person =
                match == null ? known(page, lexicon, name) : match.sense().person();
        Actor actor = actor(page, lexicon, name);
        Member known = byId.get(actor.id());
        if (known != null) {
            known.fullNames++;
        }
        Member member = known != null
                ? known
                : new Member(actor, person, name.text(page), page.word(name.first()), name.first());
        byId.put(actor.id(), member);
        index(member, name);
    }

    /** Every full name adds its words, for one person may have two: Bergoglio is Franciscus. */
    private void index(Member member, Name name) {
        Match match = name.match();
        for (int token = name.first(); token <= name.last(); token++) {
            member.words.add(page.word(token));
        }
        int surname = surname(name);
        for (int token = surname; token <= name.last(); token++) {
            boolean initial = token == name.surname() && page.shape(token) == Shape.INITIAL;
            if (initial || (page.shape(token).named() && !page.is(token, WordClass.PARTICLE))) {
                put(bySurname, page.word(token), member);
                if (token == name.last() && page.stem(token) >= 0 && match != null && match.genitive()) {
                    put(bySurname, page.stem(token), member);
                }
            }
        }
        if (surname > name.first() && page.is(name.first(), WordClass.FIRST_NAME)) {
            put(byGiven, page.word(name.first()), member);
        }
    }

    /** Who has this full name. */
    static Actor actor(Page page, Lexicon lexicon, Name name) {
        Match match = name.match();
        if (match != null) {
            return match.sense().actor();
        }
        Person person = known(page, lexicon, name);
        return person == null ? provisional(lexicon, name.text(page)) : person.actor();
    }

    /** The lexicon's person with that given name and a surname in any of its spellings, whose full name is spelled as no row has it. */
    private static @Nullable Person known(Page page, Lexicon lexicon, Name name) {
        boolean given = name.surname() > name.first();
        return given ? known(page, lexicon, page.text.word(name.first()), name.surname(), name.last()) : null;
    }

    private static @Nullable Person known(Page page, Lexicon lexicon, String given, int first, int last) {
        Match surname = lexicon.trie().longest(page, first, last);
        if (surname == null || surname.last() != last) {
            return null;
        }
        for (Sense sense : surname.entry().senses()) {
            Person person = sense.person();
            if (person != null && person.given().contains(Folding.fold(given))) {
                return person;
            }
        }
        return null;
    }

    /** {@code Barack en Michelle Obama}: the first shares the surname of the second. */
    private void pair(Name given, Name full) {
        boolean shape = given.origin() == Name.Origin.RUN
                && given.first() == given.last()
                && given.last() + 2 == full.first()
                && page.is(given.first(), WordClass.FIRST_NAME)
                && page.sameSentence(given.first(), full.first())
                && page.text.word(given.last() + 1).equals("en");
        int surname = shape ? surname(full) : full.first();
        if (surname > full.first()) {
            String name = given.text(page) + ' ' + page.text.string().substring(page.text.start(surname), full.to());
            Actor actor = known(page, lexicon, given, surname, full.last(), name);
            shared.put(given, Find.of(actor, Form.ALIAS, "shared-surname", "surname of '" + full.text(page) + "'"));
        }
    }

    private static Actor known(Page page, Lexicon lexicon, Name given, int surname, int last, String name) {
        Person person = known(page, lexicon, page.text.word(given.first()), surname, last);
        return person == null ? provisional(lexicon, name) : person.actor();
    }

    /** The person whose given name stands alone because the next one shares the surname, or null. */
    @Nullable
    Find sharedSurname(Name name) {
        return shared.get(name);
    }

    private static void put(Map<Integer, List<Member>> index, int word, Member member) {
        List<Member> members = index.computeIfAbsent(word, w -> new ArrayList<>());
        if (members.size() < MOST_BEARERS && !members.contains(member)) {
            members.add(member);
        }
    }

    /** The first token of the surname; in a lexicon name, what follows the given names or, in East Asian order, the first word. */
    private int surname(Name name) {
        if (name.match() == null) {
            return name.surname();
        }
        boolean east = (page.is(name.first(), WordClass.FAMILY_FIRST) && !page.is(name.first(), WordClass.FIRST_NAME))
                || (page.hyphenAfter(name.first() + 1) && page.is(name.first(), WordClass.FAMILY_FIRST));
        if (east) {
            return name.first();
        }
        int token = name.first();
        while (token < name.last()
                && (token == name.first()
                        || page.is(token, WordClass.FIRST_NAME)
                        || (!page.shape(token).named() && !page.is(token, WordClass.PARTICLE)))) {
            token++;
        }
        return token;
    }

    /** The actor for a person whom the lexicon does not know: the slug of the name, made distinct from ids of other types. */
    static Actor provisional(Lexicon lexicon, String name) {
        return provisional(lexicon, name, ActorType.PERSON);
    }

    /** A provisional actor, or the lexicon's own where it has one of that type under the same id. */
    static Actor provisional(Lexicon lexicon, String name, ActorType type) {
        String shown = oneLine(name);
        String id = Slug.of(shown);
        Actor known = lexicon.actor(id);
        if (known != null && known.type() == type) {
            return known;
        }
        String distinct = known == null ? id : id + "-" + type.name().toLowerCase(Locale.ROOT);
        return new Actor(distinct, shown, type, true);
    }

    /** The name with each run of white space as one space: a name may go over the end of a line. */
    private static String oneLine(String name) {
        return name.indexOf('\n') < 0 && !name.contains("  ") && name.indexOf('\t') < 0 && name.indexOf('\r') < 0
                ? name
                : WHITE.matcher(name).replaceAll(" ");
    }

    /** The persons with that word in their surname. */
    List<Member> surname(int word) {
        return bySurname.getOrDefault(word, List.of());
    }

    /** The only person with that given name, or null. */
    @Nullable
    Member given(int word) {
        List<Member> members = byGiven.getOrDefault(word, List.of());
        return members.size() == 1 ? members.get(0) : null;
    }

    /** The only person of the article so far whose full name ends with these two words or more, or null: Ver Elst after Bart Ver Elst. */
    @Nullable
    Member whole(Name name) {
        String end = ' ' + name.text(page);
        Member whole = null;
        if (end.indexOf(' ', 1) > 0) {
            for (Member member : surname(page.word(name.last()))) {
                int from = member.fullName.length() - end.length();
                if (member.fullName.regionMatches(true, from, end, 0, end.length())) {
                    if (whole != null) {
                        return null;
                    }
                    whole = member;
                }
            }
        }
        return whole;
    }

    /** Whether the article has the full name of another of a person's royal house: koning Filip beside Mathilde. */
    boolean house(Person person) {
        for (Office office : person.offices()) {
            if (office.royal()
                    && byId.values().stream()
                            .anyMatch(member -> member.person != null && reigns(member.person, office))) {
                return true;
            }
        }
        return false;
    }

    private static boolean reigns(Person person, Office house) {
        return person.offices().stream()
                .anyMatch(office -> office.royal() && office.of().equals(house.of()));
    }

    @Nullable
    Member member(String id) {
        return byId.get(id);
    }
}
