package io.github.alprolab.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.dsl.check.LookChecks.Turn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The checks of how clips are mixed, changed and kept, on counts. */
class LookChecksTest {
    private static final double GIB = 1L << 30;

    @Test
    void dataSetsThatTakeTurnsFillAnUpdateEach() {
        Turn videos = new Turn("videos", 0.75, 64, 0, 64);
        Turn pictures = new Turn("pictures", 0.25, 31, 31, 0);

        assertThat(LookChecks.mixture(List.of(videos, pictures), 8, 2))
                .singleElement()
                .hasToString(
                        "✓ C31  Every update is of one data set: videos 75.0 %, pictures 25.0 %.");
        assertThat(LookChecks.mixture(List.of(videos, pictures), 8, 4))
                .singleElement()
                .hasToString(
                        "✗ C31  pictures has 31 training pairs and an update of it takes 32."
                                + "  → .batch(7), or more pairs");
        assertThat(LookChecks.mixture(List.of(videos), 8, 99)).isEmpty();
    }

    @Test
    void aPoolOfBothKindsIsWarnedOf() {
        Turn both = new Turn("both", 1, 64, 1, 63);

        assertThat(LookChecks.mixture(List.of(both), 8, 1))
                .singleElement()
                .hasToString(
                        "! C31  both holds videos and still pictures, and a batch is labelled by the"
                                + " prompts of its first clip's kind.  →"
                                + " Pairs.of(videos).and(pictures, 0.5)");
    }

    @Test
    void anAugmentationThatFailsOrMirrorsSidesIsToldFirst() {
        assertThat(LookChecks.augmentation("mine-1", Optional.of("no"), 64, 0.5).toString())
                .contains("✗ C32  The augmentation “mine-1” fails: no.");
        assertThat(LookChecks.augmentation("published", Optional.empty(), 224, 0.5).toString())
                .contains("! C32  50.0 % of the training captions say left or right");
        assertThat(LookChecks.augmentation("published", Optional.empty(), 224, 0).toString())
                .contains("✓ C32  Training clips are augmented: published.");
    }

    @Test
    void theCacheIsComparedWithWhatIsNeededAndFree() {
        assertThat(LookChecks.disk(3 * GIB, 20 * GIB, 50 * GIB).toString())
                .startsWith("✓ C33  All frames fit into the cache on disk");
        assertThat(LookChecks.disk(30 * GIB, 20 * GIB, 50 * GIB).toString())
                .contains("C33  All frames take at most ")
                .doesNotContain("→");
        assertThat(LookChecks.disk(30 * GIB, 20 * GIB, 5 * GIB).toString())
                .startsWith("! C33  The cache of frames may grow to ")
                .endsWith("→ .cacheOnDisk(4), or ALPROLAB_CACHE on another disk");
        assertThat(LookChecks.disk(3 * GIB, 20 * GIB, 5 * GIB).toString()).startsWith("✓ C33");
        assertThat(LookChecks.disk(3 * GIB, 20 * GIB, 1).toString()).contains(".cacheOnDisk(0.1)");
    }
}
