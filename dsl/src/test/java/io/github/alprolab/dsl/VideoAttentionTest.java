package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.record.RunState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The attention of the video encoder, chosen in a notebook. */
class VideoAttentionTest {
    private static final Pairs PAIRS = Pairs.of(Datasets.colours(16, 8, 8)).frames(2).size(32);

    @TempDir Path runs;

    @BeforeEach
    void store() {
        Tiny.keepRunsIn(runs);
    }

    @AfterEach
    void forget() {
        Tiny.forgetRuns();
    }

    @ParameterizedTest
    @EnumSource
    void aModelOfEveryKindTrainsAndSearches(VideoAttention attention) {
        PrompterRun run = teacher(attention).run();

        RetrievalRun search =
                Experiment.retrieval("search").pairs(PAIRS.only(Split.TEST)).from(run.best()).run();

        assertThat(search.search("a video of a red wall", 3).show()).isNotNull();
        assertThat(search.state().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void theChoiceIsPartOfTheRunAndThePublishedOneLeavesHashesAsTheyWere() {
        String divided = teacher(VideoAttention.DIVIDED).hash();

        assertThat(divided).isEqualTo(teacher().hash());
        assertThat(teacher(VideoAttention.JOINT).hash())
                .isNotEqualTo(divided)
                .isNotEqualTo(teacher(VideoAttention.SPACE_ONLY).hash());
        assertThat(Encoders.tiny().video(v -> v.attention(VideoAttention.JOINT)))
                .asString()
                .contains(".attention(VideoAttention.JOINT)");
    }

    private static PrompterTraining teacher() {
        return Experiment.prompter("attention")
                .pairs(PAIRS)
                .encoders(Tiny.ENCODERS)
                .trainer(Tiny.TRAINER.epochs(1));
    }

    private static PrompterTraining teacher(VideoAttention attention) {
        return teacher().encoders(Tiny.ENCODERS.video(v -> v.attention(attention)));
    }
}
