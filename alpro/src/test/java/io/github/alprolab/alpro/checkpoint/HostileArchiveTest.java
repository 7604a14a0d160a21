package io.github.alprolab.alpro.checkpoint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are no checkpoint, or claim to be a large one. */
class HostileArchiveTest {
    @TempDir Path folder;

    private interface Entries {
        void to(TarArchiveOutputStream tar) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../manifest.json", "/etc/model.safetensors", "a/b.json", "run.sh", "x"})
    void foreignNamesAreRefused(String name) throws IOException {
        refused(tar -> add(tar, new TarArchiveEntry(name, true), "{}"), "is no part of a");
    }

    @Test
    void linksAreRefused() throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("model.safetensors", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        refused(tar -> add(tar, link, ""), "is no part of a");
    }

    @Test
    void anEntryThatIsThereTwiceIsRefused() throws IOException {
        refused(
                tar -> {
                    add(tar, new TarArchiveEntry("model.safetensors"), "a");
                    add(tar, new TarArchiveEntry("model.safetensors"), "b");
                },
                "model.safetensors is there twice");
    }

    @Test
    void anEntryLargerThanTheFileIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("large.alpro");
        byte[] head = new byte[512];
        TarArchiveEntry entry = new TarArchiveEntry("manifest.json");
        entry.setSize(8L << 30);
        entry.writeEntryHeader(head);
        Files.write(file, head);
        assertThatThrownBy(() -> CheckpointFile.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("large.alpro");
    }

    @Test
    void checksumsThatAreNoneAreRefused() throws IOException {
        for (String sums : new String[] {"null", "{}", "[]", "{\"manifest.json\":null}", "{"}) {
            refused(
                    tar -> {
                        add(tar, new TarArchiveEntry("manifest.json"), "null");
                        add(tar, new TarArchiveEntry("checksums.json"), sums);
                    },
                    "made.alpro");
        }
    }

    private void refused(Entries entries, String says) throws IOException {
        Path file = folder.resolve("made.alpro");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            entries.to(tar);
        }
        assertThatThrownBy(() -> CheckpointFile.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("made.alpro")
                .hasMessageContaining(says);
    }

    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
