package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What VTM said of pairs, in a file; {@link PairJudge.Told} of them while it is made. */
public final class JudgedPairs implements PairJudge.Told {
    private static final String PLACES = "places";
    private static final String LOGITS = "logits";

    private long[] places;
    private float[] logits;
    private int count;

    /** Room for this many pairs. */
    JudgedPairs(int pairs) {
        this.places = new long[2 * pairs];
        this.logits = new float[2 * pairs];
    }

    @Override
    public void pair(int text, int clip, float noMatch, float match) {
        places[2 * count] = text;
        places[2 * count + 1] = clip;
        logits[2 * count] = noMatch;
        logits[2 * count++ + 1] = match;
    }

    void write(Path file, String origin) throws IOException {
        SummedFile.write(
                file,
                origin,
                List.of(
                        StoredTensor.of(
                                PLACES, new long[] {count, 2}, Arrays.copyOf(places, 2 * count)),
                        StoredTensor.of(
                                LOGITS, new long[] {count, 2}, Arrays.copyOf(logits, 2 * count))));
    }

    /**
     * Tells of all pairs of a file.
     *
     * @throws IOException if it cannot be read, or is damaged
     */
    public static void tell(Path file, PairJudge.Told told) throws IOException {
        Map<String, StoredTensor> read = SummedFile.read(file);
        long[] places = read.get(PLACES).integers();
        float[] logits = read.get(LOGITS).values();
        for (int i = 0; i < logits.length; i += 2) {
            told.pair((int) places[i], (int) places[i + 1], logits[i], logits[i + 1]);
        }
    }
}
