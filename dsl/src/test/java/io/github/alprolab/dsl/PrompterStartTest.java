package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.check.AdviceException;
import org.junit.jupiter.api.Test;

/** A prompter's training that begins with the weights of another model. */
class PrompterStartTest extends OnTrainedModel {
    private static PrompterTraining further(Pairs pairs) {
        return Experiment.prompter("further")
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .trainer(Tiny.TRAINER.learningRate(1e-9));
    }

    private static Checkpoint teacher() {
        return Runs.latest("teacher").best();
    }

    @Test
    void itBeginsWhereTheOtherModelEnded() {
        Checkpoint ended = further(trained.pairs()).from(teacher()).run().last();

        assertThat(similarity(ended))
                .as("with a rate of nothing the weights stay what they were")
                .isEqualTo(similarity(teacher()))
                .isNotEqualTo(similarity(further(trained.pairs()).run().last()));
    }

    private static String similarity(Checkpoint checkpoint) {
        return checkpoint.model().similarity(trained.test().sample(4)).toString();
    }

    @Test
    void whatLearnedFromPicturesGoesOnWithVideos() {
        Checkpoint pictures =
                Experiment.prompter("pictures")
                        .pairs(trained.pairs().frames(1))
                        .encoders(Tiny.ENCODERS)
                        .trainer(Tiny.TRAINER)
                        .run()
                        .last();

        PrompterTraining videos = further(trained.pairs()).from(pictures);

        assertThat(videos.check().all().toString()).contains("Temporal positions 1 → 2");
        assertThat(videos.run().last().manifest().config().video().frames())
                .isEqualTo(trained.pairs().frames());
    }

    @Test
    void theStartIsPartOfItsHashItsRecordAndItsCode() {
        PrompterTraining begun = further(trained.pairs()).from(teacher());

        assertThat(begun.hash()).isNotEqualTo(further(trained.pairs()).hash());
        assertThat(begun.start()).contains(teacher());
        assertThat(begun).isNotEqualTo(further(trained.pairs()));
        assertThat(begun.toString()).contains(".from(" + teacher() + ")");
        assertThat(begun.check().all().toString())
                .contains("C44  It begins with the weights of a prompter, epoch ");
    }

    @Test
    void weightsOfOtherSizesAreRefusedWithWhatDiffers() {
        PrompterTraining other =
                further(trained.pairs()).encoders(Tiny.ENCODERS.width(64)).from(teacher());

        assertThat(other.check().all().toString()).contains("C44", "width 32, not 64");
        assertThatThrownBy(other::run).isInstanceOf(AdviceException.class);
    }
}
