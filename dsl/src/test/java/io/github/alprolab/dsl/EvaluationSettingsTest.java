package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.EnvironmentRecord;
import io.github.alprolab.dsl.record.RunFolder;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What retrieval and prompter are told acts on what they do. */
class EvaluationSettingsTest extends OnTrainedModel {
    private static Prompter prompter() {
        Pairs training = Tiny.pairs(folder.resolve("cache")).only(Split.TRAIN);
        return Prompter.from(Runs.latest("teacher").best())
                .entities(Entities.nouns(training).top(10));
    }

    private static Losses pem(UnaryOperator<Pem> edit) {
        return Losses.alpro().pem(edit);
    }

    @Test
    void boxesHaveTheAreaOfTheLosses() {
        Clips clips = trained.test().sample(3);
        Prompter larger = prompter().losses(pem(p -> p.cropArea(0.9, 1)));

        assertThat(words(larger, clips)).contains("100 %").isNotEqualTo(words(prompter(), clips));
    }

    private static String words(Prompter prompter, Clips clips) {
        return prompter.crops(clips).picture().words();
    }

    @Test
    void labelsAreIgnoredByTheThresholdAndTheRuleOfTheLosses() {
        Pairs test = trained.test();
        Prompter none = prompter().losses(pem(p -> p.ignoreBelow(0)));
        Prompter all = prompter().losses(pem(p -> p.ignoreBelow(1)));
        Prompter index = prompter().losses(pem(p -> p.ignoreBelow(1).likeReferenceCode()));

        assertThat(none.accuracy(test).ignored()).isZero();
        assertThat(all.accuracy(test).ignored()).isEqualTo(1);
        assertThat(index.pseudoLabels(test.sample(4)).picture().words())
                .contains("ignored (entity number 0 < 1.00)");
        assertThat(all.pseudoLabels(test.sample(2)).picture().words()).contains("< 1.00)");
        assertThat(none.pseudoLabels(test.sample(2)).picture().words()).doesNotContain("ignored");
    }

    @Test
    void whatAPrompterShowsIsNoPartOfWhatItTeaches() {
        Prompter shown = prompter().losses(pem(p -> p.ignoreBelow(1))).device(Device.cpu());

        assertThat(shown.settings()).isEqualTo(prompter().settings());
        assertThat(shown).isNotEqualTo(prompter());
    }

    @Test
    void framesOfAnotherSizeAreRankedByEitherRuleForPositions() {
        Retrieval larger = trained.retrieval().pairs(trained.test().size(64));
        Retrieval list = larger.positions(PositionRule.REFERENCE_COMPATIBLE_LIST);

        assertThat(larger.check().all().toString())
                .contains("C16  Spatial positions 2 x 2 → 4 x 4");
        assertThat(list.hash()).isNotEqualTo(larger.hash());
        assertThat(list.run().similarity().table().toString())
                .isNotEqualTo(larger.run().similarity().table().toString());
    }

    @Test
    void theDeviceOfARetrievalIsRecordedAndChecked() {
        Retrieval onCpu = trained.retrieval().device(Device.cpu());

        assertThat(new RunFolder(onCpu.run().folder()).experiment())
                .contains("\"device\": \"Device.cpu()\"");
        assertThat(onCpu.hash()).isEqualTo(trained.retrieval().hash());
        if (!EnvironmentRecord.current().cuda()) {
            Retrieval onGpu = trained.retrieval().device(Device.gpu(0));
            assertThat(onGpu.check().all().toString())
                    .contains("✗ C17  Device.gpu(0) is asked for, but");
            assertThatThrownBy(() -> prompter().device(Device.gpu(0)).accuracy(trained.test()))
                    .hasMessageContaining("GPU");
        }
    }

    /** As they were recorded before settings were declared once. */
    @Test
    void retrievalsAreRecordedAsBefore() {
        assertThat(CanonicalJson.line(Retrieval.schema().values().identity()))
                .isEqualTo("{ \"captions\": \"EVERY\" }");
        assertThat(List.of(trained.retrieval().rerank(3), trained.retrieval().rerankAll()))
                .extracting(r -> r.values().identity().get("rerank"))
                .containsExactly("3", "all");
        assertThat(trained.retrieval().rerankLikeReferenceCode().hash())
                .isNotEqualTo(trained.retrieval().rerankAll().hash());
        assertThat(prompter().settings()).containsOnlyKeys("entities", "templates", "weights");
    }
}
