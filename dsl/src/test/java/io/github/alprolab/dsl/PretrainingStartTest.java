package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.trained.TrainedModel;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pre-training that begins with the weights of another model. */
class PretrainingStartTest extends OnTrainedModel {
    private Pretraining further() {
        return Experiment.pretraining("further")
                .pairs(trained.pairs())
                .encoders(Tiny.ENCODERS)
                .losses(Losses.of(Objective.VTC, Objective.VTM))
                .trainer(Tiny.TRAINER.learningRate(1e-9));
    }

    private double firstLoss(Pretraining pretraining) {
        return Tiny.figures(pretraining.run().folder()).stream()
                .filter(f -> f.startsWith("1 TRAIN " + Metric.VTC_LOSS.name()))
                .mapToDouble(f -> Double.parseDouble(f.substring(f.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itBeginsWhereTheOtherModelEnded() {
        double random = firstLoss(further());
        double begun = firstLoss(further().from(trained.checkpoint()));

        assertThat(begun).isNotEqualTo(random);
        assertThat(trained.checkpoint().model().similarity(trained.test().sample(4)).toString())
                .as("with a rate of nothing the weights stay what they were")
                .isEqualTo(
                        further()
                                .from(trained.checkpoint())
                                .run()
                                .last()
                                .model()
                                .similarity(trained.test().sample(4))
                                .toString());
    }

    @Test
    void theStartIsPartOfItsHashItsRecordAndItsCode() {
        Pretraining begun = further().from(trained.checkpoint());

        assertThat(begun.hash()).isNotEqualTo(further().hash());
        assertThat(begun.start()).contains(trained.checkpoint());
        assertThat(begun.toString()).contains(".from(" + trained.checkpoint() + ")");
        assertThat(begun.check().all().toString())
                .contains("C44  It begins with the weights of a pretraining, epoch ");
    }

    @Test
    void aStepIsLookedAtWithTheWeightsItBeginsWithThoughTheyHaveNoEntityHead() {
        Prompter teacher =
                Prompter.from(Runs.latest("teacher").best()).entities(Entities.of("dog", "cat"));
        Pretraining all =
                further().losses(Losses.alpro()).prompter(teacher).from(teacher.checkpoint());

        assertThat(all.look(trained.test().sample(2)).losses().toString())
                .contains("PEM loss")
                .isNotEqualTo(
                        further()
                                .losses(Losses.alpro())
                                .prompter(teacher)
                                .look(trained.test().sample(2))
                                .losses()
                                .toString());
    }

    @Test
    void weightsOfOtherSizesAreRefusedWithWhatDiffers() {
        Pretraining other =
                further()
                        .encoders(Tiny.ENCODERS.width(64).fusionLayers(2))
                        .from(trained.checkpoint());

        assertThat(other.check().all().toString())
                .contains("C44", "width 32, not 64", "fusion layers 1, not 2");
        assertThatThrownBy(other::run).isInstanceOf(AdviceException.class);
    }

    @Test
    void anEntityHeadIsKeptForTheSameEntitiesAndNewForOthers() throws IOException {
        Prompter prompter = Prompter.from(trained.checkpoint());
        List<String> same = trained.checkpoint().manifest().entities();
        Pretraining all =
                further()
                        .losses(Losses.alpro().pem(p -> p.ignoreBelow(0)))
                        .from(trained.checkpoint());

        Pretraining kept =
                all.prompter(prompter.entities(Entities.of(same.toArray(String[]::new))));
        Pretraining fresh = all.prompter(prompter.entities(Entities.of("dog", "cat", "tree")));

        assertThat(head(kept.run().last())).isEqualTo(head(trained.checkpoint()));
        assertThat(head(fresh.run().last())).isNotEqualTo(head(trained.checkpoint()));
        assertThat(fresh.run().last().manifest().entities()).containsExactly("dog", "cat", "tree");
    }

    /** The weights of its first layer, to three digits. */
    private static List<String> head(Checkpoint checkpoint) throws IOException {
        List<String> values = new ArrayList<>();
        TrainedModel.open(checkpoint.file())
                .tensors()
                .read(
                        tensor -> {
                            if (tensor.name().equals("mpm_head.0.weight")) {
                                for (float value : tensor.values()) {
                                    values.add("%.3f".formatted(value));
                                }
                            }
                        });
        return values;
    }
}
