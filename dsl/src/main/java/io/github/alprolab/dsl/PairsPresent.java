package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.DataChecks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.data.MoreData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether pairs that are needed are there, and what their own data set takes to have some. */
final class PairsPresent {
    private static final int ENOUGH = 256;
    private static final int FEW = 64;

    private PairsPresent() {}

    /** Of a split. */
    static Finding needed(Pairs pairs, Split split, String use) {
        int used = pairs.pairs(split).size();
        int given = used > 0 ? used : pairs.given(split).size();
        return used == 0 && given > 0
                ? DataChecks.nothingReadable(split.name(), given)
                : DataChecks.notEmpty(split.name(), used, use, more(pairs, split, ENOUGH));
    }

    /**
     * Of all that is left.
     *
     * @param splits those that hold something, in words
     */
    static Finding needed(Pairs pairs, String splits, String use) {
        int used = pairs.all().size();
        String name = pairs.only().map(Split::name).orElse("The data set");
        int given = used > 0 ? used : pairs.allGiven().size();
        if (used == 0 && given > 0) {
            return DataChecks.nothingReadable(name, given);
        }
        Split split = pairs.only().orElse(Split.TEST);
        return DataChecks.notEmpty(
                used == 0 ? name : splits, used, use, more(pairs, split, ENOUGH));
    }

    /** Of VALIDATION, where less than a batch is worth a word. */
    static Finding validation(Pairs pairs, int batch) {
        int used = pairs.pairs(Split.VALIDATION).size();
        return DataChecks.validation(
                used, batch, more(pairs, Split.VALIDATION, Math.max(FEW, batch)));
    }

    /** What is missing of the splits that are left and was chosen to be left out. */
    static List<Finding> leftOut(Pairs pairs) {
        return Stream.of(Split.values())
                .filter(split -> pairs.only().orElse(split) == split)
                .flatMap(
                        split ->
                                DataChecks.leftOut(
                                        split.name(), MoreData.missing(pairs.datasets(), split))
                                        .stream())
                .toList();
    }

    private static String more(Pairs pairs, Split split, int count) {
        Optional<Split> only = pairs.only().filter(o -> o != split);
        return MoreData.fix(pairs.datasets(), split, count, only);
    }
}
