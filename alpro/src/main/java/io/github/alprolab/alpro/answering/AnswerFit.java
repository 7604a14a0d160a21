package io.github.alprolab.alpro.answering;

import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.alpro.trained.TrainedModel;
import io.github.alprolab.alpro.weights.WeightFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * How a file would be the start of a model that answers, told from names and shapes alone.
 *
 * @param loaded tensors that the model takes from the file
 * @param kept whether its classifier is among them
 * @param misfits names by what is wrong with them, such as {@code Missing}; empty where all fit
 */
public record AnswerFit(int loaded, boolean kept, Map<String, List<String>> misfits) {

    /**
     * For these answers.
     *
     * @throws IOException when the file cannot be read, or its word pieces are not known
     */
    public static AnswerFit of(ModelFile file, List<String> answers) throws IOException {
        TrainedModel trained = TrainedModel.open(file);
        trained.vocabulary();
        AnswerHead head = AnswerHead.of(trained, answers);
        LoadRules rules = head.rules();
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict outline = outline(compute, trained.manifest().config(), head.classes());
            LoadReport report =
                    StateDictFile.compare(WeightFile.shapes(file.path()), outline, rules);
            return new AnswerFit(report.loaded().size(), head.kept(), report.unexplained(rules));
        }
    }

    /** Trainable parameters of a model with so many classes. */
    public static long parameters(AlproConfig config, int classes) {
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            return outline(compute, config, classes).parameters();
        }
    }

    private static StateDict outline(Compute compute, AlproConfig config, int classes) {
        StateDict outline = StateDict.outline(compute);
        new AnsweringModel(outline.root(), config, classes);
        return outline;
    }
}
