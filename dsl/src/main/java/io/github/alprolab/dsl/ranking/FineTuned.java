package io.github.alprolab.dsl.ranking;

import io.github.alprolab.dsl.run.Ending;
import io.github.alprolab.dsl.run.Work;
import io.github.alprolab.dsl.run.Workplace;
import java.io.IOException;
import java.util.function.BiFunction;

/**
 * Trains first and measures what came out, in one folder: a session that is stopped in between goes
 * on where it was.
 *
 * @param training goes on from what lies there
 * @param measuring of the folder's best model, as the training ended
 */
public record FineTuned(Work training, BiFunction<Workplace, Ending, Work> measuring)
        implements Work {
    @Override
    public Ending in(Workplace place) throws IOException {
        Ending trained = training.in(place);
        return trained.finished() ? measuring.apply(place, trained).in(place) : trained;
    }
}
