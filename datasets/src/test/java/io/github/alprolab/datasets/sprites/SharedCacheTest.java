package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class shares one cache, which its students may read and not write. */
class SharedCacheTest {
    private static final int CLIPS = 4;

    @TempDir Path folder;

    private Path shared;
    private String taught;

    @BeforeEach
    void aTeacherFillsTheCacheAndClosesIt() throws Exception {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        shared = folder.resolve("shared");
        taught = SharedCacheUser.seen(shared, CLIPS);
        rights("r-xr-xr-x");
    }

    @AfterEach
    void itIsOpenedForTheOneWhoCleansUp() throws Exception {
        rights("rwxr-xr-x");
    }

    private void rights(String rights) throws IOException {
        try (Stream<Path> all = Files.walk(shared)) {
            for (Path path : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            }
        }
    }

    @Test
    void twoStudentsReadWhatIsThereAndKeepNothing() throws Exception {
        Map<String, Long> before = content(shared);

        assertThat(students(CLIPS)).containsOnly(taught);

        assertThat(content(shared)).isEqualTo(before);
        assertThat(kept("ann")).isEmpty();
    }

    @Test
    void aClipThatIsMissingIsRenderedIntoEachOnesOwnHome() throws Exception {
        String lost = lose(".mp4");

        assertThat(students(CLIPS)).containsOnly(taught);

        assertThat(kept("ann")).contains(lost).hasSize(2); // and its frames, of another file now
        assertThat(kept("ben")).contains(lost).hasSize(2);
        assertThat(shared.resolve(lost)).doesNotExist();
    }

    @Test
    void framesThatAreMissingAreKeptInEachOnesOwnHome() throws Exception {
        String lost = lose(".frames");

        assertThat(students(CLIPS)).containsOnly(taught);

        assertThat(kept("ann")).containsExactly(lost);
        assertThat(kept("ben")).containsExactly(lost);
        assertThat(shared.resolve(lost)).doesNotExist();
    }

    private String lose(String ending) throws IOException {
        rights("rwxr-xr-x");
        String lost =
                content(shared).keySet().stream()
                        .filter(f -> f.endsWith(ending))
                        .findFirst()
                        .orElseThrow();
        Files.delete(shared.resolve(lost));
        rights("r-xr-xr-x");
        return lost;
    }

    private List<String> kept(String home) throws IOException {
        Path own = folder.resolve(home).resolve(".cache").resolve("alprolab");
        return content(own).keySet().stream().filter(SharedCacheTest::isKept).toList();
    }

    private static boolean isKept(String file) {
        return file.endsWith(".mp4") || file.endsWith(".frames");
    }

    private List<String> students(int clips) throws Exception {
        List<Process> students =
                List.of(
                        SharedCacheUser.start(folder.resolve("ann"), shared, clips),
                        SharedCacheUser.start(folder.resolve("ben"), shared, clips));
        for (Process student : students) {
            assertThat(student.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        return List.of(said(students.get(0)), said(students.get(1)));
    }

    private static String said(Process student) throws IOException {
        return new String(student.getInputStream().readAllBytes()).strip();
    }

    /** Files with the time of their last change. */
    private static Map<String, Long> content(Path folder) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(
                            folder.relativize(file).toString(),
                            Files.getLastModifiedTime(file).toMillis());
                }
            }
        }
        return files;
    }
}
