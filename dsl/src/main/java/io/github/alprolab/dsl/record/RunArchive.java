package io.github.alprolab.dsl.record;

import io.github.alprolab.datasets.archive.ArchiveException;
import io.github.alprolab.datasets.archive.ArchiveProgress;
import io.github.alprolab.datasets.archive.Extraction;
import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A run as one file, with the checkpoints of other runs that it starts from. */
public final class RunArchive {
    /** Names the run that the archive is of; the others are what it starts from. */
    private static final String MAIN = "run.txt";

    private static final Pattern PLACE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}/[0-9a-f]{8}-[0-9]{1,6}");
    private static final Pattern USED =
            Pattern.compile(
                    "Runs\\.path\\(\"(" + PLACE.pattern() + ")/(checkpoints/[a-z]+\\.alpro)\"");

    /** Of a session, not of the run. */
    private static final List<String> LEFT_OUT = List.of("run.lock", ".part", ".partial");

    private RunArchive() {}

    /**
     * Writes a run, whole or not at all.
     *
     * @throws AdviceException when it cannot be read or written
     */
    public static void write(RunFolder run, Path zip) {
        try {
            Path file = zip.toAbsolutePath();
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, out -> write(run, out));
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The run cannot be written to " + zip,
                    e,
                    "run.zip(Path.of(\"run.zip\")) in a folder that can be written");
        }
    }

    private static void write(RunFolder run, OutputStream out) throws IOException {
        Path runs = run.store();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        entry(zip, MAIN, (place(run) + "\n").getBytes(StandardCharsets.UTF_8));
        for (Path file : files(run.path())) {
            entry(zip, runs, file);
        }
        for (Path file : startsFrom(run)) {
            entry(zip, runs, file);
        }
        zip.finish();
    }

    /**
     * Records and checkpoints of the runs whose weights it starts from, as far as they are there.
     */
    private static List<Path> startsFrom(RunFolder run) throws IOException {
        List<Path> all = new ArrayList<>();
        Matcher used = USED.matcher(run.part("experiment.java").orElse(""));
        while (used.find()) {
            Path other = run.store().resolve(used.group(1));
            if (Files.isDirectory(other)) {
                files(other).stream()
                        .filter(f -> !f.startsWith(other.resolve("checkpoints")))
                        .forEach(all::add);
                all.add(other.resolve(used.group(2)));
            }
        }
        return all.stream().distinct().filter(Files::isRegularFile).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder.toAbsolutePath().normalize())) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> LEFT_OUT.stream().noneMatch(f.getFileName().toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private static void entry(ZipOutputStream zip, Path runs, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(PathCode.slashed(runs.relativize(file))));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String place(RunFolder run) {
        return run.name() + "/" + run.path().getFileName();
    }

    /**
     * The run in a folder or in a zip, which is unpacked beside itself as if its maker were
     * hostile.
     *
     * @throws AdviceException when there is none
     */
    public static RunFolder open(Path place) {
        RunFolder run = Files.isRegularFile(place) ? unpacked(place) : new RunFolder(place);
        if (!run.isThere()) {
            throw none(place);
        }
        return run;
    }

    private static RunFolder unpacked(Path zip) {
        try {
            Path folder = Extraction.of(zip).beside(ArchiveProgress.silent());
            String main = Files.readString(folder.resolve(MAIN)).strip();
            return Optional.of(main)
                    .filter(m -> PLACE.matcher(m).matches())
                    .map(m -> new RunFolder(folder.resolve(m)))
                    .orElseThrow(() -> none(zip));
        } catch (ArchiveException e) {
            throw AdviceException.unreadable(
                    "The run cannot be unpacked", e, "run.zip() writes one");
        } catch (IOException e) {
            throw none(zip);
        }
    }

    private static AdviceException none(Path place) {
        return new AdviceException(
                "C14",
                place + " holds no run; a run is a folder with run.json, or a zip of run.zip().",
                "Runs.list() names the runs there are");
    }
}
