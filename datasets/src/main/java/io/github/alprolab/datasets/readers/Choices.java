package io.github.alprolab.datasets.readers;

import java.util.Iterator;

/** Tells a multiple choice, whose answer is a number of an option, from a free answer. */
final class Choices {
    private static final String ONE = "(?i)(a|option|choice|candidate)_?\\d";
    private static final String ALL = "(?i)options|choices|candidates|multi_choice";

    private Choices() {}

    /** Whether a row offers options and answers by the number of one. */
    static boolean areIn(Row row) {
        int single = 0;
        boolean list = false;
        for (Iterator<String> names = row.fields().fieldNames(); names.hasNext(); ) {
            String name = names.next();
            single += name.matches(ONE) ? 1 : 0;
            list |= name.matches(ALL);
        }
        return (single > 1 || list) && row.optional("answer").filter(Shapes::isNumber).isPresent();
    }

    /** The fault that keeps the number from being taken for the answer. */
    static AnnotationException refused(Row row) {
        return row.fault(
                "answer",
                "is the number of one of several options: a multiple choice. Only free answers are read; write the text of the right option into \"answer\" and leave the options out");
    }
}
