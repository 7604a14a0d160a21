package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.crop.CropExplorer;
import io.github.alprolab.dsl.figure.LabelRow;
import io.github.alprolab.dsl.ranking.SearchBox;
import io.github.alprolab.dsl.show.Part;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a reader moves: a clip's frames, the text of a search, the box of a crop. */
class MovedValuesTest extends OnTrainedModel {
    private static Clip clip() {
        return trained.test().sample(1).get(0);
    }

    private static Prompter prompter() {
        Pairs training = Tiny.pairs(folder.resolve("cache")).only(Split.TRAIN);
        return Prompter.from(Runs.latest("teacher").best())
                .entities(Entities.nouns(training).top(10));
    }

    @Test
    void aPlayerHasEveryFrameOfTheClipAtItsPaceLargeEnoughToBeLookedAt() {
        ClipPlayer player = clip().player();

        assertThat(player.frames()).hasSize(clip().pair().clip().frameCount());
        assertThat(player.framesPerSecond()).isEqualTo(clip().pair().clip().framesPerSecond());
        assertThat(player.frames().get(0).getWidth()).isEqualTo(224);
        assertThat(player.caption()).isEqualTo(clip().toString());
        assertThat(player.show()).isEqualTo(clip().show());
    }

    @Test
    void theBoxesOfAPlayerAreThoseOfTheSpritesInEachFrame() {
        ClipPlayer player = clip().player();
        List<EntityBox> all =
                IntStream.range(0, player.frames().size())
                        .boxed()
                        .flatMap(frame -> player.boxes(frame).stream())
                        .toList();

        assertThat(all).isNotEmpty();
        assertThat(all).allMatch(box -> clip().caption().contains(box.entity()));
        assertThat(player.boxes(3)).isEqualTo(clip().pair().truth().orElseThrow().at(3));
    }

    @Test
    void aSearchBoxFindsWhatTheRunFinds() {
        try (RetrievalRun run = trained.retrieval().run()) {
            SearchBox box = run.searchBox();

            assertThat(box.search("a dog moves left").picture().words())
                    .isEqualTo(run.search("a dog moves left", 5).picture().words());
            assertThat(box.show().plain()).contains("“" + box.text() + "”");
            assertThat(trained.test().all()).anyMatch(pair -> pair.captions().contains(box.text()));
        }
    }

    @Test
    void anExplorerLabelsEveryPlaceOfTheBox() {
        try (CropExplorer explorer = prompter().explore(clip())) {
            LabelRow left = explorer.label(new CropBox(0, 0, 2, 1));
            LabelRow right = explorer.label(new CropBox(0, 1, 2, 1));

            assertThat(explorer.grid()).isEqualTo(2);
            assertThat(left.bars()).hasSize(5);
            assertThat(left.bars().get(0).value()).isNotEqualTo(right.bars().get(0).value());
            assertThat(left.box().left()).isZero();
            assertThat(right.box().left()).isEqualTo(0.5);
            assertThat(explorer.label(new CropBox(0, 0, 2, 1)).bars()).isEqualTo(left.bars());
        }
    }

    @Test
    void anExplorerThatIsClosedAnswersAsBefore() {
        CropExplorer explorer = prompter().explore(clip());
        LabelRow before = explorer.label(explorer.first());
        explorer.close();
        explorer.close();

        assertThat(explorer.label(explorer.first()).bars()).isEqualTo(before.bars());
        assertThat(explorer.show().part(Part.JPEG)).isPresent();
        explorer.close();
    }

    @Test
    void theFirstBoxLiesAroundTheLargestSprite() {
        CropBox box = prompter().explore(clip()).first();
        int middle = clip().indices()[1];

        assertThat(clip().pair().truth().orElseThrow().at(middle))
                .anySatisfy(
                        sprite -> {
                            assertThat(sprite.left()).isGreaterThanOrEqualTo(box.left() / 2.0);
                            assertThat(sprite.top()).isGreaterThanOrEqualTo(box.top() / 2.0);
                        });
        assertThat(box.left() + box.width()).isLessThanOrEqualTo(2);
        assertThat(box.top() + box.height()).isLessThanOrEqualTo(2);
    }

    @Test
    void exploringNeedsEntitiesAndFramesOfThePromptersSize() {
        Clip larger =
                Tiny.pairs(folder.resolve("cache")).size(64).only(Split.TEST).sample(1).get(0);

        assertThatThrownBy(() -> prompter().explore(larger))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("frames of 32 pixels, these clips have 64");
        assertThatThrownBy(() -> Prompter.from(Runs.latest("teacher").best()).explore(clip()))
                .hasMessageContaining("The prompter has 0 entities");
    }
}
