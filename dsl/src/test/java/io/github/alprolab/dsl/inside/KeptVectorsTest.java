package io.github.alprolab.dsl.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each clip is encoded once, a few at a time. */
class KeptVectorsTest {
    private final KeptVectors<Integer> vectors = new KeptVectors<>();
    private final List<Integer> asked = new ArrayList<>();

    private List<float[]> encode(List<Integer> some) {
        asked.add(some.size());
        return some.stream().map(i -> new float[] {i}).toList();
    }

    @Test
    void aSecondQuestionEncodesOnlyWhatIsNew() {
        List<Integer> clips = IntStream.range(1000, 1070).boxed().toList();
        vectors.of(clips.subList(0, 60), this::encode);
        List<float[]> all = vectors.of(clips, this::encode);

        assertThat(asked).containsExactly(32, 28, 10);
        assertThat(all).extracting(v -> (int) v[0]).isEqualTo(clips);
    }
}
