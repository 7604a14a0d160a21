package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.datasets.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Clips that were encoded by several processes, {@value Retriever#BATCH} a file.
 *
 * @param files in the order of the clips; the last may have fewer
 */
public record EncodedClipFiles(List<Path> files) {
    private static final int EACH = Retriever.BATCH;

    /** All of them without tokens, on the device until they are closed. */
    VideoFeatures vectors(Compute compute, AlproConfig config, List<Pair> pairs)
            throws IOException {
        return read(compute, config, pairs, IntStream.range(0, pairs.size()).toArray(), false);
    }

    /** Some of them with their tokens, in the order of their places. */
    VideoFeatures tokens(Compute compute, AlproConfig config, int[] clips) throws IOException {
        return read(compute, config, List.of(), clips, true);
    }

    private VideoFeatures read(
            Compute compute, AlproConfig config, List<Pair> pairs, int[] clips, boolean tokens)
            throws IOException {
        VideoFeatures all = VideoFeatures.room(compute, config, pairs, clips.length, tokens);
        try {
            int end = 0;
            for (int start = 0; start < clips.length; start = end) {
                int file = clips[start] / EACH;
                while (end < clips.length && clips[end] / EACH == file) {
                    end++;
                }
                put(all, start, Arrays.copyOfRange(clips, start, end), file, tokens);
            }
            return all;
        } catch (IOException | RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private void put(VideoFeatures all, int first, int[] clips, int file, boolean tokens)
            throws IOException {
        Map<String, StoredTensor> read = SummedFile.read(files.get(file));
        int[] rows = Arrays.stream(clips).map(clip -> clip % EACH).toArray();
        all.put(
                first,
                rows(read.get(VideoFeatures.VECTORS), rows),
                tokens ? rows(read.get(VideoFeatures.TOKENS), rows) : new float[0]);
    }

    private static float[] rows(StoredTensor tensor, int[] rows) {
        int width = Math.toIntExact(tensor.values().length / tensor.shape()[0]);
        float[] some = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(tensor.values(), rows[i] * width, some, i * width, width);
        }
        return some;
    }
}
