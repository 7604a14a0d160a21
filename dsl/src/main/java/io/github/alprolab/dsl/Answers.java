package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.datasets.readers.AnnotationException;
import io.github.alprolab.datasets.readers.AnswerLabels;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.data.AnswerCounts;
import io.github.alprolab.dsl.record.PathCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answers that a model tells apart, its classes. Counted answers are those of TRAIN alone,
 * whatever split is looked at: a question with another answer can only be missed. A value.
 */
public final class Answers {
    /** What is told apart where nothing limits it. */
    private static final int EVERY = Integer.MAX_VALUE;

    private final int most;
    private final Optional<AnswerLabels> given;

    /** The call that makes it. */
    private final String code;

    private Answers(int most, Optional<AnswerLabels> given, String code) {
        this.most = most;
        this.given = given;
        this.code = code;
    }

    /**
     * The answers that most questions of TRAIN have, most frequent first; of equally frequent ones
     * the first in the alphabet, by the codes of their letters.
     *
     * @param most at least 1; the paper keeps 1,500 for MSRVTT-QA
     */
    public static Answers top(int most) {
        Range.atLeast(1, most, "Answers.top");
        return new Answers(most, Optional.empty(), "Answers.top(" + most + ")");
    }

    /**
     * Every answer of TRAIN, in the order of {@link #top}. MSVD-QA has 1,852; the 2,423 of the
     * published classifier are those of all three splits.
     */
    public static Answers all() {
        return new Answers(EVERY, Optional.empty(), "Answers.all()");
    }

    /**
     * Those of a published {@code train_ans2label.json}: a json object from answers to indices, 0
     * to n − 1.
     *
     * @throws AdviceException C13 when it cannot be read; names what is wrong
     */
    public static Answers file(Path json) {
        try {
            return new Answers(
                    EVERY,
                    Optional.of(AnswerLabels.read(json)),
                    "Answers.file(" + PathCode.of(json) + ")");
        } catch (AnnotationException e) {
            AdviceException advice =
                    new AdviceException("C13", e.getMessage(), "questions.answers(Answers.all())");
            advice.initCause(e);
            throw advice;
        }
    }

    /**
     * These answers, as the questions spell them.
     *
     * @throws AdviceException C13 when there is none, or one twice
     */
    public static Answers of(String... texts) {
        List<String> all = List.of(texts);
        if (all.isEmpty() || all.stream().distinct().count() < all.size()) {
            throw new AdviceException(
                    "C13",
                    "Answers.of(%s) is given; allowed is at least one answer, each once."
                            .formatted(Code.of(all)),
                    "Answers.of(\"yes\", \"no\")");
        }
        return new Answers(
                EVERY, Optional.of(AnswerLabels.of(all)), "Answers.of(" + Code.of(all) + ")");
    }

    /** The classes, by index. */
    AnswerLabels of(List<VideoQuestion> train) {
        return given.orElseGet(() -> AnswerLabels.of(AnswerCounts.of(train).top(most)));
    }

    /** For records: how answers are counted, or a sum over those given. */
    Object json() {
        return given.<Object>map(Answers::sum).orElse(most == EVERY ? "all" : "top " + most);
    }

    private static String sum(AnswerLabels labels) {
        Digest sum = Digest.sha256();
        labels.answers().forEach(sum::add);
        return labels.size() + " given, " + sum.hex().substring(0, 16);
    }

    /** For people. */
    String words() {
        return given.map(labels -> labels.size() + " given")
                .orElse(most == EVERY ? "all" : "top " + most);
    }

    private Stream<Object> parts() {
        return Stream.of(most, given.map(AnswerLabels::answers));
    }

    /** Equal are equal answers, wherever they were read. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Answers that && parts().toList().equals(that.parts().toList());
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts().toArray());
    }

    @Override
    public String toString() {
        return code;
    }
}
