package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.data.ClipReader.Read;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.cache.FrameCache;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/** Makes numbered batches; each draw depends on seed, purpose and number alone. */
public final class BatchMaker {
    private final Tokenizer tokenizer;
    private final Vocabulary vocabulary;
    private final int words;
    private final ClipReader clips;
    private final List<Pair> replacements;
    private final LongAdder replaced;

    /**
     * For one model's sizes.
     *
     * @param words longest text in word pieces, start and end included
     * @param cache decoded clips
     */
    public BatchMaker(
            VideoConfig video,
            Tokenizer tokenizer,
            Vocabulary vocabulary,
            int words,
            FrameCache cache) {
        this(
                tokenizer,
                vocabulary,
                words,
                new ClipReader(cache, video.frames(), video.imageSize()),
                List.of());
    }

    private BatchMaker(
            Tokenizer tokenizer,
            Vocabulary vocabulary,
            int words,
            ClipReader clips,
            List<Pair> replacements) {
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
        this.words = words;
        this.clips = clips;
        this.replacements = replacements;
        this.replaced = new LongAdder();
    }

    /**
     * One that, in training alone, puts a random one of these pairs, with its own caption, in the
     * place of one whose clip cannot be read. Which one depends on seed and step alone.
     *
     * @param pairs training pairs; none to replace nothing
     */
    public BatchMaker replacingFrom(List<Pair> pairs) {
        return new BatchMaker(tokenizer, vocabulary, words, clips, List.copyOf(pairs));
    }

    /** How many pairs were replaced so far because their clips could not be read. */
    public long replaced() {
        return replaced.sum();
    }

    /** A batch for training: frames by {@code sampling}, any caption of a clip. */
    public Batch training(
            List<Pair> pairs, FrameSampling sampling, RandomStreams streams, long step) {
        Read read = trainingClips(pairs, sampling, streams, step);
        RandomGenerator choice = streams.stream("captions", step);
        List<String> texts =
                read.pairs().stream()
                        .map(p -> p.captions().get(choice.nextInt(p.captions().size())))
                        .toList();
        return make(read, texts);
    }

    /**
     * A batch for validation, of exactly these pairs: even frames and the first caption; {@code
     * index} seeds the rest.
     */
    public Batch evaluation(List<Pair> pairs, RandomStreams streams, long index) {
        List<String> texts = pairs.stream().map(p -> p.captions().get(0)).toList();
        RandomGenerator random = streams.stream("frames", index);
        Read read = clips.exactly(pairs, FrameSampling.uniform(), random);
        return make(read, texts);
    }

    private Read trainingClips(
            List<Pair> pairs, FrameSampling sampling, RandomStreams streams, long step) {
        RandomGenerator random = streams.stream("frames", step);
        if (replacements.isEmpty()) {
            return clips.exactly(pairs, sampling, random);
        }
        RandomGenerator choice = streams.stream("replacements", step);
        Read read =
                clips.replacing(
                        pairs,
                        () -> replacements.get(choice.nextInt(replacements.size())),
                        sampling,
                        random);
        replaced.add(read.replaced(pairs));
        return read;
    }

    private Batch make(Read read, List<String> texts) {
        boolean stills = read.pairs().get(0).clip().frameCount() == 1;
        return new Batch(read.pixels(), tokens(texts), stills);
    }

    /** Texts as padded rows of ids. */
    public TokenBatch tokens(List<String> texts) {
        return TokenBatch.of(texts, tokenizer, vocabulary, words);
    }

    /** Sampled frames of exactly these pairs' clips, (B, T, H, W, 3). */
    public byte[] pixels(List<Pair> pairs, FrameSampling sampling, RandomGenerator random) {
        return clips.exactly(pairs, sampling, random).pixels();
    }
}
