package io.github.alprolab.datasets.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.readers.AnnotationException;
import io.github.alprolab.datasets.readers.FileClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos that a Parquet file lists; a shard of features is one, too. */
class ListedClipsTest {
    @TempDir Path folder;

    @Test
    void pathsCaptionsAndNamesAreFoundByTheirColumns() throws IOException {
        Path list = folder.resolve("list.parquet");
        FeatureFile.write(
                list,
                Map.of(),
                List.of(
                        EmbeddedClip.failed(new ClipRow("one", "a/b.mp4", 0, 1, "a dog"), "x"),
                        EmbeddedClip.failed(new ClipRow("two", "/c.mp4", 0, 1, " "), "x")));

        List<Pair> pairs = ListedClips.of(list).pairs(Split.TRAIN);

        assertThat(pairs).extracting(Pair::id).containsExactly("one", "two");
        assertThat(pairs).extracting(p -> p.captions().get(0)).containsExactly("a dog", "two");
        assertThat(((FileClip) pairs.get(0).clip()).file())
                .isEqualTo(folder.resolve("a/b.mp4").toAbsolutePath());
        assertThat(((FileClip) pairs.get(1).clip()).file()).isEqualTo(Path.of("/c.mp4"));
        assertThat(ListedClips.of(list).hash()).hasSize(64);
    }

    @Test
    void aFileThatIsNoListIsRefusedInWords() throws IOException {
        Path text = Files.writeString(folder.resolve("x.parquet"), "path,caption\na.mp4,a dog\n");

        assertThatThrownBy(() -> ListedClips.of(text).pairs(Split.TRAIN))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContainingAll("x.parquet", "cannot be read as Parquet");
    }
}
