package kroniek.query;

import java.time.YearMonth;
import kroniek.domain.ActorType;

/**
 * An actor that a search finds.
 *
 * @param actor its id
 * @param name the name of its latest month
 * @param type what it is
 * @param latest the latest month that it is mentioned in
 * @param months in how many months it is mentioned
 */
public record Found(String actor, String name, ActorType type, YearMonth latest, long months) {}
