package io.github.alprolab.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.datasets.parquet.EmbeddedClip;
import io.github.alprolab.datasets.parquet.FeatureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Spark benchmark calls the same gallery. */
class GalleryFilesTest {
    private static final EmbeddedClip FOX = clip("fox", 0.6f, 0.8f);

    @TempDir Path folder;

    private static EmbeddedClip clip(String id, float... vector) {
        return EmbeddedClip.of(new ClipRow(id, "/clips/" + id, 0, 9, "a " + id), vector);
    }

    private Path gallery(String name, List<EmbeddedClip> clips) throws IOException {
        Path gallery = Files.createDirectory(folder.resolve(name));
        FeatureFile.write(gallery.resolve("shard-00000.parquet"), Map.of("by", "a test"), clips);
        return gallery;
    }

    private GalleryFiles besideFox(List<EmbeddedClip> clips) throws IOException {
        return GalleryFiles.compared(gallery("fox", List.of(FOX)), gallery("other", clips));
    }

    @Test
    void theSameBytesAreTheSameGallery() throws IOException {
        GalleryFiles found = besideFox(List.of(FOX));
        assertThat(found.equal(true)).isTrue();
        assertThat(found).hasToString("equal byte by byte");
    }

    @Test
    void roundingIsTheSameGalleryButNotByteByByte() throws IOException {
        GalleryFiles found = besideFox(List.of(clip("fox", 0.6f, 0.8000001f)));
        assertThat(found.equal(true)).isFalse();
        assertThat(found.equal(false)).isTrue();
        assertThat(found.most()).isCloseTo(1e-7, within(5e-8));
    }

    @Test
    void otherNumbersOtherClipsAndUnreadClipsAreAnotherGallery() throws IOException {
        Path fox = gallery("fox", List.of(FOX));
        List<List<EmbeddedClip>> others =
                List.of(
                        List.of(clip("fox", 0.8f, 0.6f)),
                        List.of(clip("bear", 0.6f, 0.8f)),
                        List.of(EmbeddedClip.failed(FOX.row(), "TRUNCATED: no frames")),
                        List.of(FOX, clip("bear", 1, 0)));
        for (List<EmbeddedClip> other : others) {
            Path found = gallery("other " + others.indexOf(other), other);
            assertThat(GalleryFiles.compared(fox, found).equal(false)).as("%s", other).isFalse();
        }
    }

    @Test
    void aShardThatIsMissingIsAnotherGallery() throws IOException {
        Path fox = gallery("fox", List.of(FOX));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(GalleryFiles.compared(fox, empty).equal(false)).isFalse();
        assertThat(GalleryFiles.compared(empty, fox).equal(false)).isFalse();
    }
}
