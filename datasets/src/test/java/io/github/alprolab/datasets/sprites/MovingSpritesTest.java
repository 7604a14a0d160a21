package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class MovingSpritesTest {
    @TempDir Path folder;

    private MovingSprites corpus;

    @BeforeEach
    void smallCorpus() {
        corpus =
                MovingSprites.corpus()
                        .clips(Split.TRAIN, 6)
                        .clips(Split.VALIDATION, 2)
                        .clips(Split.TEST, 3)
                        .cache(folder);
    }

    @Test
    void rendersThePairsOfASplitAndKnowsWhereEverythingIs() {
        List<Pair> pairs = corpus.pairs(Split.TRAIN);
        assertThat(pairs).hasSize(6).extracting(Pair::id).startsWith("train-00000", "train-00001");
        for (Pair pair : pairs) {
            ClipSource clip = pair.clip();
            Frames frames = clip.frames(new int[] {0, clip.frameCount() - 1}, 64);
            assertThat(frames.count()).isEqualTo(2);
            assertThat(pair.split()).isEqualTo(Split.TRAIN);
            int middle = clip.frameCount() / 2;
            assertThat(pair.truth().orElseThrow().at(middle))
                    .allSatisfy(box -> assertThat(corpus.nouns()).contains(box.entity()));
        }
    }

    @Test
    void theHashNamesTheRecipeAndIsTheSameOnEveryMachine() {
        assertThat(corpus.hash())
                .isEqualTo("eecb114e8b6afb1f1e67e8bd5fe6afe725dbba6eac4f6ab9f6b3342b882af586")
                .isEqualTo(corpus.cache(folder.resolve("elsewhere")).hash());
        assertThat(Stream.of(corpus.seed(1), corpus.size(96), corpus.clips(Split.TEST, 4)))
                .extracting(MovingSprites::hash)
                .doesNotContain(corpus.hash())
                .doesNotHaveDuplicates();
    }

    @Test
    void theDefaultCorpusIsTheOneThatTheNotebooksWereTunedOn() {
        assertThat(MovingSprites.corpus().hash())
                .isEqualTo("7c2fd74d37b7e97bdfda9bcf33eeb6f2c0e55e0360b06d350d914d516c21d92f")
                .isEqualTo(MovingSprites.corpus().recipe(SpriteRecipe.standard()).hash());
    }

    @Test
    void theCompleteCorpusIsTheSameOnEveryMachine() {
        assertThat(corpus.recipe(SpriteRecipe.complete()).hash())
                .isEqualTo("afb5e0fc47cec172205d94977b5dab39cdf8ccca206a590c751dd771cd428463");
    }

    @Test
    void anotherRecipeIsAnotherCorpus() {
        assertThat(
                        Stream.of(
                                corpus,
                                corpus.recipe(SpriteRecipe.complete()),
                                corpus.recipe(SpriteRecipe.complete().heldOutPhrasing())))
                .extracting(MovingSprites::hash)
                .doesNotHaveDuplicates();
    }

    @Test
    void unencodedClipsAreDrawnWhenAskedForAndAreTheSameContent() throws Exception {
        MovingSprites drawn = corpus.unencoded();
        assertThat(drawn.hash()).isEqualTo(corpus.hash());
        drawn.prepare((ready, total) -> assertThat(total).isNegative());
        Pair direct = drawn.pairs(Split.TRAIN).get(1);
        assertThat(files()).isEmpty();
        Pair encoded = corpus.pairs(Split.TRAIN).get(1);
        int[] some = {20, 3, 3};
        assertThat(direct.clip().frameCount()).isEqualTo(encoded.clip().frameCount());
        assertThat(difference(direct.clip().frames(some, 64), encoded.clip().frames(some, 64)))
                .isBetween(0.01, 4.0);
        assertThat(difference(direct.clip().frames(some, 32), encoded.clip().frames(some, 32)))
                .isLessThan(4.0);
    }

    @Test
    void questionsAreAboutTheClipsOfTheirSplit() {
        MovingSprites complete = corpus.recipe(SpriteRecipe.complete()).unencoded();
        List<String> clips = complete.pairs(Split.TEST).stream().map(Pair::id).toList();
        assertThat(complete.questions(Split.TEST))
                .isNotEmpty()
                .allMatch(q -> clips.contains(q.question().video()));
    }

    @Test
    void statisticsCountActionsNounsSpritesBackgroundsAndQuestions() {
        MovingSprites complete = corpus.recipe(SpriteRecipe.complete()).clips(Split.TRAIN, 300);
        Table actions = SpriteStatistics.actions(complete);
        Table sprites = SpriteStatistics.sprites(complete);
        assertThat(actions.rowCount()).isEqualTo(15);
        assertThat(sprites.intColumn("TRAIN").sum()).isEqualTo(300);
        assertThat(actions.intColumn("TRAIN").sum())
                .isEqualTo(SpriteStatistics.nouns(complete).intColumn("TRAIN").sum());
        assertThat(SpriteStatistics.backgrounds(complete).intColumn("TEST").sum()).isEqualTo(3);
        Table questions = SpriteStatistics.questions(complete);
        assertThat(questions.intColumn("questions").sum())
                .isEqualTo(
                        Stream.of(Split.values())
                                .mapToInt(s -> complete.questions(s).size())
                                .sum());
        assertThat(questions.doubleColumn("majority share").max()).isLessThanOrEqualTo(1);
    }

    @Test
    void editsLeaveTheOriginalAlone() {
        corpus.clips(Split.TRAIN, 1);
        corpus.seed(9);
        assertThat(corpus.scripts(Split.TRAIN)).hasSize(6);
        assertThat(corpus.clips(Split.TRAIN, 3).scripts(Split.TRAIN))
                .isEqualTo(corpus.scripts(Split.TRAIN).subList(0, 3));
    }

    @Test
    void preparesAllSplitsOnceAndReportsHowFarItIs() {
        List<Integer> heard = new ArrayList<>();
        corpus.prepare((ready, total) -> heard.add(total * 100 + ready));
        assertThat(heard).hasSize(12).startsWith(1100).endsWith(1111).isSorted();
        heard.clear();
        corpus.prepare((ready, total) -> heard.add(ready));
        assertThat(heard).containsExactly(11);
    }

    @Test
    void keepsWhatIsCompleteAndRendersOnlyWhatIsMissing() throws Exception {
        corpus.prepare(RenderProgress.silent());
        List<Path> files = files();
        assertThat(files).hasSize(11).allMatch(file -> file.toString().endsWith(".mp4"));
        FileTime old = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(files.get(0), old);
        Files.delete(files.get(1));
        corpus.prepare(RenderProgress.silent());
        assertThat(files()).isEqualTo(files);
        assertThat(Files.getLastModifiedTime(files.get(0))).isEqualTo(old);
    }

    @Test
    void anInterruptedRenderingSaysSoAndGoesOnLater() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> corpus.prepare(RenderProgress.silent()))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        corpus.prepare(RenderProgress.silent());
        assertThat(files()).hasSize(11);
    }

    @Test
    void aClipWhoseFileWasRemovedMeanwhileIsRenderedAgain() throws Exception {
        ClipSource clip = corpus.pairs(Split.TEST).get(0).clip();
        int[] some = {0, clip.frameCount() - 1};
        byte[] before = clip.frames(some, 32).rgb();
        for (Path file : files()) {
            Files.delete(file);
        }
        Files.delete(folder.resolve("moving-sprites").resolve(corpus.hash().substring(0, 16)));

        assertThat(clip.frames(some, 32).rgb()).isEqualTo(before);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aCacheThatCannotBeWrittenIsAnError() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> corpus.cache(file).pairs(Split.TEST))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("cache folder");
    }

    @Test
    void rendersOtherSizes() {
        ClipSource clip = corpus.size(96).pairs(Split.TEST).get(0).clip();
        assertThat(clip.frames(new int[] {0}, 96).width()).isEqualTo(96);
    }

    @Test
    void aSplitMayBeEmpty() {
        assertThat(corpus.clips(Split.TEST, 0).pairs(Split.TEST)).isEmpty();
    }

    @Test
    void refusesCountsAndSizesOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> corpus.clips(Split.TEST, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> corpus.size(63));
        assertThatIllegalArgumentException().isThrownBy(() -> corpus.size(16));
    }

    /** Mean difference of the levels. */
    private static double difference(Frames a, Frames b) {
        byte[] one = a.rgb();
        byte[] other = b.rgb();
        assertThat(one).hasSameSizeAs(other);
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs((one[i] & 0xff) - (other[i] & 0xff)))
                .average()
                .orElseThrow();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
