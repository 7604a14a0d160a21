package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.retrieval.Retriever;
import org.junit.jupiter.api.Test;

/** A retrieval's model is opened once, and its tensors are freed. */
class OpenModelTest extends OnTrainedModel {
    @Test
    void theFirstSearchOpensTheModelAndTheNextOnesUseItAndLeaveNothingBehind() {
        RetrievalRun run = trained.retrieval().rerank(2).run();
        assertThat(run.metrics().rows()).isPositive();
        assertThat(run.model().model()).isEmpty();

        String first = words(run);
        var model = run.model().model().orElseThrow();
        int tensors = model.openTensors();
        for (int i = 0; i < 5; i++) {
            assertThat(words(run)).isEqualTo(first);
        }

        assertThat(run.model().model()).containsSame(model);
        assertThat(model.openTensors()).isEqualTo(tensors).isPositive();
        run.close();
        assertThat(model.openTensors()).isZero();
    }

    @Test
    void aClosedRunAnswersAsBeforeAndOpensItsModelAnewWhenItSearches() {
        RetrievalRun run = trained.retrieval().run();
        run.close();
        String first = words(run);
        var model = run.model().model().orElseThrow();
        run.close();
        run.close();

        assertThat(run.model().model()).isEmpty();
        assertThat(run.metrics().rows()).isPositive();
        assertThat(words(run)).isEqualTo(first);
        assertThat(run.model().model().orElseThrow()).isNotSameAs(model);
        run.close();
    }

    @Test
    void theModelOfARunThatNobodyHoldsIsFreedWhenTheCollectorFindsIt() throws Exception {
        var model = modelOfADroppedRun();

        for (int i = 0; i < 100 && model.openTensors() > 0; i++) {
            System.gc();
            Thread.sleep(50); // the collector and the cleaner have threads of their own
        }

        assertThat(model.openTensors()).isZero();
    }

    private static Retriever modelOfADroppedRun() {
        RetrievalRun run = trained.retrieval().run();
        words(run);
        return run.model().model().orElseThrow();
    }

    private static String words(RetrievalRun run) {
        return run.search("a dog moves left", 3).picture().words();
    }
}
