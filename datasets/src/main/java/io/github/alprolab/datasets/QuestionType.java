package io.github.alprolab.datasets;

import java.util.Locale;

/** What a question asks for, by its first word: the types under which accuracies are published. */
public enum QuestionType {
    WHAT,
    WHO,
    HOW,
    WHERE,
    WHEN,
    /** Any other first word. */
    OTHER;

    /** The type of a question, or of the word that a file gives as its type. */
    public static QuestionType of(String question) {
        String first = question.strip().split("\\W", 2)[0].toUpperCase(Locale.ROOT);
        for (QuestionType type : values()) {
            if (type.name().equals(first)) {
                return type;
            }
        }
        return OTHER;
    }
}
