package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.EntityBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where: the place of a sprite at the start and at the end, and where it goes. */
final class PlaceQuestions {
    private static final List<String> PLACES = List.of("left", "right", "top", "bottom", "middle");
    private static final List<String> DIRECTIONS = List.of("left", "right", "up", "down");

    private static final Map<Action, String> DIRECTION =
            Map.of(
                    Action.MOVE_LEFT, "left",
                    Action.MOVE_RIGHT, "right",
                    Action.MOVE_UP, "up",
                    Action.MOVE_DOWN, "down");

    /** Shares of the picture around its middle within which a centre is in the middle. */
    private static final double MIDDLE = 0.1;

    /** From here on a centre is clearly at a side. */
    private static final double SIDE = 0.16;

    private final Interview interview;
    private final ScriptTruth truth;

    PlaceQuestions(Interview interview) {
        this.interview = interview;
        this.truth = new ScriptTruth(interview.script());
    }

    List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        int last = interview.script().frames() - 1;
        for (SpriteTrack track : interview.tracks()) {
            place(track, 0)
                    .ifPresent(
                            answer ->
                                    all.add(
                                            whereIs(
                                                    track,
                                                    answer,
                                                    List.of(" at the start?", " at first?"),
                                                    List.of(" first?"))));
            place(track, last)
                    .ifPresent(
                            answer ->
                                    all.add(
                                            whereIs(
                                                    track,
                                                    answer,
                                                    List.of(" at the end?", " in the end?"),
                                                    List.of(" last?"))));
            if (DIRECTION.containsKey(track.action())) {
                all.add(whereTo(track));
            }
        }
        return all;
    }

    private Candidate whereIs(
            SpriteTrack track, String answer, List<String> usual, List<String> heldOut) {
        String text = "where " + Interview.is(track.noun()) + interview.word(usual, heldOut);
        return new Candidate(text, answer, interview.others(PLACES, answer));
    }

    private Candidate whereTo(SpriteTrack track) {
        String answer = DIRECTION.get(track.action());
        String does = "where " + Interview.does(track.noun());
        String text = does + interview.word(List.of(" go?", " move?"), List.of(" travel?"));
        return new Candidate(text, answer, interview.others(DIRECTIONS, answer));
    }

    /** Empty where it is not seen, in a corner, or between two places. */
    private Optional<String> place(SpriteTrack track, int frame) {
        return truth.at(frame).stream()
                .filter(box -> box.entity().equals(track.noun().name()))
                .findFirst()
                .flatMap(PlaceQuestions::place);
    }

    private static Optional<String> place(EntityBox box) {
        double right = box.left() + box.width() / 2 - 0.5;
        double down = box.top() + box.height() / 2 - 0.5;
        boolean central = Math.abs(right) < MIDDLE;
        boolean level = Math.abs(down) < MIDDLE;
        if (central && level) {
            return Optional.of("middle");
        }
        if (level && Math.abs(right) > SIDE) {
            return Optional.of(right < 0 ? "left" : "right");
        }
        return central && Math.abs(down) > SIDE
                ? Optional.of(down < 0 ? "top" : "bottom")
                : Optional.empty();
    }
}
