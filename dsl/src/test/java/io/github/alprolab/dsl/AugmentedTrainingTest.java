package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.augmentation.FrameChange;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training clips that are changed at random, from the verb to the record. */
class AugmentedTrainingTest {
    private static final Pairs PLAIN = Pairs.of(Datasets.colours(32, 16, 16)).frames(2).size(32);
    private static final Pairs AUGMENTED = PLAIN.augment(Augmentation.effective());

    @TempDir Path runs;

    @BeforeEach
    void store() {
        Tiny.keepRunsIn(runs);
    }

    @AfterAll
    static void forget() {
        Tiny.forgetRuns();
    }

    private static PrompterTraining training(Pairs pairs) {
        return Experiment.prompter("colours")
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .trainer(Tiny.TRAINER);
    }

    @Test
    void theyLearnFromOtherFramesAndTheRecordSaysSo() throws IOException {
        PrompterRun plain = training(PLAIN).run();
        PrompterRun augmented = training(AUGMENTED).run();

        assertThat(augmented.folder()).isNotEqualTo(plain.folder());
        assertThat(Tiny.figures(augmented.folder())).isNotEqualTo(Tiny.figures(plain.folder()));
        assertThat(Files.readString(augmented.folder().resolve("experiment.json")))
                .contains("\"augment\": \"effective\"");
        assertThat(Files.readString(plain.folder().resolve("experiment.json")))
                .doesNotContain("augment");
        assertThat(Files.readString(augmented.folder().resolve("experiment.java")))
                .contains(".augment(Augmentation.effective())");
    }

    @Test
    void aStoppedOneGoesOnBitForBit() {
        List<String> straight = Tiny.figures(training(AUGMENTED).run().folder());
        System.setProperty("alprolab.runs", runs.resolve("stopped").toString());
        Tiny.Listener.offered(3);
        assertThat(training(AUGMENTED).run().state().step()).isEqualTo(3);
        Tiny.Listener.offered(Integer.MAX_VALUE);

        assertThat(Tiny.figures(training(AUGMENTED).run().folder())).isEqualTo(straight);
    }

    /** A change that blackens clips would leave nothing to tell them apart by. */
    @Test
    void whatIsMeasuredIsNotChanged() {
        FrameChange black =
                (frames, random) ->
                        Frames.of(
                                frames.count(),
                                frames.height(),
                                frames.width(),
                                new byte[frames.byteCount()]);
        Checkpoint model = training(PLAIN).run().last();
        Pairs test = PLAIN.only(Split.TEST);
        Pairs blackened = test.augment(Augmentation.named("black", black));

        assertThat(retrieval(blackened, model)).isEqualTo(retrieval(test, model));
        assertThat(blackened.sample(1).get(0).frames()).isEqualTo(test.sample(1).get(0).frames());
        assertThat(blackened.sample(1).get(0).augmented(1).rgb()).containsOnly(0);
    }

    private static String retrieval(Pairs pairs, Checkpoint model) {
        return Experiment.retrieval("search").pairs(pairs).from(model).run().metrics().toString();
    }

    @Test
    void aFigureShowsClipsAsTheyAreAndAsTheFirstEpochsSeeThem() {
        Clips some = AUGMENTED.sample(2);

        assertThat(some.augmented().picture().words())
                .contains("1. " + some.get(0).id() + " · as it is")
                .contains("4. " + some.get(0).id() + " · epoch 3")
                .contains("8. " + some.get(1).id() + " · epoch 3");
        assertThat(some.get(0).augmented(1)).isNotEqualTo(some.get(0).augmented(2));
        assertThat(some.get(0).augmented(2)).isEqualTo(some.get(0).augmented(2));
        assertThatThrownBy(() -> PLAIN.sample(2).augmented())
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C32", "pairs.augment(Augmentation.effective())");
    }

    @Test
    void theCheckSaysWhatIsChangedAndWhatDoesNotFit(@TempDir Path cache) {
        FrameChange quarter =
                (frames, random) -> {
                    if (frames.width() > 32) {
                        throw new IllegalStateException("too large for me");
                    }
                    return frames;
                };
        assertThat(training(AUGMENTED).check().all().toString())
                .contains("✓ C32  Training clips are augmented: effective.");
        assertThat(training(PLAIN).check().all().toString()).doesNotContain("C32");
        assertThat(training(PLAIN.augment(Augmentation.published())).check().all().toString())
                .contains("C32  Training clips are augmented: published, whose translations")
                .contains("224; these have 32.");
        assertThat(
                        training(Tiny.pairs(cache).augment(Augmentation.published()))
                                .check()
                                .all()
                                .toString())
                .containsPattern("! C32 .* of the training captions say left or right, and the");
        assertThat(
                        training(PLAIN.size(64).augment(Augmentation.named("quarter", quarter)))
                                .check()
                                .toString())
                .contains("✗ C32  The augmentation “quarter-")
                .contains("too large for me");
    }

    @Test
    void thePublishedRecipeIsOneValueOfPairsAndOneOfTrainer() {
        assertThat(PLAIN.asPublished())
                .isEqualTo(
                        Pairs.of(Datasets.colours(32, 16, 16))
                                .size(224)
                                .augment(Augmentation.published()));
        assertThat(Trainer.published().learningRate()).isEqualTo(1e-4);
        assertThat(Trainer.published().batch()).isEqualTo(256);
        assertThat(Trainer.published().epochs()).isEqualTo(10);
    }

    @Test
    void theTableOfPairsNamesIt() {
        assertThat(AUGMENTED.describe().title()).contains(", augmented: effective · data ");
        assertThat(PLAIN.describe().title()).doesNotContain("augmented");
    }
}
