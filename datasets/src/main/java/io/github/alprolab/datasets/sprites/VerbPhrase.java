package io.github.alprolab.datasets.sprites;

import java.util.List;

/**
 * A verb with what follows it.
 *
 * @param plural as in "grapes move"
 * @param singular as in "a dog moves"
 * @param participle as in "a dog moving"
 * @param rest what follows the verb, with its leading space, or empty
 */
record VerbPhrase(String plural, String singular, String participle, String rest) {
    private static VerbPhrase of(String plural, String singular, String participle, String rest) {
        return new VerbPhrase(plural, singular, participle, rest);
    }

    /** The ways to say what a sprite does; those with a partner end before it. */
    static List<VerbPhrase> of(Action action) {
        return switch (action) {
            case ENTER -> List.of(enter(), come(" in"), come(" into view"));
            case MOVE_LEFT -> List.of(move(" left"), go(" to the left"), go(" left"));
            case MOVE_RIGHT -> List.of(move(" right"), go(" to the right"), go(" right"));
            case MOVE_UP -> List.of(move(" up"), go(" up"), of("rise", "rises", "rising", ""));
            case MOVE_DOWN ->
                    List.of(move(" down"), go(" down"), of("sink", "sinks", "sinking", ""));
            case MOVE_DIAGONALLY -> List.of(move(" diagonally"), go(" diagonally"));
            case GROW ->
                    List.of(of("grow", "grows", "growing", ""), get(" bigger"), get(" larger"));
            case SHRINK -> List.of(of("shrink", "shrinks", "shrinking", ""), get(" smaller"));
            case SPIN ->
                    List.of(
                            of("spin", "spins", "spinning", ""),
                            of("rotate", "rotates", "rotating", ""),
                            of("turn", "turns", "turning", " around"));
            case BOUNCE ->
                    List.of(
                            of("bounce", "bounces", "bouncing", ""),
                            of("jump", "jumps", "jumping", " up and down"));
            case STOP ->
                    List.of(
                            of("stop", "stops", "stopping", ""),
                            of("halt", "halts", "halting", ""));
            case DISAPPEAR ->
                    List.of(
                            of("disappear", "disappears", "disappearing", ""),
                            of("vanish", "vanishes", "vanishing", ""));
            case STAY ->
                    List.of(
                            of("stay", "stays", "staying", " still"),
                            of("stand", "stands", "standing", " still"));
            case PASS_BEHIND ->
                    List.of(
                            of("pass", "passes", "passing", " behind"),
                            go(" behind"),
                            move(" behind"));
            case MEET ->
                    List.of(
                            of("meet", "meets", "meeting", ""),
                            of("approach", "approaches", "approaching", ""));
        };
    }

    private static VerbPhrase move(String rest) {
        return of("move", "moves", "moving", rest);
    }

    private static VerbPhrase go(String rest) {
        return of("go", "goes", "going", rest);
    }

    private static VerbPhrase come(String rest) {
        return of("come", "comes", "coming", rest);
    }

    private static VerbPhrase get(String rest) {
        return of("get", "gets", "getting", rest);
    }

    private static VerbPhrase enter() {
        return of("enter", "enters", "entering", "");
    }
}
