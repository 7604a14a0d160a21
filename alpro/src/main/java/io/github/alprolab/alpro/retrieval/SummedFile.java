package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tensors in a file that says of what it was made and has a checksum: what one process makes and
 * another reads. Equal tensors of equal origin make equal bytes.
 */
public final class SummedFile {
    private static final String ORIGIN = "alprolab.origin";
    private static final String SUM = "alprolab.sum";

    private SummedFile() {}

    /**
     * Writes a file whole or not at all; several processes may do so at once.
     *
     * @param origin of what and by what it is made
     * @throws IOException if it cannot be written
     */
    static void write(Path file, String origin, List<StoredTensor> tensors) throws IOException {
        Map<String, String> about = new TreeMap<>(Map.of(ORIGIN, origin, SUM, sum(tensors)));
        AtomicFile.makeShared(file, place -> Safetensors.write(place, tensors, about));
    }

    /**
     * Reads the tensors by name.
     *
     * @throws IOException if it cannot be read, or is not what was written
     */
    static Map<String, StoredTensor> read(Path file) throws IOException {
        Map<String, StoredTensor> tensors = new HashMap<>();
        Safetensors.read(file, tensor -> tensors.put(tensor.name(), tensor));
        if (!sum(tensors.values().stream().toList()).equals(Safetensors.metadata(file).get(SUM))) {
            throw new IOException(file + " is damaged: it has another checksum than it says");
        }
        return tensors;
    }

    /** Whether it is there, undamaged, and was made of the same. */
    public static boolean isWhole(Path file, String origin) {
        try {
            if (!Files.exists(file) || !origin.equals(Safetensors.metadata(file).get(ORIGIN))) {
                return false;
            }
            read(file);
            return true;
        } catch (IOException damaged) {
            return false;
        }
    }

    private static String sum(List<StoredTensor> tensors) {
        Digest sum = Digest.sha256();
        tensors.stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(
                        tensor ->
                                sum.add(tensor.name() + Arrays.toString(tensor.shape()))
                                        .add(tensor.values())
                                        .add(Arrays.toString(tensor.integers())));
        return sum.hex();
    }
}
