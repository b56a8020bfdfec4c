package kroniek.domain;

/** What a named expression names. Persons, countries and organisations are actors; places are annotated and never counted. */
public enum ActorType {
    /** A human being. */
    PERSON,
    /** A country, its state, its government, and what stands for that government. */
    COUNTRY,
    /** A party, agency, ministry, armed group, company, court, club, parliament, medium. */
    ORGANISATION,
    /** A city, region, continent or island; never counted. */
    PLACE
}
