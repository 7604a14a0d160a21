package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.parquet.EmbeddedClip;
import io.github.alprolab.datasets.parquet.FeatureFile;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.Figure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips that are embedded once and searched in later sessions, by the model that is shipped. */
class GalleryTest {
    private static final Pairs PAIRS = Pairs.of(sprites(Split.TEST, 20));
    private static final Checkpoint MODEL = Checkpoint.shipped("sprites-tiny");

    @TempDir Path folder;

    private static MovingSprites sprites(Split split, int count) {
        MovingSprites none =
                Datasets.movingSprites()
                        .clips(Split.TRAIN, 0)
                        .clips(Split.VALIDATION, 0)
                        .clips(Split.TEST, 0);
        return none.clips(split, count);
    }

    private Embedding embedding() {
        return Gallery.of(PAIRS).from(MODEL).into(folder.resolve("gallery")).shard(8);
    }

    private List<Path> shards() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("gallery"))) {
            return files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
        }
    }

    private static String first(Gallery gallery, String text) {
        return gallery.search(text, 1).table().cell(0, 0);
    }

    @Test
    void aSentenceFindsTheSameClipsAsARetrievalDoes() {
        try (Gallery gallery = embedding().embed()) {
            String text = PAIRS.all().get(3).captions().get(0);
            Clips clips = new Clips(PAIRS.all().stream().map(PAIRS::clip).toList());

            assertThat(gallery.search(text, 5).table().rows()).isEqualTo(5);
            assertThat(gallery.search(text, 5).toString()).contains("best 5 of 20 clips · exact");
            assertThat(column(gallery.search(text, 20))).isEqualTo(found(clips, text));
        }
    }

    private static List<String> found(Clips clips, String text) {
        try (Model model = MODEL.model()) {
            return column(model.search(clips, text, 20));
        }
    }

    private static List<String> column(Figure figure) {
        return Stream.iterate(0, i -> i < figure.table().rows(), i -> i + 1)
                .map(i -> figure.table().cell(i, 0))
                .toList();
    }

    @Test
    void aLaterSessionOpensItAndRanksByVtm() {
        embedding().embed().close();
        try (Gallery later = Gallery.open(folder.resolve("gallery"))) {
            String text = PAIRS.all().get(5).captions().get(0);

            assertThat(later.rerank(4).search(text, 3).toString())
                    .contains("first 4 by VTM", "VTM ");
            assertThat(later.rerank(4)).hasToString(later + ".rerank(4)");
            assertThat(later.size()).isEqualTo(20);
        }
    }

    @Test
    void aClipFindsOthersAndNotItself() {
        try (Gallery gallery = embedding().embed()) {
            Clip clip = PAIRS.clip(PAIRS.all().get(0));

            assertThat(column(gallery.search(clip, 20))).hasSize(19).doesNotContain(clip.id());
        }
    }

    @Test
    void onlyShardsThatAreMissingAreMadeAgainAndTheyAreEqual() throws IOException {
        embedding().embed().close();
        List<Path> files = shards();
        List<float[]> before = vectors(files.get(1));
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        }
        Files.delete(files.get(1));
        Files.writeString(folder.resolve("gallery/.dead.partial"), "half a shard");

        embedding().embed().close();

        assertThat(shards()).hasSize(3).isEqualTo(files);
        assertThat(files)
                .extracting(f -> Files.getLastModifiedTime(f).toMillis() == 0)
                .containsExactly(true, false, true);
        assertThat(vectors(files.get(1))).usingRecursiveComparison().isEqualTo(before);
        assertThat(folder.resolve("gallery/.dead.partial")).doesNotExist();
    }

    private static List<float[]> vectors(Path file) throws IOException {
        return FeatureFile.read(file).stream().map(EmbeddedClip::vector).toList();
    }

    @Test
    void aClipThatCannotBeReadIsARowWithItsCause() throws IOException {
        Path films = folder.resolve("films");
        new Clips(PAIRS.all().stream().limit(3).map(PAIRS::clip).toList()).save(films);
        Files.writeString(films.resolve("holiday.mp4"), "<html>404</html>");
        Clips clips = Clips.folder(films).frames(4).size(64);

        try (Gallery gallery = Gallery.of(clips).from(MODEL).into(folder.resolve("own")).embed()) {
            assertThat(gallery.size()).isEqualTo(3);
            assertThat(gallery.failures().rows()).isEqualTo(1);
            assertThat(gallery.failures().cell(0, 0)).isEqualTo("holiday.mp4");
            assertThat(gallery.failures().cell(0, 1)).startsWith("NOT_A_VIDEO");
        }
    }

    @Test
    void aGalleryOfAPrompterIsNotPutInOrderByAMatchingItNeverLearned() {
        Embedding prompter =
                Gallery.of(PAIRS.limit(4))
                        .from(Checkpoint.shipped("sprites-prompter"))
                        .into(folder.resolve("prompter"));

        try (Gallery gallery = prompter.embed()) {
            assertThatThrownBy(() -> gallery.rerank(2))
                    .isInstanceOf(AdviceException.class)
                    .hasMessageContainingAll("C26", "trained without VTM", "no rerank");
            assertThat(gallery.rerank(0).search("a dog moves left", 2).toString())
                    .contains("exact");
        }
    }

    @Test
    void anotherModelAndOtherClipsAreRefused() {
        embedding().embed().close();
        Embedding other =
                Gallery.of(PAIRS)
                        .from(Checkpoint.shipped("sprites-prompter"))
                        .into(folder.resolve("gallery"))
                        .shard(8);
        Embedding fewer =
                Gallery.of(PAIRS.limit(4)).from(MODEL).into(folder.resolve("gallery")).shard(8);

        assertThatThrownBy(fewer::embed)
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C50", "another list of clips", ".into(");
        assertThatThrownBy(other::embed)
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("another model", ".into(");
    }

    @Test
    void clipsThatLieInNoFileAreAFindingBeforeAnythingIsOpened() {
        Pairs drawn = Pairs.of(Datasets.colours(0, 0, 4)).only(Split.TEST);

        assertThat(Gallery.of(drawn).from(MODEL).check().toString())
                .contains("C50", "lies in no file", "clips.save(");
        assertThat(embedding().check().passed()).isTrue();
        assertThat(embedding().engine(Engine.spark("local[2]")).check().toString())
                .contains("C51", "Engine.local()");
    }

    @Test
    void clipsAreAddedAndRemovedForAllWhoHaveItOpen() {
        Pairs more = Pairs.of(sprites(Split.VALIDATION, 6));
        try (Gallery gallery = embedding().embed();
                Gallery other = Gallery.open(folder.resolve("gallery"))) {
            assertThat(other.size()).isEqualTo(20);
            gallery.add(more);
            String id = more.all().get(2).id();
            String text = more.all().get(2).captions().get(0);

            assertThat(other.size()).isEqualTo(26);
            assertThat(column(other.search(text, 26))).contains(id);
            assertThatThrownBy(() -> gallery.add(more.limit(2)))
                    .hasMessageContainingAll("C50", "already", "gallery.remove(");
            gallery.remove(id);

            assertThat(other.size()).isEqualTo(25);
            assertThat(column(other.search(text, 26))).doesNotContain(id);
            assertThatThrownBy(() -> gallery.remove(id)).hasMessageContaining("C50");
        }
    }

    @Test
    void theGraphFindsWhatComparingAllFindsAndFollowsChanges() {
        try (Gallery gallery = embedding().embed().recall(0.98)) {
            String text = PAIRS.all().get(7).captions().get(0);
            Gallery exact = gallery.recall(1);

            assertThat(column(gallery.search(text, 5))).isEqualTo(column(exact.search(text, 5)));
            assertThat(gallery.search(text, 5).toString()).contains("HNSW", "recall 1.000");
            gallery.remove(first(gallery, text));

            assertThat(column(gallery.search(text, 5))).isEqualTo(column(exact.search(text, 5)));
        }
    }

    @Test
    void twoWhoSearchTheGraphFindWhatOneOfThemAddsOnce() {
        Pairs more = Pairs.of(sprites(Split.VALIDATION, 6));
        try (Gallery gallery = embedding().embed().recall(0.98);
                Gallery other = Gallery.open(folder.resolve("gallery")).recall(0.98)) {
            other.search("a dog", 3);
            gallery.add(more).search("a dog", 3);

            assertThat(column(other.search("a dog", 40))).hasSize(26).doesNotHaveDuplicates();
        }
    }

    @Test
    void damageIsToldWithWhatToDo() throws IOException {
        try (Gallery gallery = embedding().embed().recall(0.9)) {
            first(gallery, "a dog");
        }
        Path gallery = folder.resolve("gallery");
        Path largest = largest(gallery.resolve("index"));
        flip(largest, (int) Files.size(largest) / 2);
        Path shard = shards().get(0);
        flip(shard, place(shard, vectors(shard).get(2)[0]));

        assertThatThrownBy(() -> Gallery.open(gallery).size())
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C50", "shard-00000.parquet", "made anew");
        Files.delete(shards().get(1));
        assertThatThrownBy(() -> Gallery.open(gallery)).hasMessageContaining("not finished");
        try (Gallery again = embedding().embed()) {
            assertThatThrownBy(() -> again.recall(0.9).search("a dog", 3))
                    .isInstanceOf(AdviceException.class)
                    .hasMessageContainingAll("C52", "damaged", "made anew");
        }
        assertThatThrownBy(() -> Gallery.open(folder.resolve("nothing")))
                .hasMessageContainingAll("C50", "holds no gallery");
    }

    private static Path largest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.max(Comparator.comparingLong(f -> f.toFile().length())).orElseThrow();
        }
    }

    /** Of the bytes of a number. */
    private static int place(Path file, float number) throws IOException {
        byte[] all = Files.readAllBytes(file);
        byte[] wanted =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(number).array();
        return IntStream.range(0, all.length)
                .filter(i -> Arrays.mismatch(all, i, Math.min(all.length, i + 4), wanted, 0, 4) < 0)
                .findFirst()
                .orElseThrow();
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}
