package io.github.alprolab.alpro.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.datasets.file.Digest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A checkpoint file: a tar of {@code manifest.json}, one safetensors entry per group of tensors,
 * and {@code checksums.json} with the SHA-256 of each entry before it.
 *
 * <p>Opening a file checks every sum first, so that a damaged file changes no model.
 */
public final class CheckpointFile {
    /** The group that holds a model's tensors. */
    public static final String MODEL = "model";

    /** The group that holds an optimiser's moments. */
    public static final String OPTIMIZER = "optimizer";

    private static final String MANIFEST = "manifest.json";
    private static final String CHECKSUMS = "checksums.json";
    private static final String SUFFIX = ".safetensors";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final CheckpointManifest manifest;

    private CheckpointFile(Path file, CheckpointManifest manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    /**
     * Opens a file and verifies it.
     *
     * @throws IOException naming the file and what is wrong with it
     */
    public static CheckpointFile open(Path file) throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        CheckpointManifest manifest = null;
        Map<?, ?> expected = Map.of();
        try (TarArchiveInputStream tar = tar(file)) {
            for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                ArchiveEntries.require(e, sums.keySet(), Files.size(file));
                if (e.getName().equals(CHECKSUMS)) {
                    expected = JSON.readValue(tar.readAllBytes(), Map.class);
                    continue;
                }
                Digest digest = Digest.sha256();
                if (e.getName().equals(MANIFEST)) {
                    ByteArrayOutputStream kept = new ByteArrayOutputStream();
                    tar.transferTo(digest.through(kept));
                    manifest = JSON.readValue(kept.toByteArray(), CheckpointManifest.class);
                } else {
                    digest.add(tar);
                }
                sums.put(e.getName(), digest.hex());
            }
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(file + " is not there; no checkpoint was written to it.");
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException(file + " cannot be read as a checkpoint: " + e.getMessage(), e);
        }
        verify(file, sums, expected);
        return new CheckpointFile(file, manifest);
    }

    /** What the checkpoint says of itself; its checksums were compared when it was opened. */
    public CheckpointManifest manifest() {
        return manifest;
    }

    /** Reads the tensors of a group, one at a time. */
    public void tensors(String group, Safetensors.Sink sink) throws IOException {
        try (TarArchiveInputStream tar = tar(file)) {
            seek(tar, file, group);
            Safetensors.read(tar, sink);
        }
    }

    /** Names and shapes of the model's tensors, without verifying the file. */
    public static Map<String, long[]> shapes(Path file) throws IOException {
        try (TarArchiveInputStream tar = tar(file)) {
            seek(tar, file, MODEL);
            return Safetensors.shapes(Channels.newChannel(tar));
        }
    }

    private static void seek(TarArchiveInputStream tar, Path file, String group)
            throws IOException {
        for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
            if (e.getName().equals(group + SUFFIX)) {
                return;
            }
        }
        throw new IOException(file + " holds no " + group + " tensors.");
    }

    /** Writes a checkpoint beside {@code file} first and moves it there when it is whole. */
    public static void write(
            Path file, CheckpointManifest manifest, Map<String, List<StoredTensor>> groups)
            throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, out -> fill(out, manifest, groups));
    }

    private static void fill(
            OutputStream out, CheckpointManifest manifest, Map<String, List<StoredTensor>> groups)
            throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            Map<String, String> sums = new LinkedHashMap<>();
            byte[] head = JSON.writeValueAsBytes(manifest);
            entry(tar, MANIFEST, head.length, sums, o -> o.write(head));
            for (Map.Entry<String, List<StoredTensor>> group : groups.entrySet()) {
                List<StoredTensor> tensors = group.getValue();
                entry(
                        tar,
                        group.getKey() + SUFFIX,
                        Safetensors.size(tensors),
                        sums,
                        o -> Safetensors.write(o, tensors));
            }
            byte[] tail = JSON.writeValueAsBytes(sums);
            entry(tar, CHECKSUMS, tail.length, new LinkedHashMap<>(), o -> o.write(tail));
        }
    }

    private static void entry(
            TarArchiveOutputStream tar,
            String name,
            long size,
            Map<String, String> sums,
            AtomicFile.Content content)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        Digest digest = Digest.sha256();
        content.to(digest.through(tar));
        tar.closeArchiveEntry();
        sums.put(name, digest.hex());
    }

    private static void verify(Path file, Map<String, String> sums, Map<?, ?> expected)
            throws IOException {
        if (!sums.containsKey(MANIFEST) || expected == null || !expected.containsKey(MANIFEST)) {
            throw new IOException(
                    file + " is no whole checkpoint: its manifest or its checksums are missing.");
        }
        for (Map.Entry<?, ?> sum : expected.entrySet()) {
            String found = sums.get(sum.getKey());
            if (found == null || !found.equals(sum.getValue())) {
                throw new IOException(
                        "%s is damaged: %s has SHA-256 %s, written was %s."
                                .formatted(file, sum.getKey(), found, sum.getValue()));
            }
        }
        if (!expected.keySet().containsAll(sums.keySet())) {
            throw new IOException(
                    file + " is damaged: of " + sums.keySet() + " some have no checksum.");
        }
    }

    private static TarArchiveInputStream tar(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return new TarArchiveInputStream(in, "UTF-8");
    }
}
