package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.loss.MaskedWords;
import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.prompter.CropSampler;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.datasets.FrameCache;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes numbered batches; each draw depends on seed, purpose and number alone. */
public final class BatchMaker {
    private final VideoConfig video;
    private final LossConfig losses;
    private final Tokenizer tokenizer;
    private final Vocabulary vocabulary;
    private final int words;
    private final FrameCache cache;

    /**
     * For one model's sizes.
     *
     * @param words longest text in word pieces, start and end included
     * @param cache decoded clips
     */
    public BatchMaker(
            VideoConfig video,
            LossConfig losses,
            Tokenizer tokenizer,
            Vocabulary vocabulary,
            int words,
            FrameCache cache) {
        this.video = video;
        this.losses = losses;
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
        this.words = words;
        this.cache = cache;
    }

    /** A batch for training: frames by {@code sampling}, any caption of a clip. */
    public Batch training(
            List<Pair> pairs, FrameSampling sampling, RandomStreams streams, long step) {
        RandomGenerator choice = streams.stream("captions", step);
        List<String> texts =
                pairs.stream()
                        .map(p -> p.captions().get(choice.nextInt(p.captions().size())))
                        .toList();
        return make(pairs, texts, sampling, streams, step);
    }

    /** A batch for validation: even frames and the first caption; {@code index} seeds the rest. */
    public Batch evaluation(List<Pair> pairs, RandomStreams streams, long index) {
        List<String> texts = pairs.stream().map(p -> p.captions().get(0)).toList();
        return make(pairs, texts, FrameSampling.uniform(), streams, index);
    }

    private Batch make(
            List<Pair> pairs,
            List<String> texts,
            FrameSampling sampling,
            RandomStreams streams,
            long step) {
        TokenBatch tokens = tokens(texts);
        MaskedWords masked =
                MaskedWords.draw(
                        tokens.ids(),
                        losses.maskProbability(),
                        vocabulary::ordinary,
                        vocabulary.id(Vocabulary.MASK),
                        vocabulary.size(),
                        streams.stream("mlm.mask", step));
        return new Batch(
                pixels(pairs, sampling, streams.stream("frames", step)),
                tokens,
                masked,
                boxes(pairs.size(), streams.stream("pem.crop", step)),
                pairs.get(0).clip().frameCount() == 1 ? PromptKind.IMAGE : PromptKind.VIDEO);
    }

    /** Texts as padded rows of ids. */
    public TokenBatch tokens(List<String> texts) {
        return TokenBatch.of(texts, tokenizer, vocabulary, words);
    }

    /** Sampled frames of every clip, (B, T, H, W, 3). */
    public byte[] pixels(List<Pair> pairs, FrameSampling sampling, RandomGenerator random) {
        int size = video.imageSize();
        int clip = video.frames() * size * size * 3;
        byte[] pixels = new byte[pairs.size() * clip];
        for (int i = 0; i < pairs.size(); i++) {
            var source = pairs.get(i).clip();
            int[] indices = sampling.indices(source.frameCount(), video.frames(), random);
            cache.frames(source, indices, size).copyTo(pixels, i * clip);
        }
        return pixels;
    }

    private List<CropBox> boxes(int count, RandomGenerator random) {
        CropSampler sampler =
                new CropSampler(
                        video.imageSize(), video.patch(), losses.cropLeast(), losses.cropMost());
        List<CropBox> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(sampler.sample(random));
        }
        return boxes;
    }
}
