package io.github.alprolab.dsl.reading;

/** Code that is no value of the allowed types, with the word that stands in the way. */
public final class CodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String word;

    CodeException(String word, String why) {
        super("“" + word + "” " + why);
        this.word = word;
    }

    /** The name or sign that could not be read. */
    public String word() {
        return word;
    }
}
