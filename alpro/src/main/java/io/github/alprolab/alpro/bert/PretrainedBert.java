package io.github.alprolab.alpro.bert;

import io.github.alprolab.alpro.checkpoint.ElementType;
import io.github.alprolab.alpro.checkpoint.Elements;
import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.text.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * BERT with its word head as TensorFlow saved it, in a zip in a jar: its vocabulary and the tensors
 * under the published names. Tensors are read one at a time, in the order of the file.
 */
public final class PretrainedBert implements TensorSource {
    private static final String WORDS = "assets/vocab.txt";
    private static final String INDEX = "variables/variables.index";
    private static final String DATA = "variables/variables.data-00000-of-00001";

    private final Path jar;
    private final Vocabulary vocabulary;
    private final List<BundleEntry> entries;

    private PretrainedBert(Path jar, Vocabulary vocabulary, List<BundleEntry> entries) {
        this.jar = jar;
        this.vocabulary = vocabulary;
        this.entries = entries;
    }

    /**
     * Reads the vocabulary and the index of a jar, which takes some seconds.
     *
     * @throws IOException when the jar holds no such model, or is truncated or damaged
     */
    public static PretrainedBert open(Path jar) throws IOException {
        try {
            List<byte[]> parts = SavedModel.parts(jar, WORDS, INDEX);
            List<String> words = new String(parts.get(0), StandardCharsets.UTF_8).lines().toList();
            return new PretrainedBert(jar, Vocabulary.of(words), BundleIndex.entries(parts.get(1)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(jar + " cannot be read as a BERT: " + e.getMessage(), e);
        }
    }

    /** All word pieces in id order. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * Fills text encoder, fusion encoder and word head of a model; all else keeps its values.
     *
     * @throws IOException when the model has other sizes, or the file is damaged
     */
    public LoadReport fill(StateDict state) throws IOException {
        return StateDictFile.load(this, state, LoadRules.textOnly());
    }

    @Override
    public void read(Safetensors.Sink sink) throws IOException {
        try {
            SavedModel.read(jar, DATA, (in, length) -> tensors(in, length, sink));
        } catch (IOException e) {
            throw new IOException(jar + " cannot be read as a BERT: " + e.getMessage(), e);
        }
    }

    private void tensors(InputStream in, long length, Safetensors.Sink sink) throws IOException {
        CRC32C sum = new CRC32C();
        InputStream summed = new CheckedInputStream(in, sum);
        long place = 0;
        for (BundleEntry entry : entries) {
            if (entry.offset() < place || entry.offset() > length - entry.bytes()) {
                throw new IOException(
                        "%s should lie at byte %d of %d; the file is truncated or damaged."
                                .formatted(entry.name(), entry.offset(), length));
            }
            in.skipNBytes(entry.offset() - place);
            sum.reset();
            int count = (int) entry.count();
            float[] values =
                    Elements.reals(Channels.newChannel(summed), ElementType.FLOAT32, count, count);
            if (BundleIndex.masked(sum.getValue()) != entry.sum()) {
                throw new IOException(entry.name() + " has another CRC; it is damaged.");
            }
            sink.accept(BertNames.published(entry.name(), entry.shape(), values));
            place = entry.offset() + entry.bytes();
        }
    }
}
