package io.github.alprolab.datasets.sprites;

import java.util.ArrayList;
import java.util.List;

/** How: how many there are and how fast one moves. */
final class CountQuestions {
    private static final List<String> NUMBERS = List.of("one", "two", "three");
    private static final List<String> SPEEDS = List.of("slowly", "fast");

    /** Shares of the picture per second; what lies between is neither slow nor fast. */
    private static final double SLOW = 0.22;

    private static final double FAST = 0.38;

    private final Interview interview;

    CountQuestions(Interview interview) {
        this.interview = interview;
    }

    List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        List<Noun> nouns = interview.tracks().stream().map(SpriteTrack::noun).toList();
        // "Some grapes" and "some bread" are not one of anything.
        if (nouns.stream().allMatch(noun -> noun.grammar() == NounGrammar.SINGLE)) {
            all.add(count("things", nouns.size()));
            int animals = (int) nouns.stream().filter(Interview::animal).count();
            if (animals > 0) {
                all.add(count("animals", animals));
            }
        }
        interview.tracks().stream()
                .filter(CountQuestions::straight)
                .filter(track -> !speed(track).isEmpty())
                .forEach(track -> all.add(speedOf(track)));
        return all;
    }

    private Candidate count(String what, int count) {
        String answer = NUMBERS.get(count - 1);
        String text =
                interview.word(
                        List.of("how many %s are there?", "how many %s does the video show?"),
                        List.of("how many %s are in the video?"));
        return new Candidate(text.formatted(what), answer, interview.others(NUMBERS, answer));
    }

    private static boolean straight(SpriteTrack track) {
        return switch (track.action()) {
            case MOVE_LEFT, MOVE_RIGHT, MOVE_UP, MOVE_DOWN, MOVE_DIAGONALLY -> true;
            default -> false;
        };
    }

    private static String speed(SpriteTrack track) {
        Motion motion = Motion.of(track);
        double seconds = (double) (motion.end() - motion.begin()) / SpriteScript.FRAMES_PER_SECOND;
        double speed = motion.distance() / seconds;
        return speed < SLOW ? "slowly" : speed > FAST ? "fast" : "";
    }

    private Candidate speedOf(SpriteTrack track) {
        String answer = speed(track);
        String does = "how fast " + Interview.does(track.noun());
        String text = does + interview.word(List.of(" move?", " go?"), List.of(" travel?"));
        return new Candidate(text, answer, interview.others(SPEEDS, answer));
    }
}
