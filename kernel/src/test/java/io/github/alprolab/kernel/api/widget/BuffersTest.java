package io.github.alprolab.kernel.api.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bytes inside a state, beside it and back. */
class BuffersTest {
    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2, 2};

    /** A state's part with bytes in it. */
    record Picture(String name, byte[] bytes) {}

    @Test
    void bytesInListsMapsAndRecordsGoBesideTheState() {
        Buffers buffers = new Buffers();
        Map<String, Object> left =
                buffers.detach(
                        Map.of(
                                "pictures",
                                List.of(new Picture("a", ONE), Map.of("deep", List.of(TWO)))));

        assertThat(left)
                .isEqualTo(
                        Map.of(
                                "pictures",
                                List.of(
                                        Map.of("name", "a"),
                                        Map.of("deep", new ArrayList<>(nothing())))));
        assertThat(buffers.paths())
                .containsExactly(
                        List.of("pictures", 0, "bytes"), List.of("pictures", 1, "deep", 0));
        assertThat(buffers.buffers()).containsExactly(ONE, TWO);
    }

    @Test
    void bytesBesideAStateGoWhereTheyBelong() {
        Map<String, Object> state = new HashMap<>(Map.of("frames", nothing()));

        Buffers.attach(state, List.of(List.of("frames", 0), List.of("picture")), List.of(ONE, TWO));

        assertThat(state).containsEntry("frames", List.of(ONE)).containsEntry("picture", TWO);
    }

    @Test
    void aPathThatLeadsNowhereIsRefused() {
        for (List<Object> path :
                List.of(
                        List.<Object>of("frames", 7),
                        List.<Object>of("none", "x"),
                        List.<Object>of("frames", "x"),
                        List.<Object>of(1))) {
            Map<String, Object> state = new HashMap<>(Map.of("frames", nothing()));
            assertThatThrownBy(() -> Buffers.attach(state, List.of(path), List.of(ONE)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("where nothing is");
        }
    }

    private static List<Object> nothing() {
        List<Object> one = new ArrayList<>();
        one.add(null);
        return one;
    }
}
