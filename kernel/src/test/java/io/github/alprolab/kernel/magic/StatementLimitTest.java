package io.github.alprolab.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A limit is that of each statement, not of the cell; the timer of the tests tells, not a clock.
 */
class StatementLimitTest {
    private final List<Long> limits = new ArrayList<>();
    private final List<ScheduledFuture<?>> ends = new ArrayList<>();
    private long delay = TimeUnit.DAYS.toMillis(1);
    private final JavaSession session = new JavaSession(List.of());
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1) {
                @Override
                public ScheduledFuture<?> schedule(Runnable end, long limit, TimeUnit unit) {
                    limits.add(unit.toMillis(limit));
                    ends.add(super.schedule(end, delay, TimeUnit.MILLISECONDS));
                    return ends.get(ends.size() - 1);
                }
            };
    private final Cells cells =
            new Cells(session, new StatementLimit(Duration.ofMillis(500), timer));

    @AfterEach
    void close() {
        timer.shutdownNow();
        session.close();
    }

    @Test
    void eachStatementOfACellHasTheWholeLimitAndIsLetGoAtItsEnd() {
        Outcome outcome = cells.run("int a = 1;\nint b = 2;\na + b", 1);

        assertThat(outcome.value()).contains(3);
        assertThat(limits).containsExactly(500L, 500L, 500L);
        assertThat(ends).allMatch(Future::isCancelled);
    }

    @Test
    void aStatementThatReachesItsLimitIsStoppedAndThoseAfterItDoNotRun() {
        delay = 0;
        Outcome outcome = cells.run("while (true) { }\nint after = 1;", 1);

        assertThat(outcome.error().orElseThrow().name()).isEqualTo("EvaluationTimeout");
        assertThat(limits).containsExactly(500L);
    }
}
