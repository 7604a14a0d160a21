package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.record.RunStore;

/**
 * A complete description of something that can be run. A value: each edit returns a copy.
 *
 * <p>Start with one of the factories; the type of what they return says what is needed next.
 */
public sealed interface Experiment permits PrompterTraining, Pretraining, Retrieval, VideoQa {

    /**
     * Trains the prompter, the teacher that labels crops, by VTC alone.
     *
     * @param name of the runs: letters, digits, dots, dashes and underscores
     */
    static PrompterTraining.NeedsPairs prompter(String name) {
        RunStore.requireName(name);
        return pairs -> encoders -> PrompterTraining.of(name, pairs, encoders);
    }

    /**
     * Pre-trains a model with any objectives.
     *
     * @param name of the runs
     */
    static Pretraining.NeedsPairs pretraining(String name) {
        RunStore.requireName(name);
        return pairs -> encoders -> Pretraining.of(name, pairs, encoders);
    }

    /**
     * Ranks clips for texts and texts for clips with a trained model.
     *
     * @param name of the runs
     */
    static Retrieval.NeedsPairs retrieval(String name) {
        RunStore.requireName(name);
        return pairs -> checkpoint -> Retrieval.of(name, pairs, checkpoint);
    }

    /**
     * Fine-tunes a model to answer questions about clips, and answers those of TEST.
     *
     * @param name of the runs
     */
    static VideoQa.NeedsQuestions videoQa(String name) {
        RunStore.requireName(name);
        return questions -> new VideoQa.NeedsStart(name, questions);
    }

    /** The name that all its runs share. */
    String name();

    /** Hex SHA-256 of all settings but name and device, and of the data. */
    String hash();

    /** Looks for everything that would go wrong, before any compute. */
    Report check();

    /**
     * Does what is missing: trains, resumes what was interrupted, or loads what is finished.
     *
     * @throws io.github.alprolab.dsl.check.AdviceException when the check finds faults
     */
    Run run();

    /** Trains the same once more, in a folder of its own. */
    Run again();
}
