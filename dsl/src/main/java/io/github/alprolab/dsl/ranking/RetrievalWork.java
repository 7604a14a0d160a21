package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.run.Ending;
import io.github.alprolab.dsl.run.Work;
import io.github.alprolab.dsl.run.Workplace;
import java.util.List;

/**
 * Encodes every clip and every text once and keeps the scores.
 *
 * @param measurement what is measured
 * @param split that the clips are of, in words
 * @param ending of a measurement that is done
 */
public record RetrievalWork(Measurement measurement, String split, Ending ending) implements Work {
    @Override
    public Ending in(Workplace place) {
        Scores scores = scores(place);
        place.requireThere();
        scores.write(place.folder());
        place.folder().scored(scores.scored(split));
        return ending;
    }

    private Scores scores(Workplace place) {
        List<Pair> pairs = measurement.pairs();
        Reranking reranking = measurement.reranking();
        try (Retriever model = measurement.in(place.folder()).load(place::requireWanted)) {
            VideoFeatures videos = measurement.videos(model);
            RankingScores ranking = model.rank(GroundTruth.captions(pairs), videos, reranking);
            return Scores.of(pairs, ranking, banks(model, videos));
        }
    }

    /** VTM judges the bank's captions with every clip where it ranks by that. */
    private Banks banks(Retriever model, VideoFeatures videos) {
        Rescored rescored = measurement.rescored();
        Reranking reranking = measurement.reranking();
        boolean all = reranking.candidates() == Reranking.ALL;
        return rescored.needsBank()
                ? Banks.of(model.rank(rescored.bank(), videos, all ? reranking : Reranking.none()))
                : Banks.none();
    }
}
