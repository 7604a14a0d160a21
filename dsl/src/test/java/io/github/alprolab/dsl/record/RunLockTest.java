package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.check.AdviceException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One session a run folder. */
class RunLockTest {
    @TempDir Path root;
    private RunFolder folder;
    private int done;

    @BeforeEach
    void open() {
        folder = new RunFolder(root.resolve("tiny").resolve("01234567-1"));
    }

    @Test
    void aSecondSessionIsRefusedWhileTheFirstIsAtWork() {
        folder.alone(
                () ->
                        assertThatThrownBy(() -> folder.alone(() -> done++))
                                .isInstanceOf(AdviceException.class)
                                .hasMessageStartingWith("C14: " + folder.path())
                                .hasMessageContaining("is being written by another session."));

        assertThat(done).isZero();
    }

    @Test
    void theNextSessionMayWorkWhenTheFirstHasEnded() {
        folder.alone(() -> done++);
        folder.alone(() -> done++);

        assertThat(done).isEqualTo(2);
    }

    @Test
    void theFolderIsFreeAgainAfterAFailure() {
        assertThatThrownBy(
                        () ->
                                folder.alone(
                                        () -> {
                                            throw new IllegalStateException("no memory");
                                        }))
                .hasMessage("no memory");

        folder.alone(() -> done++);
        assertThat(done).isEqualTo(1);
    }

    @Test
    void otherFoldersAreFree() {
        RunFolder other = new RunFolder(root.resolve("tiny").resolve("01234567-2"));

        folder.alone(() -> other.alone(() -> done++));

        assertThat(done).isEqualTo(1);
    }

    @Test
    void aRunAtWorkIsRunningForEverybodyWhoLooks() {
        RunStatus status = RunStatus.starting("0123456789", Instant.EPOCH);
        folder.alone(
                () -> {
                    folder.status(status);
                    assertThat(folder.status()).contains(status);
                    assertThat(new RunFolder(folder.path().toAbsolutePath()).status())
                            .contains(status);
                    assertThatThrownBy(() -> folder.alone(() -> done++))
                            .hasMessageContaining("another session");
                });

        assertThat(done).isZero();
    }

    @Test
    void aRunWhoseProcessIsGoneReadsAsInterrupted() {
        folder.alone(() -> folder.status(RunStatus.starting("0123456789", Instant.EPOCH).at(6, 1)));

        RunStatus seen = folder.status().orElseThrow();

        assertThat(seen.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(seen.reason()).isEqualTo("its process ended without a word");
        assertThat(seen.step()).isEqualTo(6);
        assertThat(new RunStore(root).all()).containsExactly(folder);
    }

    @Test
    void anotherProcessHoldsItsLockAlsoAfterThisOneHasLookedAndTried() throws Exception {
        folder.alone(() -> folder.status(RunStatus.starting("0123456789", Instant.EPOCH).at(6, 1)));
        Process other = LockHolder.start(folder.path());
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            for (int i = 0; i < 3; i++) {
                assertThat(folder.status().orElseThrow().state()).isEqualTo(RunState.RUNNING);
                assertThatThrownBy(() -> folder.alone(() -> done++))
                        .hasMessageContaining("another session");
            }
        } finally {
            other.destroyForcibly().waitFor();
        }

        assertThat(folder.status().orElseThrow().state()).isEqualTo(RunState.INTERRUPTED);
        folder.alone(() -> done++);
        assertThat(done).isEqualTo(1);
    }

    /** Looking and trying must not give this process's own lock back. */
    @Test
    void aLockOutlivesThoseWhoLookedAndTried() {
        folder.alone(
                () -> {
                    folder.status(RunStatus.starting("0123456789", Instant.EPOCH));
                    assertThat(folder.status().orElseThrow().state()).isEqualTo(RunState.RUNNING);
                    assertThatThrownBy(() -> folder.alone(() -> done++))
                            .hasMessageContaining("another session");
                    assertThat(LockHolder.canLock(folder.path())).isFalse();
                });

        assertThat(LockHolder.canLock(folder.path())).isTrue();
    }

    @Test
    void aLockAloneIsNoRun() {
        folder.alone(() -> done++);

        assertThat(folder.status()).isEmpty();
        assertThat(new RunStore(root).all()).isEmpty();
    }
}
