package io.github.alprolab.alpro.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.torch.TorchWriter;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading files into models, with a report of every name. */
class LoadTest {
    @TempDir Path folder;
    private Compute compute;

    @BeforeEach
    void open() {
        compute = Compute.open(DeviceChoice.CPU);
    }

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void whatIsWrittenForPyTorchAndAsSafetensorsFillsAnotherModelWithEqualValues()
            throws IOException {
        StateDict written = retrieval(1, 2);
        Path torch = folder.resolve("model.pt");
        Path safe = folder.resolve("model.safetensors");
        TorchWriter.write(torch, StateDictFile.published(written));
        Safetensors.write(safe, StateDictFile.stored(written));

        for (Path file : List.of(torch, safe)) {
            StateDict read = retrieval(2, 2);
            LoadReport report =
                    StateDictFile.load(WeightFile.tensors(file), read, LoadRules.strict());
            assertThat(report.loaded()).hasSize(written.unique().size());
            assertThat(report.toString()).isEqualTo(written.unique().size() + " loaded");
            assertSame(written, read);
        }
    }

    @Test
    void tiedTensorsAreInThePublishedFileTwice() throws IOException {
        List<String> names = new ArrayList<>();
        StateDictFile.published(retrieval(1, 2)).forEach(t -> names.add(t.name()));
        assertThat(names)
                .doesNotHaveDuplicates()
                .contains(
                        "text_encoder.bert.embeddings.word_embeddings.weight",
                        "text_encoder.cls.predictions.decoder.weight",
                        "text_encoder.cls.predictions.bias",
                        "text_encoder.cls.predictions.decoder.bias");
    }

