package io.github.alprolab.kernel.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File names between quotes. */
class FileNamesTest {
    @TempDir Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("data/clips"));
        Files.writeString(folder.resolve("data/captions.csv"), "");
        Files.writeString(folder.resolve("notes.txt"), "");
        Files.writeString(folder.resolve(".hidden"), "");
        Files.writeString(folder.resolve("a\"b"), "");
    }

    private Optional<Completion> complete(String code) {
        return new FileNames(folder).complete(code, code.length());
    }

    private List<String> texts(String code) {
        return complete(code).orElseThrow().matches().stream().map(Match::text).toList();
    }

    @Test
    void filesAndFoldersOfTheKernelsFolderAreOffered() {
        assertThat(texts("Path.of(\"")).containsExactly("data/", "notes.txt");
        assertThat(complete("Path.of(\"").orElseThrow().start()).isEqualTo(9);
    }

    @Test
    void onlyTheLastNameIsReplaced() {
        assertThat(texts("read(\"data/c")).containsExactly("captions.csv", "clips/");
        assertThat(complete("read(\"data/c").orElseThrow().start()).isEqualTo(11);
    }

    @Test
    void hiddenFilesAreOfferedToThoseWhoTypeTheDot() {
        assertThat(texts("\".")).containsExactly(".hidden");
    }

    @Test
    void aFolderThatIsNotThereOffersNothing() {
        assertThat(texts("\"nowhere/")).isEmpty();
        assertThat(texts("\"bad\0name/")).isEmpty();
    }

    @Test
    void outsideOfStringsAnotherCompleterIsAsked() {
        assertThat(complete("\"done\".len")).isEmpty();
        assertThat(complete("// \"")).isEmpty();
        assertThat(complete("\"\"\"\n")).isEmpty();
    }
}
