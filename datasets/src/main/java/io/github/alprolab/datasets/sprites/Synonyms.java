package io.github.alprolab.datasets.sprites;

import java.util.List;

/** Further ways to say what a sprite does. */
final class Synonyms {
    private Synonyms() {}

    /** Used for training too; between them they hold every word of the held-out ones. */
    static List<VerbPhrase> seen(Action action) {
        return switch (action) {
            case ENTER -> List.of(enter(" the picture"), come(" into the picture from outside"));
            case MOVE_LEFT -> List.of(move(" to the left"), travel(" left"), go(" leftwards"));
            case MOVE_RIGHT -> List.of(move(" to the right"), travel(" right"), go(" rightwards"));
            case MOVE_UP -> List.of(travel(" up"), go(" upwards"));
            case MOVE_DOWN -> List.of(travel(" down"), go(" downwards"));
            case MOVE_DIAGONALLY -> List.of(travel(" diagonally"), move(" on a diagonal"));
            case GROW -> List.of(become(" bigger"), get(" big"));
            case SHRINK -> List.of(become(" smaller"), get(" small"));
            case SPIN -> List.of(spin(" around"));
            case BOUNCE -> List.of(hop(" up and down"));
            case STOP -> List.of(come(" to a stop"), halt(" after a while"));
            case DISAPPEAR -> List.of(vanish(" from view"));
            case STAY -> List.of(stay(" in place"));
            case PASS_BEHIND -> List.of(travel(" behind"), go(" past behind"));
            case MEET -> List.of(come(" together with"), get(" close to"));
        };
    }

    /** Never used for training. */
    static List<VerbPhrase> heldOut(Action action) {
        return switch (action) {
            case ENTER -> List.of(come(" into the picture"));
            case MOVE_LEFT -> List.of(travel(" to the left"), move(" leftwards"));
            case MOVE_RIGHT -> List.of(travel(" to the right"), move(" rightwards"));
            case MOVE_UP -> List.of(travel(" upwards"), move(" upwards"));
            case MOVE_DOWN -> List.of(travel(" downwards"), move(" downwards"));
            case MOVE_DIAGONALLY -> List.of(travel(" on a diagonal"), go(" on a diagonal"));
            case GROW -> List.of(become(" larger"), become(" big"));
            case SHRINK -> List.of(become(" small"));
            case SPIN -> List.of(of("rotate", "rotates", "rotating", " around"));
            case BOUNCE -> List.of(of("bounce", "bounces", "bouncing", " up and down"));
            case STOP -> List.of(of("stop", "stops", "stopping", " after a while"));
            case DISAPPEAR -> List.of(of("disappear", "disappears", "disappearing", " from view"));
            case STAY -> List.of(of("stand", "stands", "standing", " in place"));
            case PASS_BEHIND -> List.of(travel(" past behind"), move(" past behind"));
            case MEET -> List.of(get(" together with"), come(" close to"));
        };
    }

    private static VerbPhrase of(String plural, String singular, String participle, String rest) {
        return new VerbPhrase(plural, singular, participle, rest);
    }

    private static VerbPhrase become(String rest) {
        return of("become", "becomes", "becoming", rest);
    }

    private static VerbPhrase come(String rest) {
        return of("come", "comes", "coming", rest);
    }

    private static VerbPhrase enter(String rest) {
        return of("enter", "enters", "entering", rest);
    }

    private static VerbPhrase get(String rest) {
        return of("get", "gets", "getting", rest);
    }

    private static VerbPhrase go(String rest) {
        return of("go", "goes", "going", rest);
    }

    private static VerbPhrase halt(String rest) {
        return of("halt", "halts", "halting", rest);
    }

    private static VerbPhrase hop(String rest) {
        return of("hop", "hops", "hopping", rest);
    }

    private static VerbPhrase move(String rest) {
        return of("move", "moves", "moving", rest);
    }

    private static VerbPhrase spin(String rest) {
        return of("spin", "spins", "spinning", rest);
    }

    private static VerbPhrase stay(String rest) {
        return of("stay", "stays", "staying", rest);
    }

    private static VerbPhrase travel(String rest) {
        return of("travel", "travels", "traveling", rest);
    }

    private static VerbPhrase vanish(String rest) {
        return of("vanish", "vanishes", "vanishing", rest);
    }
}