    @Test
    void whatIsUnexpectedIsAnErrorThatNamesItAndTheWayToAllowIt() throws IOException {
        TensorSource source = source(pretraining(1));
        assertThatThrownBy(() -> StateDictFile.load(source, retrieval(2, 2), LoadRules.strict()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Unexpected: [mpm_head.0.bias")
                .hasMessageContaining("allowUnexpected(…)")
                .hasMessageNotContaining("Missing");

        StateDict target = retrieval(2, 2);
        LoadReport report = StateDictFile.load(source, target, LoadRules.pretrainingToRetrieval());
        assertThat(report.missing()).isEmpty();
        assertThat(report.unexpected()).hasSize(4).allMatch(n -> n.startsWith("mpm_head."));
    }

    @Test
    void whatIsMissingIsAnErrorUnlessAllowed() throws IOException {
        TensorSource part = one(StoredTensor.of("temp", new long[0], new float[] {1}));
        assertThatThrownBy(() -> StateDictFile.load(part, retrieval(1, 2), LoadRules.strict()))
                .hasMessageContaining("vision_proj.weight")
                .hasMessageContaining("allowMissing(…)")
                .hasMessageNotContaining("position_ids");
        assertThat(load(part, LoadRules.strict().allowMissing("")).loaded())
                .containsExactly("temp");
    }

    @Test
    void aModelThatWaitsForAFileDrawsWhatTheFileHasNotAsEver() throws IOException {
        TensorSource part = one(StoredTensor.of("temp", new long[0], new float[] {1}));
        StateDict drawn = retrieval(3, 2);
        StateDict waiting = StateDict.forFile(compute, new RandomStreams(3));
        assertThat(new AlproModel(waiting.root(), config(2), 0.07)).isNotNull();
        assertThat(value(waiting, "vision_proj.weight")).containsOnly(0);

        StateDictFile.load(part, waiting, LoadRules.strict().allowMissing(""));

        assertThat(value(waiting, "temp")).containsExactly(1);
        for (Parameter parameter : drawn.unique()) {
            if (!parameter.name().equals("temp") && parameter.value().isFloat()) {
                assertThat(value(waiting, parameter.name())).isEqualTo(parameter.value().floats());
            }
        }
    }

    private static float[] value(StateDict state, String name) {
        return state.find(name).orElseThrow().value().floats();
    }

    @Test
    void theNamesOfLavisAreUnderstoodAndReported() throws IOException {
        StateDict written = retrieval(1, 2);
        TensorSource lavis =
                sink -> {
                    for (StoredTensor tensor : StateDictFile.published(written)) {
                        String name = tensor.name();
                        if (!name.contains(".cls.") && !name.contains(".head.")) {
                            sink.accept(tensor.named(name.replace("bert.", "")));
                        }
                    }
                };
        StateDict read = retrieval(2, 2);

        LoadReport report = StateDictFile.load(lavis, read, LoadRules.lavisRetrieval());

        String query = "encoder.layer.0.attention.self.query.bias";
        assertThat(report.renamed())
                .contains("text_encoder." + query + " → text_encoder.bert." + query);
        assertThat(report.missing())
                .allMatch(n -> n.contains(".cls.") || n.contains(".head."))
                .isNotEmpty();
        assertThatThrownBy(() -> StateDictFile.load(lavis, read, LoadRules.strict()))
                .hasMessageContaining("text_encoder.cls.");
    }

    @Test
    void anotherShapeIsAnErrorWithBothShapesUnlessAllowed() throws IOException {
        TensorSource wrong = one(StoredTensor.of("text_proj.bias", new long[] {3}, new float[3]));
        LoadRules rules = LoadRules.strict().allowMissing("");
        assertThatThrownBy(() -> load(wrong, rules))
                .hasMessageContaining("text_proj.bias [3] in the file, [16] in this model")
                .hasMessageContaining("allowOtherShape(…)");
        TensorSource both =
                sink -> {
                    wrong.read(sink);
                    sink.accept(StoredTensor.of("temp", new long[0], new float[] {1}));
                };
        LoadReport report = load(both, rules.allowOtherShape("text_proj."));
        assertThat(report.otherShape()).hasSize(1);
        assertThat(report.loaded()).containsExactly("temp");
        assertThat(report.missing()).doesNotContain("text_proj.bias");
    }

    @Test
    void positionsAreResizedAndTheRuleIsNamed() throws IOException {
        TensorSource two = source(retrieval(1, 2));
        StateDict four = retrieval(2, 4);

        LoadReport report = StateDictFile.load(two, four, LoadRules.strict());

        assertThat(report.resized())
                .containsExactly(
                        "visual_encoder.model.time_embed [1, 2, 16] → [1, 4, 16], nearest in time");
    }

    @Test
    void aPrompterGoesUnderItsPrefixWithoutItsFeatures() throws IOException {
        StateDict alone = retrieval(1, 2);
        StateDict student = retrieval(2, 2);
        float[] before = student.find("temp").orElseThrow().value().floats();
        new AlproModel(student.root().child("prompter"), config(2), 0.3);
        TensorSource file =
                sink -> {
                    source(alone).read(sink);
                    for (String kind : List.of("video", "image")) {
                        String name = kind + "_prompt_feat";
                        sink.accept(StoredTensor.of(name, new long[] {2, 16}, new float[32]));
                    }
                };

        LoadReport report = StateDictFile.load(file, student, LoadRules.prompterIntoPretraining());

        assertThat(report.skipped()).containsExactly("image_prompt_feat", "video_prompt_feat");
        assertThat(report.loaded())
                .hasSize(alone.unique().size())
                .allMatch(n -> n.startsWith("prompter."));
        assertThat(student.find("temp").orElseThrow().value().floats()).isEqualTo(before);
        assertThat(student.find("prompter.temp").orElseThrow().value().floats())
                .containsExactly(0.07f);
    }

    @Test
    void aFileOfNothingThatFitsIsRefused() {
        TensorSource other = one(StoredTensor.of("conv1", new long[] {1}, new float[1]));
        LoadRules anything = LoadRules.strict().allowMissing("").allowUnexpected("");
        assertThatThrownBy(() -> load(other, anything))
                .hasMessageContaining("none of this model's tensors");
    }

    @Test
    void roundedAndWholeNumbersAreNoticed() throws IOException {
        LoadRules rules = LoadRules.strict().allowMissing("");
        TensorSource wide =
                one(StoredTensor.read("temp", new long[0], ElementType.FLOAT64, new float[] {1}));
        assertThat(load(wide, rules).narrowed()).containsExactly("temp");
        TensorSource whole = one(StoredTensor.of("temp", new long[0], new long[] {1}));
        assertThatThrownBy(() -> load(whole, rules)).hasMessageContaining("temp holds whole");
    }

    private LoadReport load(TensorSource source, LoadRules rules) throws IOException {
        return StateDictFile.load(source, retrieval(3, 2), rules);
    }

    private static TensorSource one(StoredTensor tensor) {
        return sink -> sink.accept(tensor);
    }

    private static TensorSource source(StateDict state) {
        return sink -> {
            for (StoredTensor tensor : StateDictFile.published(state)) {
                sink.accept(tensor);
            }
        };
    }

    private StateDict retrieval(long seed, int frames) {
        StateDict state = new StateDict(compute, new RandomStreams(seed));
        assertThat(new AlproModel(state.root(), config(frames), 0.07)).isNotNull();
        return state;
    }

    private StateDict pretraining(long seed) {
        StateDict state = new StateDict(compute, new RandomStreams(seed));
        assertThat(new PretrainingModel(state.root(), config(2), 0.07, 5)).isNotNull();
        return state;
    }

    private static AlproConfig config(int frames) {
        return new AlproConfig(
                new VideoConfig(32, 16, frames, 16, 1, 2, 32, 0),
                new TextConfig(30, 16, 2, 1, 2, 32, 12, 0),
                16);
    }

    private static void assertSame(StateDict expected, StateDict found) {
        for (Parameter parameter : expected.unique()) {
            if (parameter.value().isFloat()) {
                assertThat(found.find(parameter.name()).orElseThrow().value().floats())
                        .as(parameter.name())
                        .isEqualTo(parameter.value().floats());
            }
        }
    }
}
