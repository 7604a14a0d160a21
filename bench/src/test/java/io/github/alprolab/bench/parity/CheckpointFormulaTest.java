package io.github.alprolab.bench.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.weights.WeightFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that PyTorch wrote hold exactly the weights of the formula, name by name. */
class CheckpointFormulaTest {

    @ParameterizedTest
    @ValueSource(strings = {"pretrain", "retrieval", "qa", "prompter"})
    void everyTensorOfThePublishedFileEqualsTheFormula(String name)
            throws IOException, URISyntaxException {
        Path folder = Path.of(CheckpointFormulaTest.class.getResource("/parity/" + name).toURI());
        JsonNode parity = new ObjectMapper().readTree(folder.resolve("case.json").toFile());
        String salt = parity.get("salt").asText();
        double deviation = parity.get("weight_std").asDouble();
        List<String> names = new ArrayList<>();

        WeightFile.tensors(folder.resolve("checkpoint.pt"))
                .read(
                        tensor -> {
                            names.add(tensor.name());
                            if (tensor.isFloat()) {
                                float[] expected =
                                        ParityFormula.weight(
                                                salt,
                                                untied(tensor.name()),
                                                tensor.shape(),
                                                deviation);
                                assertEqual(tensor, expected);
                            }
                        });

        assertThat(names).hasSizeGreaterThan(70).doesNotHaveDuplicates();
    }

    /** Rows that were scaled to length 1 may differ in their last bit. */
    private static void assertEqual(StoredTensor tensor, float[] expected) {
        float most = tensor.name().endsWith("prompt_feat") ? 0x1p-26f : 0;
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - tensor.values()[i]) <= most)) {
                assertThat(tensor.values()[i])
                        .as("%s[%d]", tensor.name(), i)
                        .isEqualTo(expected[i]);
            }
        }
        assertThat(tensor.values()).hasSameSizeAs(expected);
    }

    /** The name under which the formula knows a tied tensor. */
    private static String untied(String name) {
        return name.replace(
                        "text_encoder.cls.predictions.decoder.weight",
                        "text_encoder.bert.embeddings.word_embeddings.weight")
                .replace("predictions.decoder.bias", "predictions.bias");
    }
}
