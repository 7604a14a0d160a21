package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding runs by name, configuration and repetition. */
class RunStoreTest {
    private static final String HASH = "aaaaaaaa11111111";
    private static final String OTHER = "bbbbbbbb22222222";

    @TempDir Path root;
    private RunStore store;

    @BeforeEach
    void open() {
        store = new RunStore(root);
    }

    private RunFolder run(String name, String hash, int minute) {
        RunFolder folder = store.next(name, hash);
        folder.status(RunStatus.starting(hash, Instant.EPOCH.plusSeconds(60L * minute)));
        return folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "../x", "a/b", "a\\b", ".hidden", "-a", "a b", "ä", "a\n", ".."})
    void unsafeNamesAreRefused(String name) {
        assertThatThrownBy(() -> RunStore.requireName(name))
                .isInstanceOf(AdviceException.class)
                .hasMessageStartingWith("C24: The name “" + name + "” cannot name a folder;")
                .hasMessageContaining("1 to 80 letters, digits, dots, dashes and underscores");
    }

    @Test
    void namesHaveUpToEightyCharacters() {
        assertThatCode(() -> RunStore.requireName("0-a_B.9")).doesNotThrowAnyException();
        assertThatCode(() -> RunStore.requireName("a".repeat(80))).doesNotThrowAnyException();
        assertThatThrownBy(() -> RunStore.requireName("a".repeat(81)))
                .isInstanceOf(AdviceException.class);
        assertThatThrownBy(() -> store.named("../x")).isInstanceOf(AdviceException.class);
    }

    @Test
    void thePlaceOfTheFirstRunBearsNameHashAndOne() {
        assertThat(store.current("tiny", HASH).path()).isEqualTo(root.resolve("tiny/aaaaaaaa-1"));
        assertThat(store.next("tiny", HASH)).isEqualTo(store.current("tiny", HASH));
    }

    @Test
    void repetitionsAreCountedForEachConfiguration() {
        run("tiny", HASH, 1);
        run("tiny", OTHER, 2);
        RunFolder second = run("tiny", HASH, 3);

        assertThat(second.path()).isEqualTo(root.resolve("tiny/aaaaaaaa-2"));
        assertThat(store.current("tiny", HASH)).isEqualTo(second);
        assertThat(store.current("tiny", OTHER).path()).hasFileName("bbbbbbbb-1");
        assertThat(store.next("tiny", HASH).path()).hasFileName("aaaaaaaa-3");
    }

    @Test
    void aNewRepetitionNeverTakesThePlaceOfAnother() throws IOException {
        Path first = run("tiny", HASH, 1).path();
        RunFolder second = run("tiny", HASH, 2);
        Files.delete(first.resolve("run.json"));
        Files.delete(first);
        assertThat(store.next("tiny", HASH).path()).hasFileName("aaaaaaaa-3");

        Files.writeString(second.path().resolve("run.json"), "{}");
        assertThat(store.next("tiny", HASH).path()).hasFileName("aaaaaaaa-3");
    }

    @Test
    void aDamagedRecordDoesNotHideTheOthers() throws IOException {
        RunFolder damaged = run("tiny", HASH, 1);
        RunFolder fine = run("tiny", HASH, 2);
        Files.writeString(damaged.path().resolve("run.json"), "{ half");

        assertThat(store.all()).containsExactly(fine);
        assertThat(store.latest("tiny")).contains(fine);
        assertThatThrownBy(damaged::status).hasMessageContaining("run.json is damaged");
    }

    @Test
    void theTenthRepetitionIsNewerThanTheSecond() {
        for (int i = 1; i <= 10; i++) {
            run("tiny", HASH, i);
        }

        assertThat(store.current("tiny", HASH).path()).hasFileName("aaaaaaaa-10");
    }

    @Test
    void runsOfANameAreInTheOrderOfTheirStart() {
        RunFolder late = run("tiny", HASH, 9);
        RunFolder early = run("tiny", OTHER, 1);

        assertThat(store.named("tiny")).containsExactly(early, late);
        assertThat(store.latest("tiny")).contains(late);
        assertThat(store.latest("nobody")).isEmpty();
    }

    @Test
    void allRunsAreByNameAndStart() throws IOException {
        RunFolder b = run("b", HASH, 1);
        RunFolder late = run("a", HASH, 9);
        RunFolder early = run("a", OTHER, 2);
        Files.createDirectories(root.resolve(".cache").resolve("x"));
        Files.createDirectories(root.resolve("a").resolve("without-status"));
        Files.writeString(root.resolve("file"), "no folder");

        assertThat(store.all()).containsExactly(early, late, b);
        assertThat(new RunStore(root.resolve("missing")).all()).isEmpty();
    }
}
