package io.github.alprolab.dsl.course;

import io.github.alprolab.dsl.RetrievalRun;
import io.github.alprolab.dsl.crop.PseudoLabelAccuracy;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The exercises of the course in {@code notebooks/course}. */
public final class Course {
    private Course() {}

    /**
     * Scores of one clip with every text of a batch.
     *
     * @param scores divided by the temperature
     * @param own the place of the clip's own text, from 0
     */
    public record Candidates(double[] scores, int own) {
        public Candidates {
            scores = scores.clone();
        }

        @Override
        public double[] scores() {
            return scores.clone();
        }
    }

    /**
     * How good pseudo-labels are with two sets of templates.
     *
     * @param published of the paper's templates
     * @param mine of others, on the same pairs
     */
    public record Prompts(PseudoLabelAccuracy published, PseudoLabelAccuracy mine) {
        public Prompts {
            Objects.requireNonNull(published, "published");
            Objects.requireNonNull(mine, "mine");
        }
    }

    /**
     * Two retrievals by the same weights.
     *
     * @param honest measured as it should be
     * @param attacked measured so that figures are better than the model
     */
    public record Attack(RetrievalRun honest, RetrievalRun attacked) {
        public Attack {
            Objects.requireNonNull(honest, "honest");
            Objects.requireNonNull(attacked, "attacked");
        }
    }

    /** 1.1: tokens of a clip. */
    public static Exercise<int[]> tokens() {
        return Counting.tokens();
    }

    /** 1.2: frames that the published code takes. */
    public static Exercise<int[]> sampling() {
        return Counting.sampling();
    }

    /** 1.3: recall of a list in random order. */
    public static Exercise<int[]> recallAtChance() {
        return Counting.recall();
    }

    /** 1.4: the best constant answer. */
    public static Exercise<List<String>> majority() {
        return Counting.majority();
    }

    /** 2.1: VTC's loss of a model that knows nothing. */
    public static Exercise<Void> vtcAtChance() {
        return Contrast.chance();
    }

    /** 2.2: VTC of a matrix of scores. */
    public static Exercise<double[][]> vtc() {
        return Contrast.vtc();
    }

    /** 2.3: VTC as an objective beside the library's. */
    public static Exercise<Void> ownVtc() {
        return Contrast.own();
    }

    /** 3.1: VTM's loss of a model that knows the labels' shares alone. */
    public static Exercise<Void> vtmAtChance() {
        return Matching.chance();
    }

    /** 3.2: how likely each text is drawn as a wrong partner. */
    public static Exercise<Candidates> hardNegatives() {
        return Matching.negatives();
    }

    /** 3.3: how many pieces MLM shows in which way. */
    public static Exercise<Void> maskedWords() {
        return Matching.masks();
    }

    /** 3.4: the loss of a model that knows how frequent words are. */
    public static Exercise<double[]> wordFrequencies() {
        return Matching.frequencies();
    }

    /** 4.1: the feature that stands for an entity. */
    public static Exercise<double[][]> promptFeature() {
        return Prompting.mean();
    }

    /** 4.2: templates that label better than the published ones. */
    public static Exercise<Void> prompts() {
        return Prompting.prompts();
    }

    /** 4.3: which crops the published code learns from. */
    public static Exercise<double[][]> publishedSlip() {
        return Prompting.slip();
    }

    /** 5.1: the loss of a model that knows nothing of odd frames. */
    public static Exercise<Void> oddFrameAtChance() {
        return Inventing.chance();
    }

    /** 5.2: an objective that asks for the odd frame. */
    public static Exercise<Void> oddFrame() {
        return Inventing.objective();
    }

    /** 6.1: the rank of each caption's clip. */
    public static Exercise<double[][]> ranks() {
        return Evaluating.ranks();
    }

    /** 6.2: scores changed by all captions of a test. */
    public static Exercise<double[][]> dualSoftmax() {
        return Evaluating.dualSoftmax();
    }

    /** 6.3: better figures of the same model. */
    public static Exercise<Void> attack() {
        return Evaluating.attack();
    }

    /** All of them, in the order of the units. */
    public static List<Exercise<?>> all() {
        return List.of(
                tokens(),
                sampling(),
                recallAtChance(),
                majority(),
                vtcAtChance(),
                vtc(),
                ownVtc(),
                vtmAtChance(),
                hardNegatives(),
                maskedWords(),
                wordFrequencies(),
                promptFeature(),
                prompts(),
                publishedSlip(),
                oddFrameAtChance(),
                oddFrame(),
                ranks(),
                dualSoftmax(),
                attack());
    }

    /**
     * What was tried and passed on this machine, from {@code exercises.json} where runs are kept.
     */
    public static DataTable progress() {
        Map<String, ExerciseBook.Entry> known = ExerciseBook.standard().all();
        List<ExerciseBook.Entry> entries =
                all().stream()
                        .map(e -> known.getOrDefault(e.name(), ExerciseBook.Entry.NEW))
                        .toList();
        long passed = entries.stream().filter(e -> !e.passed().isBlank()).count();
        return DataTable.of("Exercises · %d of %d passed".formatted(passed, entries.size()))
                .text("exercise", all().stream().map(Exercise::name).toList())
                .text("state", entries.stream().map(Course::state).toList())
                .whole("tries", entries.stream().map(ExerciseBook.Entry::tries).toList())
                .text("passed at", entries.stream().map(ExerciseBook.Entry::passed).toList());
    }

    private static String state(ExerciseBook.Entry entry) {
        if (!entry.passed().isBlank()) {
            return "✓";
        }
        return entry.tries() == 0 ? "open" : "✗";
    }
}
