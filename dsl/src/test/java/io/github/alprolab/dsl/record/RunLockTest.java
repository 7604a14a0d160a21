package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.check.AdviceException;
import java.nio.file.Path;
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
    void aLockAloneIsNoRun() {
        folder.alone(() -> done++);

        assertThat(folder.status()).isEmpty();
        assertThat(new RunStore(root).all()).isEmpty();
    }
}
