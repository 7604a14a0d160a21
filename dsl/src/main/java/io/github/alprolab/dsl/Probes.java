package io.github.alprolab.dsl;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.RetrievalPlace;
import io.github.alprolab.datasets.Probe;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.sprites.SpriteProbes;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.probe.ProbeAccuracy;
import io.github.alprolab.dsl.probe.ProbeWork;
import io.github.alprolab.dsl.ranking.Measurement;
import io.github.alprolab.dsl.ranking.Rescored;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Clips with two sentences each, of which one is true: what a model has learned shows in which of
 * them it finds nearer. The sentences of a probe differ in one thing. A value: each edit returns a
 * copy.
 *
 * <pre>{@code
 * run.probes(Probes.of(pairs.only(Split.TEST)))
 * run.probes(Probes.none().ask("colour", clip, "a red fox", "a blue fox"))
 * }</pre>
 */
public final class Probes implements Shown {
    /** A longer text is cut, as in every training by default. */
    private static final int WORDS = 30;

    private final List<Probe> probes;
    private final FrameCache cache;

    private Probes(List<Probe> probes, FrameCache cache) {
        this.probes = List.copyOf(probes);
        this.cache = cache;
    }

    /** No probes yet; {@link #ask} adds some. */
    public static Probes none() {
        return new Probes(List.of(), FrameCache.ofBytes(0));
    }

    /** Those of the default corpus' 512 TEST clips, drawn without files. */
    public static Probes standard() {
        return of(
                Pairs.of(
                                Datasets.movingSprites()
                                        .clips(Split.TRAIN, 0)
                                        .clips(Split.VALIDATION, 0)
                                        .unencoded())
                        .only(Split.TEST));
    }

    /**
     * Those that the scripts of moving sprites give: noun, action, direction, order, number, who
     * and partner; see {@link SpriteProbes}.
     *
     * @throws AdviceException where no clip is of the moving sprites, whose truth is known
     */
    public static Probes of(Pairs pairs) {
        List<Probe> probes =
                pairs.all().stream().flatMap(pair -> SpriteProbes.of(pair).stream()).toList();
        if (probes.isEmpty()) {
            throw new AdviceException(
                    "C10",
                    "No clip of %s comes with a script that tells true sentences from false ones."
                            .formatted(pairs.name()),
                    "Probes.none().ask(\"colour\", clip, \"a red fox\", \"a blue fox\")");
        }
        return new Probes(probes, pairs.cache());
    }

    /**
     * With one more, written by hand.
     *
     * @param asks the one thing in which the sentences differ, such as {@code colour}
     * @param clip any clip
     * @param right what is true of it
     * @param wrong what is not
     */
    public Probes ask(String asks, Clip clip, String right, String wrong) {
        Probe more = probe(asks, clip, right, wrong);
        return new Probes(Stream.concat(probes.stream(), Stream.of(more)).toList(), cache);
    }

    private static Probe probe(String asks, Clip clip, String right, String wrong) {
        try {
            return new Probe(asks, clip.pair(), right, wrong);
        } catch (IllegalArgumentException e) {
            throw new AdviceException(
                    "C27", e.getMessage(), ".ask(\"colour\", clip, \"a red fox\", \"a blue fox\")");
        }
    }

    /** How many there are. */
    public int size() {
        return probes.size();
    }

    /** All of them: what is asked, the clip, the true sentence and the false one. */
    public DataTable describe() {
        return DataTable.of("%d probes".formatted(probes.size()))
                .text("asks for", probes.stream().map(Probe::asks).toList())
                .text("clip", probes.stream().map(p -> p.pair().id()).toList())
                .text("true", probes.stream().map(Probe::right).toList())
                .text("false", probes.stream().map(Probe::wrong).toList());
    }

    /** What a model says of them, by VTM too where it has learned that. */
    ProbeAccuracy ask(Checkpoint checkpoint, boolean matching, DeviceChoice device) {
        if (probes.isEmpty()) {
            throw new AdviceException(
                    "C10", "There are no probes to ask.", "run.probes(Probes.standard())");
        }
        AlproConfig config = checkpoint.manifest().config();
        Measurement measurement =
                new Measurement(
                        checkpoint.file(),
                        new RetrievalInput(
                                config.video().frames(),
                                config.video().imageSize(),
                                WORDS,
                                PositionRule.GRID),
                        cache,
                        RetrievalPlace.of(device),
                        ProbeWork.clips(probes),
                        matching ? Reranking.all() : Reranking.none(),
                        Rescored.none());
        return new ProbeWork(probes, measurement, matching).accuracy();
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public String toString() {
        return probes.size() + " probes";
    }
}
