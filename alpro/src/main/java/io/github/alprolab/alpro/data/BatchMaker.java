package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.data.ClipReader.Look;
import io.github.alprolab.alpro.data.ClipReader.Read;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.augmentation.Augmentation;
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
    private final Augmentation augmentation;
    private final boolean replacing;
    private final boolean everyText;
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
                Augmentation.none(),
                false,
                false);
    }

    private BatchMaker(
            Tokenizer tokenizer,
            Vocabulary vocabulary,
            int words,
            ClipReader clips,
            Augmentation augmentation,
            boolean replacing,
            boolean everyText) {
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
        this.words = words;
        this.clips = clips;
        this.augmentation = augmentation;
        this.replacing = replacing;
        this.everyText = everyText;
        this.replaced = new LongAdder();
    }

    /**
     * One that, in training alone, puts a random pair of the same data set, with its own caption,
     * in the place of one whose clip cannot be read. Which one depends on seed and batch alone.
     */
    public BatchMaker replacing() {
        return new BatchMaker(tokenizer, vocabulary, words, clips, augmentation, true, everyText);
    }

    /** One that changes clips at random, in training alone. */
    public BatchMaker augmenting(Augmentation changes) {
        return new BatchMaker(tokenizer, vocabulary, words, clips, changes, replacing, everyText);
    }

    /** One whose training batches hold every text of a pair, not one at random. */
    public BatchMaker everyText() {
        return new BatchMaker(tokenizer, vocabulary, words, clips, augmentation, replacing, true);
    }

    /** How many pairs were replaced so far because their clips could not be read. */
    public long replaced() {
        return replaced.sum();
    }

    /** A batch for training: frames by {@code sampling}, any caption of a clip, or every one. */
    public Batch training(Draw draw, FrameSampling sampling, RandomStreams streams) {
        Read read = trainingClips(draw, sampling, streams);
        RandomGenerator choice = streams.stream("captions", draw.number());
        List<String> texts = read.pairs().stream().flatMap(p -> texts(p, choice).stream()).toList();
        return make(read, texts);
    }

    private List<String> texts(Pair pair, RandomGenerator choice) {
        List<String> all = pair.captions();
        return everyText ? all : List.of(all.get(choice.nextInt(all.size())));
    }

    /** The chance of changes to a clip in one pass over its data set. */
    public static RandomGenerator chance(RandomStreams streams, Pair pair, int epoch) {
        return streams.stream("augmentation of " + pair.id(), epoch);
    }

    /**
     * A batch for validation, of exactly these pairs: even frames and the first caption; {@code
     * index} seeds the rest.
     */
    public Batch evaluation(List<Pair> pairs, RandomStreams streams, long index) {
        List<String> texts = pairs.stream().map(p -> p.captions().get(0)).toList();
        RandomGenerator random = streams.stream("frames", index);
        Read read = clips.exactly(pairs, Look.plain(FrameSampling.uniform(), random));
        return make(read, texts);
    }

    private Read trainingClips(Draw draw, FrameSampling sampling, RandomStreams streams) {
        Look look =
                new Look(
                        sampling,
                        streams.stream("frames", draw.number()),
                        augmentation,
                        pair -> chance(streams, pair, draw.epoch()));
        if (!replacing) {
            return clips.exactly(draw.pairs(), look);
        }
        RandomGenerator choice = streams.stream("replacements", draw.number());
        List<Pair> others = draw.others();
        Read read =
                clips.replacing(
                        draw.pairs(), () -> others.get(choice.nextInt(others.size())), look);
        replaced.add(read.replaced(draw.pairs()));
        return read;
    }

    private Batch make(Read read, List<String> texts) {
        boolean stills = read.pairs().get(0).clip().frameCount() == 1;
        return new Batch(read.pairs(), read.pixels(), tokens(texts), stills);
    }

    /** Texts as padded rows of ids. */
    public TokenBatch tokens(List<String> texts) {
        return TokenBatch.of(texts, tokenizer, vocabulary, words);
    }

    /** Sampled frames of exactly these pairs' clips, (B, T, H, W, 3). */
    public byte[] pixels(List<Pair> pairs, FrameSampling sampling, RandomGenerator random) {
        return clips.exactly(pairs, Look.plain(sampling, random)).pixels();
    }
}
