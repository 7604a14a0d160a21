package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.QueryBank;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.dsl.record.RunFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What captions of TRAIN say of each clip that is ranked.
 *
 * @param vtc by VTC; empty where nothing asked for a bank
 * @param vtm by VTM's log-odds, where it judged every pair
 */
public record Banks(Optional<QueryBank> vtc, Optional<QueryBank> vtm) {
    private static final String FILE = "bank.csv.gz";

    /** Nothing asked. */
    static Banks none() {
        return new Banks(Optional.empty(), Optional.empty());
    }

    /** Of the bank's captions (rows) against the clips. */
    static Banks of(RankingScores bank) {
        return new Banks(
                Optional.of(QueryBank.of(bank.similarity())), bank.match().map(QueryBank::of));
    }

    /** Two rows a score: attraction of each clip, then 1 where a caption of the bank chose it. */
    void write(RunFolder folder) {
        List<double[]> rows = new ArrayList<>();
        vtc.ifPresent(b -> add(rows, b));
        vtm.ifPresent(b -> add(rows, b));
        if (!rows.isEmpty()) {
            double[][] all = rows.toArray(double[][]::new);
            folder.result(FILE, out -> MatrixFile.write(all, out));
        }
    }

    private static void add(List<double[]> rows, QueryBank bank) {
        double[] chosen = new double[bank.chosen().length];
        Arrays.setAll(chosen, i -> bank.chosen()[i] ? 1 : 0);
        rows.add(bank.attraction());
        rows.add(chosen);
    }

    /** Reads what was written for an experiment with a bank. */
    static Banks read(RunFolder folder) {
        double[][] rows = MatrixFile.read(folder.result(FILE));
        return new Banks(
                Optional.of(bank(rows, 0)),
                rows.length > 2 ? Optional.of(bank(rows, 2)) : Optional.empty());
    }

    private static QueryBank bank(double[][] rows, int first) {
        boolean[] chosen = new boolean[rows[first + 1].length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = rows[first + 1][i] == 1;
        }
        return new QueryBank(rows[first], chosen);
    }
}
