package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.retrieval.FeatureEncoder;
import io.github.alprolab.alpro.retrieval.MatchingScorer;
import io.github.alprolab.alpro.retrieval.Ranker;
import io.github.alprolab.alpro.retrieval.TextFeatures;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.datasets.Pair;
import java.util.List;

/** Texts by clips: both encoded once, compared, and every pair judged by VTM. */
final class RetrievalSpeed {
    private static final double GIGA = 1e9;
    private static final int BATCH = 64;

    private final SpeedSettings settings;

    private RetrievalSpeed(SpeedSettings settings) {
        this.settings = settings;
    }

    static void measure(SpeedSettings settings) {
        new RetrievalSpeed(settings).measure();
    }

    private void measure() {
        RandomModel random = RandomModel.of(settings.config());
        MemoryClips source = new MemoryClips(settings.size(), random.words());
        List<Pair> clips = source.pairs(settings.clips());
        List<String> texts =
                source.pairs(settings.texts()).stream().map(p -> p.captions().get(0)).toList();
        try (Compute compute = Compute.open(DeviceChoice.CPU, settings.encoding());
                Tokenizer tokenizer = Tokenizer.bertUncased()) {
            AlproModel model = random.on(compute);
            FeatureEncoder encoder =
                    new FeatureEncoder(
                            compute, model, EncodeSpeed.batches(random, tokenizer, settings));
            rank(encoder, new MatchingScorer(compute, model), clips, texts);
        }
    }

    private void rank(
            FeatureEncoder encoder, MatchingScorer scorer, List<Pair> clips, List<String> texts) {
        warmUp(encoder, scorer, clips, texts);
        long start = System.nanoTime();
        try (VideoFeatures videos = encoder.videos(clips, BATCH, true);
                TextFeatures encoded = encoder.texts(texts, BATCH, true)) {
            double[][] similarity = encoder.similarity(encoded, videos);
            double features = seconds(start);
            long judging = System.nanoTime();
            new Ranker(scorer).scores(encoded, videos, similarity, Reranking.all());
            print(features, seconds(judging));
        }
    }

    /** The clips are in memory afterwards. */
    private static void warmUp(
            FeatureEncoder encoder, MatchingScorer scorer, List<Pair> clips, List<String> texts) {
        encoder.videos(clips, BATCH, false).close();
        try (VideoFeatures few = encoder.videos(clips.subList(0, 2), 2, true);
                TextFeatures some = encoder.texts(texts.subList(0, 2), 2, true)) {
            new Ranker(scorer).scores(some, few, encoder.similarity(some, few), Reranking.all());
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / GIGA;
    }

    private void print(double features, double judging) {
        Flops flops = settings.flops();
        double needed = flops.ranking(settings.texts(), settings.clips()) / GIGA;
        double published = flops.publishedRanking(settings.texts(), settings.clips()) / GIGA;
        double reached = needed / (features + judging);
        double peak = SpeedBenchmark.peak(settings);
        new Line("retrieval", settings)
                .with("texts", settings.texts())
                .with("clips", settings.clips())
                .with("features_s", features)
                .with("judging_s", judging)
                .with("pairs_per_s", settings.texts() * (double) settings.clips() / judging)
                .with("gflop", needed)
                .with("published_gflop", published)
                .with("published_over_ours", published / needed)
                .with("gflop_per_s", reached)
                .with("gemm_gflop_per_s", peak)
                .with("share_of_gemm", reached / peak)
                .print();
    }
}
