package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.PublishedQuirk;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.CanonicalJson;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Nouns are values: edits copy, equal settings are equal, wrong ones are refused at once. */
class ValuesTest {
    @Property
    void anEditOfATrainerLeavesTheOldOneAndGivesTheNewValue(
            @ForAll @DoubleRange(min = 0.01, max = 1) double rate,
            @ForAll @IntRange(min = 1, max = 1000) int epochs,
            @ForAll long seed) {
        Trainer before = Trainer.adamW(1e-3);
        String text = before.toString();
        Trainer after = before.learningRate(rate).epochs(epochs).seed(seed);

        assertThat(after.learningRate()).isEqualTo(rate);
        assertThat(after.epochs()).isEqualTo(epochs);
        assertThat(after.seed()).isEqualTo(seed);
        assertThat(before).hasToString(text).isEqualTo(Trainer.adamW(1e-3));
    }

    @Test
    void aTrainerStartsWithThePublishedSettings() {
        Trainer trainer = Trainer.adamW(1e-4);
        assertThat(trainer.warmup()).isEqualTo(0.05);
        assertThat(trainer.decay()).isEqualTo(Decay.LINEAR);
        assertThat(trainer.weightDecay()).isEqualTo(1e-3);
        assertThat(trainer.clip()).isEqualTo(20);
    }

    @Test
    void aTrainersOptionsArePartOfItAndOfTheCodeThatRebuildsIt() {
        Trainer trainer =
                Trainer.adamW(1e-4).accumulate(4).gradientCheckpointing().likeReferenceCode();

        assertThat(trainer.accumulate()).isEqualTo(4);
        assertThat(trainer.toString())
                .contains(".accumulate(4).gradientCheckpointing().likeReferenceCode().seed(");
        assertThat(trainer.config().get(TrainConfig.GRADIENT_CHECKPOINTING)).isTrue();
        assertThat(PublishedQuirk.values()).allMatch(trainer.config()::has);
        assertThat(trainer).isNotEqualTo(Trainer.adamW(1e-4));
        assertThat(Trainer.adamW(1e-4).toString()).doesNotContain("accumulate");
    }

    @Test
    void wrongNumbersAreRefusedWhereTheyAreTyped() {
        assertAdvice(() -> Trainer.adamW(0), "learningRate(0) is given; allowed is above 0.");
        assertAdvice(() -> Trainer.adamW(1e-3).warmup(1), "allowed is a share from 0 to below 1");
        assertAdvice(
                () -> Trainer.adamW(1e-3).epochs(0), "epochs(0) is given; allowed is at least 1");
        assertAdvice(
                () -> Trainer.adamW(1e-3).chunks(0), "chunks(0) is given; allowed is at least 1");
        assertAdvice(
                () -> Trainer.adamW(1e-3).accumulate(0),
                "accumulate(0) is given; allowed is at least 1");
        assertAdvice(() -> Trainer.adamW(Double.NaN), "learningRate(NaN) is given");
        assertAdvice(() -> Encoders.tiny().width(0), "width(0) is given");
        assertAdvice(() -> Device.gpu(-1), "Device.gpu(0)");
        assertAdvice(() -> Device.gpus(0), "Device.gpus(2)");
        assertAdvice(() -> Device.several(Device.cpu(), Device.gpu(0)), "Device.gpus(2)");
        assertAdvice(() -> Device.several(Device.gpu(1), Device.gpu(1)), "Device.gpus(2)");
        assertAdvice(() -> Every.epochs(2), "Every.updates(500)");
        assertAdvice(() -> Losses.of(), "No objective is left");
        assertAdvice(() -> Experiment.pretraining("../x"), "cannot name a folder");
    }

    @Test
    void encodersAreChangedByPartsAndKnowTheirSizes() {
        Encoders changed = Encoders.tiny().video(v -> v.layers(6)).width(192);
        assertThat(changed.video().layers()).isEqualTo(6);
        assertThat(changed.width()).isEqualTo(192);
        assertThat(Encoders.tiny().video().layers()).isEqualTo(4);
        assertThat(changed)
                .isNotEqualTo(Encoders.tiny())
                .hasToString("Encoders.tiny().width(192).video(v -> v.layers(6))");
        assertThat(Encoders.tiny().describe().toString()).contains("2\u2009319\u2009187");
    }

    @Test
    void theCodeOfAValueIsJavaWhereDigitsAreWrittenInAnotherScript() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(Encoders.tiny().video(v -> v.layers(6)).toString()).contains(".layers(6)");
            assertThat(Trainer.adamW(1e-3).epochs(7).toString()).contains(".epochs(7)");
            assertThat(Trainer.adamW(1e-3).checkpoint(Every.updates(5)).toString())
                    .contains(".checkpoint(Every.updates(5))");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void lossesSayWhichTakePart() {
        Losses losses = Losses.alpro().without(Objective.PEM).vtc(v -> v.temperature(0.05));
        assertThat(losses.has(Objective.PEM)).isFalse();
        assertThat(losses.vtc().temperature()).isEqualTo(0.05);
        assertThat(Losses.alpro().has(Objective.PEM)).isTrue();
        assertThat(Losses.alpro()).isEqualTo(Losses.alpro()).isNotEqualTo(losses);
    }

