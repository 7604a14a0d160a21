package io.github.alprolab.datasets.sprites;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What and who: which sprite does something, with whom, and what one does. */
final class IdentityQuestions {
    /** Actions that one word tells; ways in one direction are all "move". */
    private static final Map<Action, String> WORDS =
            Map.ofEntries(
                    Map.entry(Action.ENTER, "enter"),
                    Map.entry(Action.MOVE_LEFT, "move"),
                    Map.entry(Action.MOVE_RIGHT, "move"),
                    Map.entry(Action.MOVE_UP, "move"),
                    Map.entry(Action.MOVE_DOWN, "move"),
                    Map.entry(Action.MOVE_DIAGONALLY, "move"),
                    Map.entry(Action.GROW, "grow"),
                    Map.entry(Action.SHRINK, "shrink"),
                    Map.entry(Action.SPIN, "spin"),
                    Map.entry(Action.BOUNCE, "bounce"),
                    Map.entry(Action.STOP, "stop"),
                    Map.entry(Action.DISAPPEAR, "disappear"),
                    Map.entry(Action.STAY, "stay"),
                    Map.entry(Action.PASS_BEHIND, "pass"),
                    Map.entry(Action.MEET, "meet"));

    /** The answers to "what does it do?". */
    private static final List<String> ACTIVITIES =
            List.of("move", "grow", "shrink", "spin", "bounce", "disappear", "stay");

    private final Interview interview;

    IdentityQuestions(Interview interview) {
        this.interview = interview;
    }

    List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        for (SpriteTrack track : interview.tracks()) {
            if (alone(track)) {
                all.add(doer(track));
            }
            if (track.partner().isPresent() && onePartner(track)) {
                all.add(partner(track));
            }
            if (ACTIVITIES.contains(activity(track))) {
                all.add(activityOf(track, activity(track)));
            }
        }
        return all;
    }

    /** Whether nobody else could be said to do the same. */
    private boolean alone(SpriteTrack track) {
        return interview.tracks().stream()
                .noneMatch(
                        other -> other != track && interview.seen(other).contains(track.action()));
    }

    private Candidate doer(SpriteTrack track) {
        Noun noun = track.noun();
        String text = Interview.pronoun(noun) + " " + interview.finite(track, false) + "?";
        Set<Noun> named = track.partner().map(Set::of).orElse(Set.of());
        return new Candidate(text, noun.name(), interview.otherNouns(noun, named));
    }

    private boolean onePartner(SpriteTrack track) {
        return track.action() == Action.MEET
                ? interview.tracks().stream()
                                .filter(t -> interview.seen(t).contains(Action.MEET))
                                .count()
                        == 2
                : interview.observed().inFrontOf(track).size() == 1;
    }

    private Candidate partner(SpriteTrack track) {
        Noun partner = track.partner().orElseThrow();
        String does = Interview.pronoun(partner) + " " + Interview.does(track.noun());
        String text = does + " " + interview.verb(track) + "?";
        return new Candidate(
                text, partner.name(), interview.otherNouns(partner, Set.of(track.noun())));
    }

    /** The one word for what it does; empty when several could be said. */
    private String activity(SpriteTrack track) {
        Set<Action> seen = EnumSet.copyOf(interview.seen(track));
        if (seen.contains(Action.BOUNCE)) {
            seen.removeAll(Set.of(Action.MOVE_UP, Action.MOVE_DOWN));
        }
        if (seen.size() > 1) {
            seen.remove(Action.STAY);
        }
        Set<String> words = seen.stream().map(WORDS::get).collect(Collectors.toSet());
        return words.size() == 1 ? words.iterator().next() : "";
    }

    private Candidate activityOf(SpriteTrack track, String answer) {
        String does = "what " + Interview.does(track.noun());
        String text =
                does + interview.word(List.of(" do?", " do here?"), List.of(" do in the clip?"));
        return new Candidate(text, answer, interview.others(ACTIVITIES, answer));
    }
}
