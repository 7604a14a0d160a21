package io.github.alprolab.dsl.data;

import io.github.alprolab.alpro.text.WordPieces;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.file.Digest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run remembers of its data. */
public final class DataRecord {
    /** Share of the word piece that occurs most in VALIDATION captions: guessing hidden words. */
    public static final String MOST_FREQUENT_PIECE = "mostFrequentPiece";

    /** Share of the questions of VALIDATION whose answer is told apart, by its path. */
    public static final String CEILING = "answers.VALIDATION.ceiling";

    private DataRecord() {}

    /** What {@code data.json} holds. */
    public static Map<String, Object> of(UsedPairs pairs) {
        Map<String, Object> all = new TreeMap<>();
        all.put("name", pairs.name());
        all.put("hash", pairs.hash());
        for (Split split : Split.values()) {
            List<Pair> some = pairs.pairs(split);
            if (!some.isEmpty()) {
                all.put(split.name(), Map.of("clips", some.size(), "captions", sum(some)));
            }
        }
        if (pairs.turns().size() > 1) {
            all.put("mixture", pairs.turns().stream().map(DataRecord::part).toList());
        }
        if (pairs.unreadable() != UnreadableClips.FAIL) {
            all.put("unreadable", unreadable(pairs));
        }
        List<String> captions =
                pairs.pairs(Split.VALIDATION).stream().flatMap(p -> p.captions().stream()).toList();
        if (!captions.isEmpty()) {
            all.put(MOST_FREQUENT_PIECE, WordPieces.mostFrequentShare(captions));
        }
        return all;
    }

    private static Map<String, Object> part(PairPart part) {
        return Map.of("name", part.name(), "share", part.share(), "TRAIN", part.pairs().size());
    }

    /** The policy, and for each split the clips it was needed for. */
    private static Map<String, Object> unreadable(UsedPairs pairs) {
        Map<String, Object> all = new TreeMap<>();
        all.put("policy", pairs.unreadable().name());
        for (Split split : Split.values()) {
            List<String> faults =
                    PairSource.survey(pairs.given(split)).unreadable().stream()
                            .map(e -> e.fault() + " " + e.file().getFileName() + ": " + e.reason())
                            .toList();
            if (!faults.isEmpty()) {
                all.put(split.name(), faults);
            }
        }
        return all;
    }

    private static String sum(List<Pair> pairs) {
        Digest sum = Digest.sha256();
        for (Pair pair : pairs) {
            sum.add(pair.id());
            pair.captions().forEach(sum::add);
        }
        return sum.hex();
    }
}
