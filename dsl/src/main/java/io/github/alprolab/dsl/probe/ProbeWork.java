package io.github.alprolab.dsl.probe;

import io.github.alprolab.alpro.retrieval.PairScores;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Probe;
import io.github.alprolab.dsl.ranking.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a model about both sentences of every probe; each clip and each sentence is encoded once.
 *
 * @param probes at least one
 * @param measurement the model with the clips of the probes, each once
 * @param matching whether the model has learned VTM
 */
public record ProbeWork(List<Probe> probes, Measurement measurement, boolean matching) {

    /** The clips of some probes, each once, in their order. */
    public static List<Pair> clips(List<Probe> probes) {
        Map<String, Pair> clips = new LinkedHashMap<>();
        probes.forEach(p -> clips.putIfAbsent(p.pair().id(), p.pair()));
        return List.copyOf(clips.values());
    }

    /** Counted by what is asked. */
    public ProbeAccuracy accuracy() {
        return ProbeAccuracy.of(probes, scores());
    }

    /** Of the right sentence of each probe and then of its wrong one. */
    private PairScores scores() {
        List<String> ids = measurement.pairs().stream().map(Pair::id).toList();
        List<String> texts = new ArrayList<>();
        int[] clips = new int[2 * probes.size()];
        for (Probe probe : probes) {
            int clip = ids.indexOf(probe.pair().id());
            for (String sentence : List.of(probe.right(), probe.wrong())) {
                clips[texts.size()] = clip;
                texts.add(sentence);
            }
        }
        try (Retriever model = measurement.load(() -> {});
                VideoFeatures videos = measurement.videos(model)) {
            return model.judge(texts, videos, clips, matching);
        }
    }
}
