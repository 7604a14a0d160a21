package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.PairJudge;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.run.Ending;
import io.github.alprolab.dsl.run.Work;
import io.github.alprolab.dsl.run.Workplace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Encodes every clip and every text once and keeps the scores.
 *
 * @param measurement what is measured
 * @param split that the clips are of, in words
 * @param ending of a measurement that is done
 * @param division by whom, where it is cut into shards
 */
public record RetrievalWork(
        Measurement measurement, String split, Ending ending, Optional<Division> division)
        implements Work {
    private static final String CAPTIONS = "captions";
    private static final String BANK = "bank";

    @Override
    public Ending in(Workplace place) throws IOException {
        keep(place, scores(place));
        DividedRanking.remove(place.folder());
        return ending;
    }

    private Scores scores(Workplace place) throws IOException {
        try (Retriever model = measurement.in(place.folder()).load(place::requireWanted)) {
            return scores(model, divided(place));
        }
    }

    private Optional<DividedRanking> divided(Workplace place) throws IOException {
        return division.isEmpty()
                ? Optional.empty()
                : Optional.of(new DividedRanking(division.get(), measurement, place));
    }

    private void keep(Workplace place, Scores scores) {
        place.requireThere();
        scores.write(place.folder());
        place.folder().scored(scores.scored(split));
    }

    private Scores scores(Retriever model, Optional<DividedRanking> divided) throws IOException {
        List<Pair> pairs = measurement.pairs();
        try (VideoFeatures videos =
                divided.isPresent()
                        ? divided.get().videos(model, measurement)
                        : measurement.videos(model)) {
            Asked asked = new Asked(model, videos, divided);
            RankingScores ranking =
                    asked.rank(CAPTIONS, GroundTruth.captions(pairs), measurement.reranking());
            return Scores.of(pairs, ranking, banks(asked));
        }
    }

    private record Asked(Retriever model, VideoFeatures videos, Optional<DividedRanking> divided) {
        RankingScores rank(String name, List<String> texts, Reranking reranking) {
            PairJudge judge = divided.map(d -> d.judge(name, texts)).orElseGet(model::judge);
            return model.rank(texts, videos, reranking, judge);
        }
    }

    /** VTM judges the bank's captions with every clip where it ranks by that. */
    private Banks banks(Asked asked) {
        Rescored rescored = measurement.rescored();
        Reranking reranking = measurement.reranking();
        boolean all = reranking.candidates() == Reranking.ALL;
        return rescored.needsBank()
                ? Banks.of(asked.rank(BANK, rescored.bank(), all ? reranking : Reranking.none()))
                : Banks.none();
    }
}
