package io.github.alprolab.alpro.answering;

import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.trained.TrainedModel;
import java.io.IOException;
import java.util.List;

/**
 * The classifier over a list of answers: new, or that of a file which was trained on the same list
 * (docs/method.md section 2.5).
 *
 * @param classes C, its outputs
 * @param kept whether its weights are those of the file
 */
public record AnswerHead(int classes, boolean kept) {

    /** One output for each answer, to be learned. */
    public static AnswerHead fresh(List<String> answers) {
        return new AnswerHead(answers.size(), false);
    }

    /**
     * That of a file where it is for these answers in this order, else a fresh one. A published
     * file does not name its answers; it counts as theirs when it has as many outputs as the
     * published code gives them.
     *
     * @throws IOException when the names in the file cannot be read
     */
    public static AnswerHead of(TrainedModel file, List<String> answers) throws IOException {
        int classes = file.classes();
        List<String> own = file.answers();
        boolean same =
                own.isEmpty()
                        ? classes == AnsweringModel.publishedClasses(answers.size())
                        : own.equals(answers);
        return classes > 0 && same ? new AnswerHead(classes, true) : fresh(answers);
    }

    /** What may differ between a file and a model with this classifier. */
    public LoadRules rules() {
        LoadRules any = LoadRules.anyToAnswering();
        return kept ? any : any.skip("classifier.");
    }
}
