package io.github.alprolab.dsl.inside;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * Vectors of the clips that a model was asked about: each is encoded once, for as long as somebody
 * holds it.
 *
 * @param <K> what has a vector, told apart by {@code equals}
 */
public final class KeptVectors<K> {
    private static final int BATCH = 32;

    private final Map<K, float[]> kept = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * The vectors of some clips, in their order.
     *
     * @param encode of those that have none yet, a few at a time, so that frames of a few are in
     *     memory at once
     */
    public List<float[]> of(List<K> clips, Function<List<K>, List<float[]>> encode) {
        List<K> missing = clips.stream().distinct().filter(c -> !kept.containsKey(c)).toList();
        for (int start = 0; start < missing.size(); start += BATCH) {
            List<K> some = missing.subList(start, Math.min(missing.size(), start + BATCH));
            List<float[]> vectors = encode.apply(some);
            for (int i = 0; i < some.size(); i++) {
                kept.put(some.get(i), vectors.get(i));
            }
        }
        return clips.stream().map(kept::get).toList();
    }
}
