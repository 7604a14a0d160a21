package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.inside.Inspector;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.HeatMap;
import io.github.alprolab.dsl.figure.Overlays;
import io.github.alprolab.dsl.figure.ScatterMap;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a tiny trained model says of itself, and what it refuses. */
class ModelTest extends OnTrainedModel {
    @Test
    void attentionLiesOverEveryFrameAndDiffersByBlockAndHead() {
        Clip clip = clip();
        try (Model model = trained.checkpoint().model()) {
            var all = (Overlays) model.attention(clip).picture();
            var one = (Overlays) model.head(2).attention(clip).picture();
            assertThat(all.overlays()).hasSize(2);
            assertThat(all.overlays().get(0).heat().rows()).isEqualTo(2);
            assertThat(all.most()).isBetween(0.01, 1.0);
            assertThat(one.overlays()).isNotEqualTo(all.overlays());
            assertThat(one.title()).contains("block 1 of 1, head 2 of 4");
            assertThat(model.attention(clip).picture().words()).isEqualTo(all.words());
        }
    }

    @Test
    void framesShareOutAllTheirAttentionOverTime() {
        try (Model model = trained.checkpoint().model()) {
            var map = (HeatMap) model.temporalAttention(clip()).picture();
            for (int row = 0; row < 2; row++) {
                assertThat(map.values().at(row, 0) + map.values().at(row, 1))
                        .isBetween(0.999, 1.001);
            }
        }
    }

    @Test
    void aWordOfTheCaptionIsShownByHeadAndAnotherIsRefusedWithThoseThatAreThere() {
        Clip clip = learned().withCaption(learned().caption().toUpperCase(Locale.ROOT));
        String word = learned().caption().split(" ")[1];
        try (Model model = trained.checkpoint().model()) {
            var one = (Overlays) model.wordToPatch(clip, word).picture();
            var all = (Overlays) model.wordToPatch(clip).picture();
            assertThat(one.overlays()).hasSize(5).allMatch(o -> o.label().contains("sum"));
            assertThat(all.overlays())
                    .hasSizeBetween(3, 8)
                    .filteredOn(o -> o.label().equals(word))
                    .first()
                    .satisfies(o -> assertThat(o.heat()).isEqualTo(one.overlays().get(0).heat()));
            refused(() -> model.wordToPatch(clip, "zebra"), "“" + word + "”");
            refused(() -> model.wordToPatch(clip, "a zeppelin", "zeppelin"), "[UNK]");
            refused(() -> model.wordToPatch(clip, " "), "is not in the text");
        }
    }

    @Test
    void hiddenWordsAreFilledInWithTheClipAndWithBlackFrames() {
        try (Model model = trained.checkpoint().model()) {
            DataTable one = model.fillMask(clip(), "a [MASK] moves left");
            DataTable two = model.fillMask(clip(), "a [MASK] moves [MASK]", 3);
            assertThat(one.rows()).isEqualTo(5);
            assertThat(two.rows()).isEqualTo(6);
            assertThat(two.columns()).startsWith("[MASK]", "word");
            List<Double> seen = one.tablesaw().doubleColumn("with the video").asList();
            assertThat(seen).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(seen.get(0)).isBetween(0.0, 1.0);
            refused(() -> model.fillMask(clip(), "a dog moves left"), "hides no word");
        }
    }

    @Test
    void clipsAndCaptionsAreComparedAndMapped() {
        Clips clips = trained.test().sample(4);
        try (Model model = trained.checkpoint().model()) {
            var map = (HeatMap) model.similarity(clips).picture();
            var plane = (ScatterMap) model.embeddings(clips).picture();
            assertThat(map.values().rows()).isEqualTo(4);
            assertThat(Double.isFinite(map.values().most())).isTrue();
            assertThat(plane.points()).hasSize(8);
            refused(() -> model.embeddings(trained.test().sample(1)), "at least 2");
        }
    }

    @Test
    void aPrompterHasLearnedNoWordsAndAPlaceThatIsNotThereIsRefused() {
        try (Model teacher = Runs.latest("teacher").best().model()) {
            assertThat(teacher.attention(clip()).picture().words()).contains("share");
            refused(() -> teacher.fillMask(clip(), "a [MASK] moves left"), "prompter");
            refused(() -> teacher.wordToPatch(clip()), "prompter");
            refused(() -> teacher.block(2).attention(clip()), "the video encoder has 1");
        }
    }

    @Test
    void questionsLeaveNoTensorsBehindAndClosingFreesAll() {
        Model model = trained.checkpoint().model();
        Clip clip = clip();
        model.attention(clip);
        Inspector open = model.open().model().orElseThrow();
        int tensors = open.openTensors();
        model.temporalAttention(clip);
        model.wordToPatch(clip);
        model.fillMask(clip, "a [MASK] moves left");
        model.similarity(trained.test().sample(3));
        model.block(1).head(1).attention(clip);
        assertThat(model.open().model()).containsSame(open);
        assertThat(open.openTensors()).isEqualTo(tensors).isPositive();
        model.close();
        assertThat(open.openTensors()).isZero();
        assertThat(model.attention(clip).title()).contains("CLS");
        model.close();
    }

    @Test
    void aModelThatNobodyHoldsIsFreedWhenTheCollectorFindsIt() throws Exception {
        Inspector open = modelOfADroppedValue();
        for (int i = 0; i < 100 && open.openTensors() > 0; i++) {
            System.gc();
            Thread.sleep(50); // the collector and the cleaner have threads of their own
        }
        assertThat(open.openTensors()).isZero();
    }

    private static Inspector modelOfADroppedValue() {
        Model model = trained.checkpoint().model();
        model.attention(clip());
        return model.open().model().orElseThrow();
    }

    @Test
    void aRunKeepsOneModelForAllQuestionsAndAValueIsCodeThatRebuildsIt() {
        var run = (PretrainingRun) Runs.latest("student");
        assertThat(run.model()).isSameAs(run.model());
        assertThat(run.fillMask(clip(), "a [MASK] moves left").rows()).isEqualTo(5);
        assertThat(run.similarity(trained.test().sample(2)).title()).contains("2 clips");
        assertThat(run.model().open().model()).isPresent();
        run.close();
        assertThat(run.model().open().model()).isEmpty();
        assertThat(run.model().block(1).head(2))
                .hasToString(run.best() + ".model().block(1).head(2)")
                .isEqualTo(run.best().model().block(1).head(2));
    }

    /** One whose words the model knows. */
    private static Clip learned() {
        return Tiny.pairs(folder.resolve("cache")).only(Split.TRAIN).sample(1).get(0);
    }

    private static Clip clip() {
        return trained.test().sample(1).get(0);
    }

    private static void refused(Runnable work, String words) {
        assertThatThrownBy(work::run)
                .isInstanceOf(AdviceException.class)
                .hasMessageStartingWith("C40")
                .hasMessageContaining(words);
    }
}
