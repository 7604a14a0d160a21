package io.github.alprolab.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls as they are shown in advice. */
class SignaturesTest {
    @Test
    void namesOfParametersAndWhatIsAroundAreLeftOut() {
        String signature =
                "Trainer Trainer.pairs(Map<String, Integer> pairs, int... sizes) throws IOException";

        assertThat(Signatures.call(signature, "pairs"))
                .isEqualTo("pairs(Map<String, Integer>, int...)");
        assertThat(Signatures.call("void Run.end()", "end")).isEqualTo("end()");
    }
}
