package io.github.alprolab.dsl.answer;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the folder of a run tells of its answers, without the data they are about. */
public record RecordedAnswering(RunFolder folder) {
    /** Decoded frames of clips that are asked about by hand. */
    private static final long CACHE_BYTES = 64L << 20;

    /** The split that was measured, as {@code data.json} names it. */
    public static final String MEASURED = "measured";

    /**
     * The answers to the measured questions.
     *
     * @param known the answers that the model tells apart
     * @throws AdviceException when the run has not answered yet
     */
    public GivenAnswers answers(List<String> known) {
        if (!AnswersFile.isThere(folder)) {
            throw new AdviceException(
                    "C36",
                    "This run has not answered its questions yet; it is %s."
                            .formatted(folder.state().state()),
                    "experiment.run() goes on");
        }
        String split = CanonicalJson.flat(folder.data()).getOrDefault(MEASURED, "TEST");
        return new GivenAnswers(split, AnswersFile.read(folder), known, Levels.read(folder.data()));
    }

    /** Whether the training began with random weights instead of those of a checkpoint. */
    public boolean isFromRandom() {
        return !CanonicalJson.flat(folder.experiment()).containsKey("weights");
    }

    /** Its model, reading clips and questions as in the training, where the engine thinks best. */
    public AnswerSource source(Path checkpoint, List<String> known) {
        Map<String, String> settings = CanonicalJson.flat(folder.experiment());
        return new AnswerSource(
                checkpoint,
                known,
                new RetrievalInput(
                        Integer.parseInt(settings.get("questions.frames")),
                        Integer.parseInt(settings.get("questions.size")),
                        Integer.parseInt(settings.get("questions.words")),
                        PositionRule.valueOf(settings.getOrDefault("positions", "GRID"))),
                FrameCache.ofBytes(CACHE_BYTES),
                DeviceChoice.AUTO);
    }
}
