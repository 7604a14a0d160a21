package io.github.alprolab.datasets.sprites;

/** The word before a noun. */
enum Article {
    A,
    THE,
    ONE;

    String before(Noun noun) {
        if (this == THE) {
            return "the " + noun.name();
        }
        if (noun.grammar() != NounGrammar.SINGLE) {
            return "some " + noun.name();
        }
        return (this == ONE ? "one " : startsWithVowelSound(noun.name()) ? "an " : "a ")
                + noun.name();
    }

    private static boolean startsWithVowelSound(String word) {
        // "unicorn" starts with the sound of "you".
        return "aeiou".indexOf(word.charAt(0)) >= 0 && !word.startsWith("uni");
    }
}
