package io.github.alprolab.datasets.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.CountingClip;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadablePairsTest {
    @Test
    void dividesPairsInTheirOrderAndCountsCauses() {
        Pair a = pair(CountingClip.of("a", 3));
        Pair b = pair(CountingClip.of("b", 1));
        List<Pair> all =
                List.of(
                        broken("x", ClipFault.MISSING),
                        a,
                        broken("y", ClipFault.TRUNCATED),
                        b,
                        broken("z", ClipFault.MISSING));
        ReadablePairs checked = ReadablePairs.check(all, 2);
        assertThat(checked.pairs()).containsExactly(a, b);
        assertThat(checked.unreadable())
                .extracting(e -> e.file().toString())
                .containsExactly("x", "y", "z");
        assertThat(checked.counts())
                .isEqualTo(Map.of(ClipFault.MISSING, 2, ClipFault.TRUNCATED, 1));
        assertThat(checked)
                .hasToString(
                        "2 readable clips, 3 left out {MISSING=2, TRUNCATED=1}; the first: video x: cannot be read");
    }

    @Test
    void saysSoWhenAllCanBeRead() {
        ReadablePairs checked = ReadablePairs.check(List.of(pair(CountingClip.of("a", 3))), 1);
        assertThat(checked.unreadable()).isEmpty();
        assertThat(checked).hasToString("1 clips, all readable");
    }

    @Test
    void anErrorThatIsNoFaultOfTheClipIsNotCountedAsOne() {
        ClipSource wrong = new BrokenClip("a", new ArithmeticException("a bug"));
        assertThatIllegalStateException()
                .isThrownBy(() -> ReadablePairs.check(List.of(pair(wrong)), 1))
                .withRootCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void measuringNeverPutsAnotherClipInPlace() {
        assertThat(UnreadableClips.REPLACE.inEvaluation()).isEqualTo(UnreadableClips.FAIL);
        assertThat(UnreadableClips.SKIP.inEvaluation()).isEqualTo(UnreadableClips.SKIP);
        assertThat(UnreadableClips.FAIL.inEvaluation()).isEqualTo(UnreadableClips.FAIL);
    }

    private static Pair broken(String id, ClipFault fault) {
        return pair(new BrokenClip(id, new ClipException(Path.of(id), fault, "cannot be read")));
    }

    private static Pair pair(ClipSource clip) {
        return new Pair(clip.id(), Split.TEST, clip, List.of("a caption"), Optional.empty());
    }

    private record BrokenClip(String id, RuntimeException fault) implements ClipSource {
        @Override
        public int frameCount() {
            return 4;
        }

        @Override
        public double framesPerSecond() {
            return 12;
        }

        @Override
        public Frames frames(int[] indices, int size) {
            throw fault;
        }
    }
}
