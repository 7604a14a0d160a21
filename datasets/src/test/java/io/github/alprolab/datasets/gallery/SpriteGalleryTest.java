package io.github.alprolab.datasets.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.datasets.sprites.SpriteRecipe;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpriteGalleryTest {
    @TempDir Path folder;

    private final MovingSprites corpus =
            MovingSprites.corpus()
                    .recipe(SpriteRecipe.complete())
                    .clips(Split.TRAIN, 5)
                    .clips(Split.VALIDATION, 0)
                    .clips(Split.TEST, 2);

    @Test
    void showsClipsCaptionsQuestionsAndAnswersOnOneSmallPageWithoutScripts() throws Exception {
        Path file = SpriteGallery.write(corpus, 3, folder.resolve("gallery.html"));
        String page = Files.readString(file);
        assertThat(count(page, "<article>")).isEqualTo(5);
        assertThat(page)
                .contains(corpus.hash(), "train-00002", "test-00001", "<dt>")
                .doesNotContain("train-00003", "<script", "http:", "https:");
        for (String caption : corpus.scripts(Split.TRAIN).get(0).captions()) {
            assertThat(page).contains("<li>" + caption + "</li>");
        }
        assertThat(Files.size(file)).isLessThan(400_000);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theFilmHoldsEveryPictureAndItsBoxes() {
        var pair = corpus.unencoded().pairs(Split.TRAIN).get(0);
        String film = Film.of(pair);
        int frames = pair.clip().frameCount();
        assertThat(film).contains("--n:" + frames, "data:image/jpeg;base64,", "--rate:12.000");
        int boxes = 0;
        for (int t = 0; t < frames; t++) {
            boxes += pair.truth().orElseThrow().at(t).size();
        }
        assertThat(count(film, "<rect ")).isEqualTo(boxes);
    }

    @Test
    void theBodyIsWellFormed() throws Exception {
        String page = Files.readString(SpriteGallery.write(corpus, 2, folder.resolve("g.html")));
        String body = page.substring(page.indexOf("<section>"), page.indexOf("</body>"));
        String xml = "<all>" + body.replaceAll("(<img [^>]*[^/])>", "$1/>") + "</all>";
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        var document = builder.parse(new ByteArrayInputStream(xml.getBytes("UTF-8")));
        assertThat(document.getElementsByTagName("article").getLength()).isEqualTo(4);
    }

    @Test
    void textCannotBecomeMarkup() {
        assertThat(Html.escape("<script>\"x\" & 'y'</script>"))
                .isEqualTo("&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;");
        var clip =
                new Pair(
                        "x",
                        Split.TRAIN,
                        new Still(),
                        List.of("c"),
                        Optional.of(t -> List.of(new EntityBox("<b>", 0, 0, 1, 1))));
        assertThat(Film.of(clip)).contains("<title>&lt;b&gt;</title>").doesNotContain("<b>");
    }

    @Test
    void refusesAbsurdNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpriteGallery.write(corpus, 0, folder.resolve("g.html")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpriteGallery.write(corpus, 101, folder.resolve("g.html")));
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    /** One black picture. */
    private static final class Still implements ClipSource {
        @Override
        public String id() {
            return "x";
        }

        @Override
        public int frameCount() {
            return 1;
        }

        @Override
        public double framesPerSecond() {
            return 1;
        }

        @Override
        public Frames frames(int[] indices, int size) {
            return Frames.of(
                    indices.length, size, size, new byte[indices.length * size * size * 3]);
        }
    }
}
