package io.github.alprolab.datasets.sprites;

import java.util.List;
import java.util.stream.Stream;

/** Which words a corpus is told in. */
public enum Phrasing {
    /** A few ways to say each thing. */
    STANDARD,
    /** Many ways, those of {@link #STANDARD} among them. */
    RICH,
    /** Ways that {@link #RICH} does not have, made of words that it does have. */
    HELD_OUT;

    /** Leads with the words of the entity prompts, so that those are nothing new to a learner. */
    private static final List<String> PROMPT_LEADS =
            List.of(
                    "a video of ",
                    "a footage of ",
                    "footage of ",
                    "a video footage of ",
                    "a portrait of ");

    private static final List<String> MORE_LEADS =
            List.of("a clip of ", "a short clip of ", "a video showing ");

    private static final List<String> UNSEEN_LEADS =
            List.of("a short video of ", "a clip showing ", "footage showing ");

    /** Beginnings of captions, each followed by a noun phrase. */
    List<String> leads() {
        return switch (this) {
            case STANDARD -> PROMPT_LEADS;
            case RICH -> join(PROMPT_LEADS, MORE_LEADS);
            case HELD_OUT -> UNSEEN_LEADS;
        };
    }

    /** The ways to say what a sprite does; those with a partner end before it. */
    List<VerbPhrase> verbs(Action action) {
        return switch (this) {
            case STANDARD -> VerbPhrase.of(action);
            case RICH -> join(VerbPhrase.of(action), Synonyms.seen(action));
            case HELD_OUT -> Synonyms.heldOut(action);
        };
    }

    /** Whether captions may say what a sprite goes past. */
    boolean tellsPassing() {
        return this != STANDARD;
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
