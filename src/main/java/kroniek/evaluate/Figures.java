package kroniek.evaluate;

/** Figures that can be added up: those of a set are the sum of those of its pairs. */
interface Figures<T extends Figures<T>> {

    /** The figures of both together. */
    T plus(T other);
}
