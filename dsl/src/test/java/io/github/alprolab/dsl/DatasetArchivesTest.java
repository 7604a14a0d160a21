package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.progress.ConsoleProgress;
import io.github.alprolab.dsl.progress.FrontEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive stands where the folder of a data set is expected. */
class DatasetArchivesTest {
    private static final String CSV =
            "videoid,contentUrl,duration,page_dir,name\n7,u,d,p,a dog runs\n";
    private static final String LINE = "{\"clip_name\": \"video1\", \"caption\": \"a cat\"}\n";

    @TempDir Path place;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        FrontEnd.offer(() -> new ConsoleProgress(out, System::nanoTime));
    }

    @AfterEach
    void stopListening() {
        FrontEnd.offer(null);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private Path tarGz(Map<String, String> files) throws IOException {
        Path archive = place.resolve("data.tar.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(archive));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length());
                tar.putArchiveEntry(entry);
                tar.write(file.getValue().getBytes(StandardCharsets.US_ASCII));
                tar.closeArchiveEntry();
            }
        }
        return archive;
    }

    private Path zip(String... names) throws IOException {
        Path archive = place.resolve("data.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(
                        name.endsWith(".jsonl")
                                ? LINE.getBytes(StandardCharsets.UTF_8)
                                : "".getBytes());
            }
        }
        return archive;
    }

    private List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    @Test
    void anArchiveIsUnpackedOnceAndReadLikeAFolder() throws IOException {
        Path archive = tarGz(Map.of("results_2M_train.csv", CSV, "videos/7.mp4", ""));

        Pairs pairs = Pairs.of(Datasets.webVid(archive));

        assertThat(pairs.pairs(Split.TRAIN)).hasSize(1);
        assertThat(shown()).contains("unpacking data.tar.gz", "files 2", "%");
        assertThat(unpacked()).hasSize(1);
        shown.reset();
        assertThat(Pairs.of(Datasets.webVid(archive)).hash()).isEqualTo(pairs.hash());
        assertThat(shown()).isEmpty();
        assertThat(unpacked()).hasSize(1);
    }

    @Test
    void theOneFolderThatHoldsAllOfAnArchiveIsTheFolder() throws IOException {
        Path archive = zip("msvd-1/test.jsonl", "msvd-1/videos/video1.mp4", "__MACOSX/._msvd-1");
        assertThat(Datasets.jsonl(archive).pairs(Split.TEST)).hasSize(1);
        assertThat(Datasets.msrvtt(archive).pairs(Split.TEST)).hasSize(1);
    }

    @Test
    void anArchiveThatIsRefusedIsAdvisedAndNothingIsLeft() throws IOException {
        Path archive = tarGz(Map.of("results_2M_train.csv", CSV));
        Files.write(archive, Files.readAllBytes(archive), StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Datasets.webVid(archive))
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C10", archive.toString(), "goes on behind its end");
        assertThat(unpacked()).isEmpty();
    }

    @Test
    void aFileThatIsNoArchiveIsAdvised() throws IOException {
        Path file = Files.writeString(place.resolve("train.jsonl"), LINE);
        assertThatThrownBy(() -> Datasets.jsonl(file))
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("is no zip, tar", "give the folder in which it lies");
    }

    @Test
    void stoppingIsHeardAfterAFileAndGoesOnLater() throws IOException {
        Path archive = tarGz(Map.of("results_2M_train.csv", CSV, "videos/7.mp4", ""));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Datasets.webVid(archive))
                    .hasMessageContaining("run again to go on");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(Datasets.webVid(archive).pairs(Split.TRAIN)).hasSize(1);
    }
}
