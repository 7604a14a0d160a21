package io.github.alprolab.alpro.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.checkpoint.torch.TorchWriter;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a BERT as people have them. */
class PretrainedBertTest {
    private static final int PIECES = 30522;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "module/bert/encoder/layer_11/attention/self/query/kernel,"
                + " text_encoder.bert.encoder.layer.11.attention.self.query.weight",
        "module/bert/encoder/layer_0/attention/output/LayerNorm/beta,"
                + " text_encoder.bert.encoder.layer.0.attention.output.LayerNorm.bias",
        "module/bert/embeddings/LayerNorm/gamma, text_encoder.bert.embeddings.LayerNorm.weight",
        "module/bert/embeddings/token_type_embeddings,"
                + " text_encoder.bert.embeddings.token_type_embeddings.weight",
        "module/cls/predictions/output_bias, text_encoder.cls.predictions.bias"
    })
    void namesOfTensorflowBecomeThePublishedOnes(String theirs, String published) {
        assertThat(BertNames.fromTensorFlow(theirs)).isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text_encoder.", "", "model only", "old"})
    void textFusionAndWordHeadAreFilledAndAllElseKeepsItsValues(String naming) throws IOException {
        UnaryOperator<String> theirs =
                switch (naming) {
                    case "text_encoder." -> n -> n;
                    case "" -> n -> n.replace("text_encoder.", "");
                    case "old" ->
                            n ->
                                    n.replace("text_encoder.", "")
                                            .replace("LayerNorm.weight", "LayerNorm.gamma")
                                            .replace("LayerNorm.bias", "LayerNorm.beta");
                    default -> n -> n.replace("text_encoder.bert.", "");
                };
        boolean withHead = !naming.equals("model only");
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict source = model(compute, 1);
            StateDict target = model(compute, 2);
            StateDict untouched = model(compute, 2);
            Path file = folder.resolve("model.safetensors");
            Safetensors.write(file, tensors(source, withHead, theirs));

            if (withHead) {
                LoadReport report = PretrainedBert.open(file).fill(target);
                assertThat(report.loaded()).allMatch(n -> n.startsWith("text_encoder."));
                requireFilled(source, target, untouched);
            } else {
                assertThatThrownBy(() -> PretrainedBert.open(file).fill(target))
                        .hasMessageContaining("text_encoder.cls");
            }
        }
    }

    @Test
    void aFileOfPytorchTellsItsSizesBeforeItsValuesAreRead() throws IOException {
        Path file = folder.resolve("pytorch_model.bin");
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            TorchWriter.write(
                    file, tensors(model(compute, 1), true, n -> n.replace("text_encoder.", "")));
        }

        BertSizes sizes = PretrainedBert.open(file).sizes();

        assertThat(sizes).isEqualTo(new BertSizes(64, 2, 12));
        assertThat(sizes)
                .hasToString(
                        "width 64, 1 heads, 2 layers in text and fusion together and 12 positions");
    }

    @Test
    void whatIsNoUncasedBertSaysSo() throws IOException {
        Path file = folder.resolve("model.safetensors");
        assertThatThrownBy(() -> PretrainedBert.open(file))
                .hasMessageContaining("model.safetensors is not there; a file .jar, .safetensors");

        Safetensors.write(
                file, List.of(StoredTensor.of("weight", new long[] {1}, new float[] {1})));
        assertThatThrownBy(() -> PretrainedBert.open(file))
                .hasMessageContaining("holds no BERT")
                .hasMessageContaining("bert.embeddings.word_embeddings.weight");

        Safetensors.write(
                file,
                List.of(
                        words("bert.embeddings.word_embeddings.weight", 28996),
                        words("bert.embeddings.position_embeddings.weight", 12)));
        assertThatThrownBy(() -> PretrainedBert.open(file))
                .hasMessageContaining(
                        "has 28,996 word pieces; allowed is an uncased BERT, which has 30,522");
    }

    private static StoredTensor words(String name, int rows) {
        return StoredTensor.of(name, new long[] {rows, 1}, new float[rows]);
    }

    private static void requireFilled(StateDict source, StateDict target, StateDict untouched) {
        for (Parameter parameter : target.unique()) {
            if (parameter.value().isFloat()) {
                String name = parameter.name();
                StateDict same = name.startsWith("text_encoder.") ? source : untouched;
                assertThat(parameter.value().floats())
                        .as(name)
                        .isEqualTo(same.find(name).orElseThrow().value().floats());
            }
        }
    }

    private static List<StoredTensor> tensors(
            StateDict state, boolean withHead, UnaryOperator<String> theirs) {
        List<StoredTensor> tensors = new ArrayList<>();
        for (StoredTensor tensor : StateDictFile.stored(state)) {
            String begin = withHead ? "text_encoder." : "text_encoder.bert.";
            if (tensor.name().startsWith(begin)) {
                tensors.add(tensor.named(theirs.apply(tensor.name())));
            }
        }
        return tensors;
    }

    private static StateDict model(Compute compute, long seed) {
        AlproConfig sizes =
                new AlproConfig(
                        new VideoConfig(32, 16, 2, 64, 1, 1, 32, 0),
                        new TextConfig(PIECES, 64, 2, 1, 1, 32, 12, 0),
                        16);
        StateDict state = new StateDict(compute, new RandomStreams(seed));
        assertThat(new AlproModel(state.root(), sizes, 0.07)).isNotNull();
        return state;
    }
}
