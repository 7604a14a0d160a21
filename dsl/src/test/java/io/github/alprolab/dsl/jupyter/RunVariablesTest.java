package io.github.alprolab.dsl.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.dsl.Imports;
import io.github.alprolab.dsl.OnTrainedModel;
import io.github.alprolab.dsl.Retrieval;
import io.github.alprolab.dsl.TrainedOnce;
import io.github.alprolab.kernel.session.JavaSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a run's model when cells are run again. */
public class RunVariablesTest extends OnTrainedModel {
    /** For the cells. */
    public static Retrieval retrieval() {
        return trained.retrieval();
    }

    @Test
    void theModelOfAReplacedRunIsFreedAndThatOfAnotherVariableStaysOpen() {
        List<String> imports = new ArrayList<>(Imports.names());
        imports.add(RunVariablesTest.class.getName());
        try (JavaSession session = new JavaSession(imports)) {
            run(session, "var zeroShot = RunVariablesTest.retrieval();");
            run(session, "var test = zeroShot.pairs();");
            run(session, "var vtc = zeroShot.run(); vtc.search(\"a dog\", 3);");
            run(session, "var vtm = zeroShot.rerank(2).run(); vtm.search(\"a dog\", 3);");
            var replaced = TrainedOnce.modelOf(session.variable("vtc").orElseThrow());
            var other = TrainedOnce.modelOf(session.variable("vtm").orElseThrow());

            run(session, "var vtc = zeroShot.run();");

            assertThat(replaced.openTensors()).isZero();
            assertThat(other.openTensors()).isPositive();
            run(session, "var vtm = 0;");
            assertThat(other.openTensors()).isZero();
        }
    }

    private static void run(JavaSession session, String code) {
        assertThat(session.run(code, 1).error()).isEmpty();
    }
}
