package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.inside.AttentionPlace;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Advised;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.check.RankingChecks;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.inside.KeptVectors;
import io.github.alprolab.dsl.inside.ModelLook;
import io.github.alprolab.dsl.inside.OpenInspector;
import io.github.alprolab.dsl.inside.SeenClip;
import io.github.alprolab.dsl.probe.ProbeAccuracy;
import io.github.alprolab.dsl.ranking.ClipsFound;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A trained model to look into: where it looks, which words it expects, what it finds alike. A
 * value: each edit returns a copy. It is opened when it is first asked and kept until {@link
 * #close}; the collector frees one that nobody holds.
 *
 * <pre>{@code
 * run.model().attention(clip)
 * run.model().block(1).head(2).attention(clip)
 * }</pre>
 */
public final class Model implements Shown, AutoCloseable {
    private static final String CODE = "C40";
    private static final String MASK = "[MASK]";
    private static final int WORDS = 5;
    private static final int MOST_OVERLAYS = 8;

    private static final Schema MODEL = new Schema("Model");
    static final Setting<Integer> BLOCK =
            MODEL.add(
                    Setting.count("block", 0, 0)
                            .identity(Identity.NEVER)
                            .says("block whose attention is shown, 0 for the last", ""));
    static final Setting<Integer> HEAD =
            MODEL.add(
                    Setting.count("head", 0, 0)
                            .identity(Identity.NEVER)
                            .says("head whose attention is shown, 0 for the mean of all", ""));
    static final Setting<DeviceChoice> DEVICE = MODEL.add(DeviceChoice.setting());
    private static final Values STANDARD = MODEL.values();

    private final Checkpoint checkpoint;
    private final OpenInspector open;
    private final KeptVectors<Clip> vectors;
    private final Values values;

    private Model(
            Checkpoint checkpoint, OpenInspector open, KeptVectors<Clip> vectors, Values values) {
        this.checkpoint = checkpoint;
        this.open = open;
        this.vectors = vectors;
        this.values = values;
    }

    /** Opens nothing yet. */
    static Model of(Checkpoint checkpoint) {
        return new Model(
                checkpoint, new OpenInspector(checkpoint.file()), new KeptVectors<>(), STANDARD);
    }

    static Schema schema() {
        return MODEL;
    }

    /** The block whose attention is shown; 0 for the last. */
    public int block() {
        return values.get(BLOCK);
    }

    /** With the attention of another block of its encoder, at least 0; 0, the last, by default. */
    public Model block(int number) {
        return with(BLOCK, number);
    }

    /** The head whose attention is shown; 0 for the mean of all. */
    public int head() {
        return values.get(HEAD);
    }

    /** With the attention of one head, at least 0; 0, the mean of all, by default. */
    public Model head(int number) {
        return with(HEAD, number);
    }

    /** Where it computes. */
    public Device device() {
        return new Device(values.get(DEVICE));
    }

    /**
     * Looks on another device: Device.auto(), Device.cpu() or Device.gpu(0); Device.auto() by
     * default.
     */
    public Model device(Device place) {
        return with(DEVICE, place.choice());
    }

    private <T> Model with(Setting<T> setting, T value) {
        return new Model(checkpoint, open, vectors, Advised.with(values, setting, value));
    }

    /** The file that it is. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /**
     * Where the video encoder's CLS looks in every frame: the attention of the pass itself, from
     * the same weights and layers as in training.
     */
    public Figure attention(Clip clip) {
        return video().attention(fitting(clip));
    }

    /**
     * Which frames a frame's patches look at, a row per looking frame.
     *
     * @throws AdviceException for attention in space only, which sees one frame at a time
     */
    public Figure temporalAttention(Clip clip) {
        if (config().video().attention() == VideoAttention.SPACE_ONLY) {
            throw new AdviceException(
                    CODE,
                    "The model's video encoder has SPACE_ONLY attention: no frame sees another.",
                    "model.attention(clip)");
        }
        return video().temporalAttention(fitting(clip));
    }

    /**
     * Where each of the first eight words of the clip's caption looks, once clip and text are
     * fused.
     */
    public Figure wordToPatch(Clip clip) {
        return fusion("wordToPatch").wordToPatch(fitting(clip), clip.caption(), MOST_OVERLAYS);
    }

    /** Where a word of the clip's caption looks; see the other method. */
    public Figure wordToPatch(Clip clip, String word) {
        return wordToPatch(clip, clip.caption(), word);
    }

    /**
     * Where a word of a text looks among the patches, in the fusion encoder. Its video tokens are
     * means over frames, so the picture is the mean of the frames.
     *
     * @param text that is fused with the clip
     * @param word in it, or some words in a row
     * @throws AdviceException for a word that is not in the text, with those that are
     */
    public Figure wordToPatch(Clip clip, String text, String word) {
        return fusion("wordToPatch").wordToPatch(fitting(clip), text, word);
    }

    /** The five likeliest words for each [MASK]; see the other method. */
    public DataTable fillMask(Clip clip, String text) {
        return fillMask(clip, text, WORDS);
    }

    /**
     * The likeliest words for each hidden place of a text, with the clip in view and with black
     * frames: the difference is what the picture tells.
     *
     * @param text with at least one {@code [MASK]}
     * @param most words for each place, at least 1
     * @throws AdviceException for a text that hides nothing, and for a model that has not learned
     *     to fill in words
     */
    public DataTable fillMask(Clip clip, String text, int most) {
        Range.atLeast(1, most, "fillMask");
        if (!text.contains(MASK)) {
            throw new AdviceException(
                    CODE,
                    "The text “%s” hides no word; put [MASK] in place of one or more."
                            .formatted(text),
                    "model.fillMask(clip, \"a [MASK] moves left\")");
        }
        requireLearned("fillMask", "MLM", List.of("pretraining"), "MLM_LOSS");
        return fusion("fillMask").hiddenWords(fitting(clip), text, most);
    }

    /**
     * Every clip against every first caption, as VTC compares them: cosine divided by the
     * temperature. Right pairs lie on the diagonal.
     *
     * @throws AdviceException for clips without captions, such as those of a folder
     */
    public Figure similarity(Clips clips) {
        requireAligned("similarity");
        if (!isCaptioned(clips)) {
            throw new AdviceException(
                    CODE,
                    "similarity(…) compares clips with their captions, and these have none.",
                    "model.search(clips, \"a dog moves left\", 5)");
        }
        return video().similarity(fitting(clips, 1, "similarity"));
    }

    /**
     * Clips and first captions as a map: their vectors in VTC's space on the plane of the first two
     * principal components, each clip joined to its caption. Clips of a folder have no captions and
     * lie there alone.
     *
     * @param clips at least 2
     */
    public Figure embeddings(Clips clips) {
        requireAligned("embeddings");
        List<SeenClip> all = fitting(clips, 2, "embeddings");
        return isCaptioned(clips) ? video().embeddings(all) : video().clipMap(all);
    }

    private static boolean isCaptioned(Clips clips) {
        return clips.list().stream().anyMatch(Clip::isCaptioned);
    }

    /**
     * The vectors that {@link #embeddings} draws, a row per clip: unit vectors in VTC's space, to
     * write by {@code .csv(Path.of("vectors.csv"))} and to use elsewhere.
     *
     * @param clips at least 1
     */
    public DataTable vectors(Clips clips) {
        requireAligned("vectors");
        require(clips, 1, "vectors");
        List<float[]> all = encoded(clips);
        DataTable table =
                DataTable.of(
                                "%d clips · vectors of %d numbers in VTC's space"
                                        .formatted(all.size(), all.get(0).length))
                        .text("clip", clips.list().stream().map(Clip::id).toList());
        for (int i = 0; i < all.get(0).length; i++) {
            int place = i;
            List<Double> column = all.stream().map(v -> (double) v[place]).toList();
            table = table.number("v" + (i + 1), column, 3);
        }
        return table;
    }

    /**
     * The clips that fit a sentence best, by VTC: any clips, with captions or without. Numbers are
     * cosines divided by the temperature. Each clip is encoded once, so a second search is quick.
     *
     * <pre>{@code
     * model.search(Clips.folder("my-clips").frames(4).size(64), "a dog moves left", 5)
     * }</pre>
     *
     * @param text not blank
     * @param most number of clips, at least 1
     */
    public Figure search(Clips clips, String text, int most) {
        requireAligned("search");
        require(clips, 1, "search");
        Range.atLeast(1, most, "search");
        if (text.isBlank()) {
            throw new AdviceException(
                    CODE,
                    "The text to search for is blank.",
                    "model.search(clips, \"a dog moves left\", 5)");
        }
        double[] scores = video().scores(fitting(clips.get(0)), encoded(clips), text);
        Map<Pair, Clip> byPair = new IdentityHashMap<>();
        clips.forEach(c -> byPair.put(c.pair(), c));
        return Figure.of(
                new ClipsFound(
                                clips.list().stream().map(Clip::pair).toList(),
                                (pair, verdict, score) -> byPair.get(pair).strip(verdict, score),
                                text,
                                RankingScores.of(new double[][] {scores}),
                                Reranking.none())
                        .sheet(most));
    }

    private List<float[]> encoded(Clips clips) {
        return vectors.of(
                clips.list(), some -> video().vectors(some.stream().map(this::fitting).toList()));
    }

    /**
     * What it has learned: how often it finds the true one of two sentences that differ in one
     * thing nearer to a clip, by VTC, and by VTM where it was trained with that.
     *
     * <pre>{@code
     * model.probes(Probes.of(pairs.only(Split.TEST)))
     * }</pre>
     *
     * @throws AdviceException for a model that was not trained with VTC
     */
    public ProbeAccuracy probes(Probes probes) {
        requireAligned("probes");
        return probes.ask(
                checkpoint, RankingChecks.canMatch(checkpoint.manifest()), values.get(DEVICE));
    }

    private void requireAligned(String call) {
        requireLearned(call, "VTC", List.of("pretraining", "retrieval", "prompter"), "VTC_LOSS");
    }

    /** Sizes, vocabulary, epoch and validation figures of the file. */
    public DataTable describe() {
        return checkpoint.describe();
    }

    /** Frees the model; the next question opens it again. */
    @Override
    public void close() {
        open.close();
    }

    private ModelLook video() {
        AlproConfig config = config();
        return look(config.video().depth(), config.video().heads(), "video encoder");
    }

    private ModelLook fusion(String call) {
        requireLearned(
                call,
                "VTM, MLM or answering",
                List.of("pretraining", "retrieval", "answering"),
                "MLM_LOSS",
                "VTM_LOSS",
                "ANSWER_LOSS");
        int blocks = config().text().layers() - config().text().fusionLayer();
        return look(blocks, config().text().heads(), "fusion encoder");
    }

    private ModelLook look(int blocks, int heads, String encoder) {
        require("block", block(), blocks, encoder);
        require("head", head(), heads, encoder);
        String where =
                "block %d of %d, %s"
                        .formatted(
                                block() == 0 ? blocks : block(),
                                blocks,
                                head() == 0
                                        ? "mean of %d heads".formatted(heads)
                                        : "head %d of %d".formatted(head(), heads));
        return new ModelLook(open, new AttentionPlace(block(), head()), where, values.get(DEVICE));
    }

    private static void require(String what, int given, int most, String encoder) {
        if (given > most) {
            throw new AdviceException(
                    CODE,
                    "%s(%d) is given; the %s has %d of them.".formatted(what, given, encoder, most),
                    "model.%s(%d)".formatted(what, most));
        }
    }

    private void requireLearned(String call, String what, List<String> kinds, String... losses) {
        if (!checkpoint.manifest().hasLearned(kinds, losses)) {
            throw new AdviceException(
                    CODE,
                    "%s(…) reads what %s teaches, and this %s was not trained with it."
                            .formatted(call, what, checkpoint.kind()),
                    "pretraining.run().model()." + call + "(…)");
        }
    }

    private List<SeenClip> fitting(Clips clips, int least, String call) {
        require(clips, least, call);
        return clips.list().stream().map(this::fitting).toList();
    }

    private static void require(Clips clips, int least, String call) {
        if (clips.size() < least) {
            throw new AdviceException(
                    CODE,
                    "%s(…) is given %d clips; at least %d are needed."
                            .formatted(call, clips.size(), least),
                    "model.%s(pairs.only(Split.TEST).sample(8))".formatted(call));
        }
    }

    private SeenClip fitting(Clip clip) {
        int patch = config().video().patch();
        SeenClip seen = clip.seen();
        int size = seen.frames().width();
        if (size % patch != 0) {
            throw new AdviceException(
                    "C04",
                    "The frames have %d pixels; the model's patches have %d, which do not fill them."
                            .formatted(size, patch),
                    "pairs.size(%d)".formatted(config().video().imageSize()));
        }
        return seen;
    }

    private AlproConfig config() {
        return checkpoint.manifest().config();
    }

    /** The opened model, for tests. */
    OpenInspector open() {
        return open;
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Model that
                && checkpoint.equals(that.checkpoint)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(checkpoint, values);
    }

    @Override
    public String toString() {
        return checkpoint + ".model()" + values.calls();
    }
}
