package io.github.alprolab.datasets.sprites;

import java.util.ArrayList;
import java.util.List;

/** When: what comes first, last, before and after what. */
final class TimeQuestions {
    private static final List<String> ENDS = List.of("first", "last");
    private static final List<String> ORDER = List.of("before", "after");

    /** Pictures between two events of which one clearly comes first. */
    private static final int GAP = 2;

    private final Interview interview;
    private final List<SpriteTrack> acting;

    TimeQuestions(Interview interview) {
        this.interview = interview;
        this.acting = interview.tracks().stream().filter(t -> t.action() != Action.STAY).toList();
    }

    List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        for (SpriteTrack track : acting) {
            List<SpriteTrack> others =
                    acting.stream().filter(other -> other != track && !meet(track, other)).toList();
            others.forEach(
                    other -> {
                        if (before(track, other)) {
                            all.add(relative(track, other, "before"));
                            all.add(relative(other, track, "after"));
                        }
                    });
            if (!others.isEmpty() && others.stream().allMatch(other -> before(track, other))) {
                all.add(end(track, "first"));
            }
            if (!others.isEmpty() && others.stream().allMatch(other -> before(other, track))) {
                all.add(end(track, "last"));
            }
        }
        return all;
    }

    private Candidate relative(SpriteTrack track, SpriteTrack other, String answer) {
        String does = "when " + Interview.does(track.noun()) + " " + interview.base(track);
        boolean plural = Interview.plural(other.noun());
        String then = Article.THE.before(other.noun()) + " " + interview.finite(other, plural);
        String link = interview.word(List.of(", before or after "), List.of(", after or before "));
        return new Candidate(does + link + then + "?", answer, interview.others(ORDER, answer));
    }

    private Candidate end(SpriteTrack track, String answer) {
        String does = "when " + Interview.does(track.noun()) + " " + interview.base(track);
        String text =
                does + interview.word(List.of(", first or last?"), List.of(", last or first?"));
        return new Candidate(text, answer, interview.others(ENDS, answer));
    }

    private static boolean meet(SpriteTrack a, SpriteTrack b) {
        return a.action() == Action.MEET && a.partner().filter(b.noun()::equals).isPresent();
    }

    private static boolean before(SpriteTrack a, SpriteTrack b) {
        return end(a) + GAP <= begin(b);
    }

    /** The picture from which on it is doing what it does; for some actions a moment. */
    private static int begin(SpriteTrack track) {
        return switch (track.action()) {
            case DISAPPEAR -> track.visibleFrames();
            case STOP -> Motion.of(track).end();
            default -> Motion.of(track).begin();
        };
    }

    private static int end(SpriteTrack track) {
        return track.action() == Action.DISAPPEAR ? track.visibleFrames() : Motion.of(track).end();
    }
}
