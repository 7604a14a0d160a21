package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.EntityTruth;
import io.github.alprolab.datasets.FrameSampling;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script says that a sprite does is what its boxes do. */
class ActionTruthTest {
    @ParameterizedTest
    @EnumSource(Action.class)
    void boxesDoWhatTheActionSays(Action action) {
        check(action, Scripts.TRAIN);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void boxesDoWhatTheActionSaysInTheCompleteRecipe(Action action) {
        check(action, Scripts.COMPLETE);
    }

    private static void check(Action action, List<SpriteScript> scripts) {
        List<SpriteScript> showing =
                scripts.stream()
                        .filter(s -> s.tracks().stream().anyMatch(t -> t.action() == action))
                        .limit(100)
                        .toList();
        assertThat(showing).hasSizeGreaterThan(10);
        for (SpriteScript script : showing) {
            script.tracks().stream()
                    .filter(track -> track.action() == action)
                    .forEach(track -> check(script, track));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void bouncesShowInEvenlyChosenPictures(int pictures) {
        for (SpriteScript script : Scripts.TRAIN) {
            int[] chosen =
                    FrameSampling.uniform().indices(script.frames(), pictures, new Random(0));
            for (SpriteTrack track : script.tracks()) {
                if (track.action() == Action.BOUNCE) {
                    IntSummaryStatistics heights =
                            IntStream.of(chosen)
                                    .map(t -> (int) (1000 * track.at(t).y()))
                                    .summaryStatistics();
                    assertThat(heights.getMax() - heights.getMin()).isGreaterThan(50);
                }
            }
        }
    }

    private static void check(SpriteScript script, SpriteTrack track) {
        int last = script.frames() - 1;
        Optional<EntityBox> start = box(script, track, 0);
        Optional<EntityBox> end = box(script, track, last);
        if (track.action() == Action.ENTER) {
            assertThat(start).isEmpty();
            assertThat(end).isPresent();
            return;
        }
        assertThat(start).as("%s at the start of %s", track.noun(), script.id()).isPresent();
        if (track.action() == Action.DISAPPEAR) {
            assertThat(end).isEmpty();
            return;
        }
        assertThat(end).as("%s at the end of %s", track.noun(), script.id()).isPresent();
        checkChange(script, track, start.get(), end.get());
    }

    private static void checkChange(
            SpriteScript script, SpriteTrack track, EntityBox start, EntityBox end) {
        double right = end.left() - start.left();
        double down = end.top() - start.top();
        double grown = end.width() / start.width();
        switch (track.action()) {
            case MOVE_LEFT -> assertThat(right).isLessThan(-0.3);
            case MOVE_RIGHT -> assertThat(right).isGreaterThan(0.3);
            case MOVE_UP -> assertThat(down).isLessThan(-0.3);
            case MOVE_DOWN -> assertThat(down).isGreaterThan(0.3);
            case MOVE_DIAGONALLY -> {
                assertThat(Math.abs(right)).isGreaterThan(0.2);
                assertThat(Math.abs(down)).isGreaterThan(0.2);
            }
            case GROW -> assertThat(grown).isGreaterThan(1.6);
            case SHRINK -> assertThat(grown).isLessThan(0.62);
            case STAY -> assertThat(end).isEqualTo(start);
            case SPIN, BOUNCE -> assertThat(Math.hypot(right, down)).isLessThan(0.01);
            case STOP -> assertThat(box(script, track, script.frames() * 9 / 10)).contains(end);
            case MEET -> assertThat(nextTo(end, partner(script, track))).isTrue();
            case PASS_BEHIND -> assertPassed(start, end, partner(script, track));
            case ENTER, DISAPPEAR -> throw new AssertionError("checked before");
        }
    }

    private static EntityBox partner(SpriteScript script, SpriteTrack track) {
        Noun noun = track.partner().orElseThrow();
        SpriteTrack other =
                script.tracks().stream()
                        .filter(t -> t.noun().equals(noun))
                        .findFirst()
                        .orElseThrow();
        return box(script, other, script.frames() - 1).orElseThrow();
    }

    private static boolean nextTo(EntityBox a, EntityBox b) {
        double gap =
                Math.max(a.left(), b.left()) - Math.min(a.left() + a.width(), b.left() + b.width());
        return Math.abs(gap) < 0.2;
    }

    private static void assertPassed(EntityBox start, EntityBox end, EntityBox other) {
        double x = other.left() + other.width() / 2;
        double y = other.top() + other.height() / 2;
        boolean flat = (middleX(start) - x) * (middleX(end) - x) < 0;
        boolean upright = (middleY(start) - y) * (middleY(end) - y) < 0;
        assertThat(flat || upright).isTrue();
    }

    private static double middleX(EntityBox box) {
        return box.left() + box.width() / 2;
    }

    private static double middleY(EntityBox box) {
        return box.top() + box.height() / 2;
    }

    private static Optional<EntityBox> box(SpriteScript script, SpriteTrack track, int frame) {
        EntityTruth truth = new ScriptTruth(script);
        return truth.at(frame).stream()
                .filter(box -> box.entity().equals(track.noun().name()))
                .findFirst();
    }
}