    /** So that runs of before are found again; see {@code ObjectiveTest} for each objective. */
    @Test
    void theRecordOfTheLossesIsThatOfEarlierRuns() {
        assertThat(CanonicalJson.line(Losses.alpro().settings()))
                .isEqualTo(
                        "{ \"mlm\": { \"maskProbability\": 0.15, \"weight\": 1 },"
                                + " \"pem\": { \"cropLeast\": 0.3, \"cropMost\": 0.5,"
                                + " \"ignoreBelow\": 0.2, \"ignoreRule\": \"PROBABILITY\","
                                + " \"weight\": 1 },"
                                + " \"vtc\": { \"temperature\": 0.07, \"weight\": 1 },"
                                + " \"vtm\": { \"weight\": 1 } }");
    }

    @Test
    void lossesAreEditedByTheirObjectivesAndWrittenAsCode() {
        Losses losses = Losses.of(Objective.PEM, Objective.VTC).and(Objective.VTM, 0.5);

        assertThat(losses.vtc(v -> v.temperature(0.1)).vtc().temperature()).isEqualTo(0.1);
        assertThat(losses)
                .hasToString("Losses.of(Objective.VTC, Objective.VTM.weight(0.5), Objective.PEM)");
        assertThat(Losses.alpro()).hasToString("Losses.alpro()");
        assertThat(losses.pem(p -> p.cropArea(0.2, 0.4)).toString())
                .endsWith("Objective.PEM.cropArea(0.2, 0.4))");
        assertAdvice(() -> losses.mlm(m -> m.weight(2)), "MLM takes no part in these losses");
        assertAdvice(
                () -> losses.vtc(v -> v.temperature(9)),
                "temperature(9) is given; allowed is 0.001 to 0.5");
        assertAdvice(() -> losses.and(Objective.MLM, -1), "weight(-1) is given");
        assertAdvice(() -> Losses.of(Objective.VTC, Objective.VTC), "Two objectives are called");
    }

    @Test
    void pairsKeepTheirSourceAndChangeTheirLook() {
        Pairs pairs = Pairs.of(few());
        Pairs changed = pairs.frames(8).size(96).words(20).only(Split.TEST).limit(5);
        assertThat(changed.frames()).isEqualTo(8);
        assertThat(changed.size()).isEqualTo(96);
        assertThat(changed.words()).isEqualTo(20);
        assertThat(changed.only()).contains(Split.TEST);
        assertThat(pairs.frames()).isEqualTo(4);
        assertThat(changed.hash()).isEqualTo(pairs.hash());
    }

    @Test
    void aSamplingWithoutANameIsRefusedForItsRunsCouldNotBeToldApart() {
        Pairs pairs = Pairs.of(few());
        FrameSampling first = (frames, wanted, random) -> new int[wanted];
        FrameSampling middle = (frames, wanted, random) -> fill(wanted, frames / 2);

        assertAdvice(
                () -> pairs.sampling(first),
                "sampling(unnamed) is given",
                "FrameSampling.named(\"mine\", rule)");
        assertThat(training("one", pairs.sampling(FrameSampling.named("mine", first))).hash())
                .isNotEqualTo(
                        training("one", pairs.sampling(FrameSampling.named("mine", middle)))
                                .hash());
    }

    private static int[] fill(int wanted, int index) {
        return IntStream.generate(() -> index).limit(wanted).toArray();
    }

    @Test
    void aRhythmOfCheckpointsActsAndIsNoPartOfTheIdentity() {
        Trainer often = Trainer.adamW(1e-3).checkpoint(Every.updates(3));

        assertThat(often.config().get(TrainConfig.CHECKPOINT)).isEqualTo(3);
        assertThat(often).isNotEqualTo(Trainer.adamW(1e-3));
        assertThat(often.values().identity()).isEqualTo(Trainer.adamW(1e-3).values().identity());
    }

    @Test
    void aTableOfSettingsMarksWhatWasChangedAndSaysWhatItMeans() {
        assertThat(Trainer.adamW(1e-4).warmup(0.1).describe().toString())
                .contains("warm-up")
                .containsPattern("0\\.1 \\* +0\\.05 +share of all updates in which")
                .containsPattern("epochs +10 +10 +passes over the training clips");
        assertThat(Encoders.tiny().video(v -> v.dropPath(0.5)).describe().toString())
                .containsPattern("the video encoder drop path|video drop path +0\\.5 \\*");
    }

    @Test
    void nameAndDeviceAreNoPartOfTheIdentityButEverySettingIs() {
        Pairs pairs = Pairs.of(few());
        PrompterTraining one = training("one", pairs);
        assertThat(training("two", pairs).hash()).isEqualTo(one.hash());
        assertThat(one.trainer(t -> t.device(Device.cpu())).hash()).isEqualTo(one.hash());
        assertThat(one.trainer(t -> t.seed(1)).hash()).isNotEqualTo(one.hash());
        assertThat(one.pairs(pairs.frames(8)).hash()).isNotEqualTo(one.hash());
        assertThat(one.encoders(Encoders.small()).hash()).isNotEqualTo(one.hash());
        assertThat(training("one", Pairs.of(few().seed(9))).hash()).isNotEqualTo(one.hash());
    }

    @Test
    void aMissingCheckpointSaysSo() {
        assertAdvice(() -> Checkpoint.load(Path.of("nowhere.alpro")), "nowhere.alpro");
    }

    private static MovingSprites few() {
        return Datasets.movingSprites()
                .clips(Split.TRAIN, 8)
                .clips(Split.VALIDATION, 8)
                .clips(Split.TEST, 8);
    }

    private static PrompterTraining training(String name, Pairs pairs) {
        return Experiment.prompter(name).pairs(pairs).encoders(Encoders.tiny());
    }

    private static void assertAdvice(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(AdviceException.class).hasMessageContainingAll(parts);
    }
}
