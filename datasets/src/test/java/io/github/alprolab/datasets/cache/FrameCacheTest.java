package io.github.alprolab.datasets.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.datasets.CountingClip;
import io.github.alprolab.datasets.Frames;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameCacheTest {
    private static final int PICTURE = 4 * 4 * 3;
    private static final int[] FIRST_TWO = {0, 1};

    @Test
    void decodesOnceWhatIsAskedForAgain() {
        CountingClip clip = CountingClip.of("a", 8);
        FrameCache cache = FrameCache.ofBytes(1000);
        Frames first = cache.frames(clip, FIRST_TWO, 4);
        assertThat(cache.frames(clip, FIRST_TWO, 4)).isEqualTo(first);
        assertThat(cache.frames(clip, new int[] {1, 1, 0}, 4).rgb()[0]).isEqualTo((byte) 1);
        assertThat(clip.decoded()).hasValue(1);
        assertThat(cache.heldBytes()).isEqualTo(2 * PICTURE);
    }

    @Test
    void keepsTheWholeClipOnceOtherPicturesAreAskedFor() {
        CountingClip clip = CountingClip.of("a", 8);
        FrameCache cache = FrameCache.ofBytes(1000);
        cache.frames(clip, FIRST_TWO, 4);
        for (int i = 0; i < 8; i++) {
            assertThat(cache.frames(clip, new int[] {i}, 4).rgb()[0]).isEqualTo((byte) i);
        }
        assertThat(clip.decoded()).hasValue(2);
        assertThat(cache.heldBytes()).isEqualTo(8 * PICTURE);
    }

    @Test
    void whatCameFirstStaysWhenTheBudgetIsSpent() {
        CountingClip first = CountingClip.of("first", 8);
        CountingClip late = CountingClip.of("late", 8);
        FrameCache cache = FrameCache.ofBytes(3 * PICTURE);
        for (int epoch = 0; epoch < 3; epoch++) {
            cache.frames(first, FIRST_TWO, 4);
            assertThat(cache.frames(late, FIRST_TWO, 4).rgb()[0]).isZero();
        }
        assertThat(first.decoded()).hasValue(1);
        assertThat(late.decoded()).hasValue(3);
        assertThat(cache.heldBytes()).isEqualTo(2 * PICTURE);
    }

    @Test
    void aShareOfALargeHeapEndsAtAnAmountThatCollectionsCanSpare() {
        CountingClip clip = CountingClip.of("a", 40);
        FrameCache cache = FrameCache.ofHeap(1);
        for (int i = 0; i < 40; i++) {
            cache.frames(CountingClip.of("clip " + i, 1), new int[] {0}, 1200); // 4.1 MiB
        }
        assertThat(cache.heldBytes()).isBetween(100L << 20, 128L << 20);
        assertThat(FrameCache.ofHeap(0).frames(clip, FIRST_TWO, 4).count()).isEqualTo(2);
    }

    @Test
    void aClipWithoutRoomForAllOfItIsDecodedInPart() {
        CountingClip clip = CountingClip.of("a", 8);
        FrameCache cache = FrameCache.ofBytes(7 * PICTURE);
        cache.frames(clip, FIRST_TWO, 4);
        assertThat(cache.frames(clip, new int[] {5}, 4).rgb()[0]).isEqualTo((byte) 5);
        assertThat(cache.frames(clip, FIRST_TWO, 4).count()).isEqualTo(2);
        assertThat(clip.decoded()).hasValue(2);
        assertThat(cache.heldBytes()).isEqualTo(2 * PICTURE);
    }

    @Test
    void withoutBudgetItDecodesOnlyWhatIsAskedForEachTime() {
        CountingClip clip = CountingClip.of("a", 8);
        FrameCache cache = FrameCache.ofBytes(0);
        cache.frames(clip, FIRST_TWO, 4);
        cache.frames(clip, FIRST_TWO, 4);
        assertThat(clip.decoded()).hasValue(2);
        assertThat(cache.heldBytes()).isZero();
    }

    @Test
    void sizesAreKeptApart() {
        CountingClip clip = CountingClip.of("a", 8);
        FrameCache cache = FrameCache.ofBytes(100_000);
        assertThat(cache.frames(clip, FIRST_TWO, 4).width()).isEqualTo(4);
        assertThat(cache.frames(clip, FIRST_TWO, 8).width()).isEqualTo(8);
    }

    @Test
    void manyThreadsGetTheRightPicturesWithinTheBudget() {
        CountingClip[] clips =
                IntStream.range(0, 20)
                        .mapToObj(i -> CountingClip.of("c" + i, 8))
                        .toArray(CountingClip[]::new);
        FrameCache cache = FrameCache.ofBytes(40 * PICTURE);
        IntStream.range(0, 2000)
                .parallel()
                .forEach(
                        i -> {
                            Random random = new Random(i);
                            int wanted = random.nextInt(8);
                            CountingClip clip = clips[random.nextInt(clips.length)];
                            Frames frames = cache.frames(clip, new int[] {wanted}, 4);
                            assertThat(frames.rgb()[0]).isEqualTo((byte) wanted);
                        });
        assertThat(cache.heldBytes()).isBetween(1L, 40L * PICTURE);
    }

    @Test
    void refusesANegativeBudget() {
        assertThatIllegalArgumentException().isThrownBy(() -> FrameCache.ofBytes(-1));
    }
}
