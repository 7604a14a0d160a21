package io.github.alprolab.dsl.answer;

import io.github.alprolab.alpro.answering.TrainedAnswerer;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.dsl.run.Ending;
import io.github.alprolab.dsl.run.Work;
import io.github.alprolab.dsl.run.Workplace;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Trains, then answers the questions that are measured, and keeps every answer.
 *
 * @param training what comes first
 * @param source the model that answers, from the run's folder of checkpoints
 * @param asked the questions that are measured
 */
public record AnsweringWork(
        Work training, Function<Workplace, AnswerSource> source, List<VideoQuestion> asked)
        implements Work {
    public AnsweringWork {
        asked = List.copyOf(asked);
    }

    @Override
    public Ending in(Workplace place) throws IOException {
        Ending ending = training.in(place);
        if (ending.finished() && !asked.isEmpty()) {
            place.progress().note("answering " + asked.size() + " questions");
            AnswerSource from = source.apply(place);
            try (TrainedAnswerer model = from.load(place::requireWanted)) {
                List<GivenAnswer> answers = from.answer(model, asked);
                place.requireThere();
                AnswersFile.write(place.folder(), answers);
                place.folder()
                        .scored(
                                AnswerTable.scored(
                                        new RecordedAnswering(place.folder())
                                                .answers(from.answers())));
            }
        }
        return ending;
    }
}
