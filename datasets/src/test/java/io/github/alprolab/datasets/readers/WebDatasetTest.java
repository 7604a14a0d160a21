package io.github.alprolab.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.archive.ArchiveException;
import io.github.alprolab.datasets.video.VideoClip;
import io.github.alprolab.datasets.video.VideoWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos with captions in tars that stay packed. */
class WebDatasetTest {
    @TempDir Path folder;

    private byte[] video;

    @BeforeEach
    void film() throws IOException {
        byte[] rgb = new byte[5 * 32 * 32 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / (32 * 32 * 3) * 40);
        }
        VideoWriter.write(folder.resolve("plain.mp4"), Frames.of(5, 32, 32, rgb), 10);
        video = Files.readAllBytes(folder.resolve("plain.mp4"));
    }

    private Path tar(String name, Object... namesAndContents) throws IOException {
        Path file = folder.resolve(name);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] bytes =
                        namesAndContents[i + 1] instanceof byte[] given
                                ? given
                                : ((String) namesAndContents[i + 1])
                                        .getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry((String) namesAndContents[i]);
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    private static List<Pair> pairs(Path given) {
        return WebDataset.of(given).pairs(Split.TRAIN);
    }

    @Test
    void everyTarOfARowIsRead() throws IOException {
        tar("s-00.tar", "a/17.mp4", video, "a/17.txt", "a dog moves\n", "a/notes.md", "x");
        tar("s-01.tar", "17.json", "{\"caption\": \"a cat\", \"n\": 1}", "17.mp4", video);
        tar("s-02.tar", "18.mp4", video);

        List<Pair> all = pairs(folder.resolve("s-{00..02}.tar"));

        assertThat(all)
                .extracting(Pair::id)
                .containsExactly("s-00.tar/a/17.mp4", "s-01.tar/17.mp4", "s-02.tar/18.mp4");
        assertThat(all)
                .extracting(p -> p.captions().get(0))
                .containsExactly("a dog moves", "a cat", "s-02.tar/18.mp4");
        assertThat(pairs(folder)).isEqualTo(all);
        assertThat(WebDataset.of(folder).pairs(Split.TEST)).isEmpty();
        assertThat(WebDataset.of(folder).hash()).hasSize(64);
    }

    @Test
    void aVideoInATarHasTheFramesOfItsFile() throws IOException {
        Pair pair = pairs(tar("one.tar", "x.txt", "a".repeat(700), "x.mp4", video)).get(0);
        VideoClip plain = VideoClip.open(folder.resolve("plain.mp4"));

        assertThat(pair.clip().frameCount()).isEqualTo(5);
        assertThat(pair.clip().frames(new int[] {0, 4}, 16))
                .isEqualTo(plain.frames(new int[] {0, 4}, 16));
        assertThat(pair.clip().place().orElseThrow().bytes()).isEqualTo(video.length);
    }

    @Test
    void aVideoThatIsNoneIsToldWithItsEntry() throws IOException {
        Pair pair = pairs(tar("bad.tar", "x.mp4", "<html>404</html>")).get(0);

        assertThatThrownBy(() -> pair.clip().frameCount())
                .isInstanceOf(ClipException.class)
                .hasMessageContainingAll("bad.tar", "its entry bad.tar/x.mp4");
    }

    @Test
    void tarsThatAreNotThereAreNamedBeforeAnythingIsRead() throws IOException {
        tar("s-00.tar", "18.mp4", video);

        assertThatThrownBy(() -> pairs(folder.resolve("s-{00..03}.tar")))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContainingAll("3 of 4 tars are not there", "s-01.tar");
        assertThatThrownBy(() -> pairs(folder.resolve("s-{09..01}.tar")))
                .hasMessageContaining("{00000..00099}");
    }

    @Test
    void hostileTarsAreRefusedWithTheEntry() throws IOException {
        Path out = tar("out.tar", "../../x.mp4", video);
        Path long_ = tar("long.tar", "x.txt", "a".repeat(2 << 20), "x.mp4", video);
        Path cut = tar("cut.tar", "x.mp4", video, "y.mp4", video);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 1500));
        Path text = Files.writeString(folder.resolve("text.tar"), "no tar");

        assertThatThrownBy(() -> pairs(out))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContainingAll("../../x.mp4", "leaves the folder");
        assertThatThrownBy(() -> pairs(long_)).hasMessageContaining("bytes of a caption");
        assertThatThrownBy(() -> pairs(cut)).hasMessageContaining("was cut");
        assertThatThrownBy(() -> pairs(text)).isInstanceOf(ArchiveException.class);
    }
}
