package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is known of a run, from its start to its end. */
class RunStatusTest {
    private static final String HASH = "0123456789abcdef";
    private static final Instant START = Instant.parse("2026-11-24T13:40:59.5Z");
    private static final Instant END = Instant.parse("2026-11-24T14:01:02Z");
    private static final RunStatus STARTED = RunStatus.starting(HASH, START);

    @Test
    void aRunStartsWithNothingDone() {
        assertThat(STARTED)
                .isEqualTo(
                        new RunStatus(
                                RunState.RUNNING,
                                HASH,
                                "2026-11-24T13:40:59.500Z",
                                "",
                                0,
                                0,
                                0,
                                ""));
    }

    @Test
    void progressKeepsEverythingElse() {
        RunStatus status = STARTED.at(12, 3);

        assertThat(status.step()).isEqualTo(12);
        assertThat(status.epoch()).isEqualTo(3);
        assertThat(status.at(0, 0)).isEqualTo(STARTED);
    }

    @Test
    void anEndedSessionAddsItsTimeAndItsReason() {
        RunStatus status = STARTED.at(12, 3).ended(RunState.INTERRUPTED, END, 20, "stopped");

        assertThat(status.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(status.seconds()).isEqualTo(20);
        assertThat(status.ended()).isEqualTo("2026-11-24T14:01:02Z");
        assertThat(status.reason()).isEqualTo("stopped");
        assertThat(status.step()).isEqualTo(12);
    }

    @Test
    void aResumedRunIsAtWorkAgainAndKeepsItsTime() {
        RunStatus status = STARTED.at(12, 3).ended(RunState.FAILED, END, 20, "no memory").resumed();

        assertThat(status.state()).isEqualTo(RunState.RUNNING);
        assertThat(status.started()).isEqualTo(STARTED.started());
        assertThat(status.ended()).isEmpty();
        assertThat(status.reason()).isEmpty();
        assertThat(status.ended(RunState.FINISHED, END, 5, "").seconds()).isEqualTo(25);
    }

    @Test
    void timesAreMinutesInUtc() {
        assertThat(STARTED.startedAt()).isEqualTo("2026-11-24 13:40 UTC");
        assertThat(STARTED.endedAt()).isEmpty();
        assertThat(STARTED.ended(RunState.FINISHED, END, 1, "").endedAt())
                .isEqualTo("2026-11-24 14:01 UTC");
    }

    @Test
    void theTextIsOneLineWithTheReasonWhereThereIsOne() {
        assertThat(STARTED.at(12, 3))
                .hasToString(
                        "RUNNING — run 01234567, started 2026-11-24 13:40 UTC, 0.0 s at work,"
                                + " epoch 3, step 12");
        assertThat(STARTED.ended(RunState.FAILED, END, 20, "no memory"))
                .hasToString(
                        "FAILED — run 01234567, started 2026-11-24 13:40 UTC, 20 s at work,"
                                + " epoch 0, step 0 (no memory)");
    }

    @Test
    void theFileHasOneKeyALine() {
        assertThat(STARTED.json())
                .isEqualTo(
                        """
                        {
                          "ended": "",
                          "epoch": 0,
                          "hash": "0123456789abcdef",
                          "reason": "",
                          "seconds": 0,
                          "started": "2026-11-24T13:40:59.500Z",
                          "state": "RUNNING",
                          "step": 0
                        }
                        """);
    }

    @Test
    void theFileGivesTheStatusBack() {
        RunStatus status = STARTED.at(12, 3).ended(RunState.FAILED, END, 20.125, "“a” \"b\"\nc");

        assertThat(CanonicalJson.read(status.json(), RunStatus.class)).isEqualTo(status);
    }
}
