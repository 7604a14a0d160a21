package io.github.alprolab.dsl;

import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.datasets.Split;
import java.nio.file.Path;

/** A tiny pre-trained model for tests that evaluate one. */
public final class TrainedOnce {
    private final Pairs pairs;
    private final Checkpoint checkpoint;

    private TrainedOnce(Pairs pairs, Checkpoint checkpoint) {
        this.pairs = pairs;
        this.checkpoint = checkpoint;
    }

    /** Trains in a second; runs are kept below {@code folder} from then on. */
    public static TrainedOnce in(Path folder) {
        System.setProperty("alprolab.runs", folder.resolve("runs").toString());
        Tiny.Listener.offered(Integer.MAX_VALUE);
        Pairs pairs = Tiny.pairs(folder.resolve("cache"));
        Checkpoint teacher =
                Experiment.prompter("teacher")
                        .pairs(pairs)
                        .encoders(Tiny.ENCODERS)
                        .trainer(Tiny.TRAINER)
                        .run()
                        .best();
        Prompter prompter =
                Prompter.from(teacher).entities(Entities.nouns(pairs.only(Split.TRAIN)).top(10));
        Checkpoint student =
                Experiment.pretraining("student")
                        .pairs(pairs)
                        .encoders(Tiny.ENCODERS)
                        .losses(l -> l.pem(p -> p.ignoreBelow(0)))
                        .prompter(prompter)
                        .trainer(Tiny.TRAINER)
                        .run()
                        .best();
        return new TrainedOnce(pairs, student);
    }

    /** Forgets where runs are kept. */
    public static void forget() {
        System.clearProperty("alprolab.runs");
    }

    /** All splits. */
    Pairs pairs() {
        return pairs;
    }

    /** 16 clips of TEST with one to three captions each. */
    Pairs test() {
        return pairs.only(Split.TEST);
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** On {@link #test}. */
    public Retrieval retrieval() {
        return Experiment.retrieval("search").pairs(test()).from(checkpoint);
    }

    /** What a run has opened. */
    public static Retriever modelOf(Object run) {
        return ((RetrievalRun) run).model().model().orElseThrow();
    }
}
