package kroniek.language.actor;

import java.util.Map;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;

/** The countries by their ISO 3166-1 alpha-3 code, states that are gone and Kosovo included. */
record Countries(Map<String, Actor> byCode) {

    Countries {
        byCode = Map.copyOf(byCode);
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** The country with that code; the code itself as name where it is unknown. */
    Actor of(String code) {
        return byCode.getOrDefault(code, new Actor(code, code, ActorType.COUNTRY, false));
    }
}
