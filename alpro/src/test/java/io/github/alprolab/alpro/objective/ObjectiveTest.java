package io.github.alprolab.alpro.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.ParameterCount;
import io.github.alprolab.alpro.setting.SettingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objectives as values: identity, code, order, what they say of themselves. */
class ObjectiveTest {
    private static final Sizes SIZES = new Sizes(8, 100, 5, 0.125);

    @AfterEach
    void nobodyIsAsked() {
        SourceText.offer(Optional::empty);
    }

    @Test
    void theRecordOfThePublishedOnesIsThatOfEarlierRuns() {
        assertThat(Objective.VTC.identity()).isEqualTo(Map.of("weight", 1.0, "temperature", 0.07));
        assertThat(Objective.VTM.identity()).isEqualTo(Map.of("weight", 1.0));
        assertThat(Objective.MLM.identity())
                .isEqualTo(Map.of("weight", 1.0, "maskProbability", 0.15));
        assertThat(Objective.PEM.identity())
                .isEqualTo(
                        Map.of(
                                "weight",
                                1.0,
                                "cropLeast",
                                0.3,
                                "cropMost",
                                0.5,
                                "ignoreBelow",
                                0.2,
                                "ignoreRule",
                                "PROBABILITY"));
        assertThat(Objective.published().stream().map(Objective::key))
                .containsExactly("vtc", "vtm", "mlm", "pem");
    }

    @Test
    void optionsAreCopiedCheckedAndWrittenAsCode() {
        Pem changed = Objective.PEM.cropArea(0.6, 0.8).likeReferenceCode();

        assertThat(changed.cropLeast()).isEqualTo(0.6);
        assertThat(Objective.PEM.cropLeast()).isEqualTo(0.3);
        assertThat(changed)
                .hasToString(
                        "Objective.PEM.cropArea(0.6, 0.8).ignoreRule(IgnoreRule.REFERENCE_INDEX)");
        assertThat(Objective.VTC.temperature(0.05).weight(2))
                .hasToString("Objective.VTC.weight(2.0).temperature(0.05)")
                .isEqualTo(Objective.VTC.weight(2).temperature(0.05));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objective.VTC.temperature(0.6))
                .isInstanceOf(SettingException.class)
                .withMessageContaining("temperature(0.6) is given; allowed is 0.001 to 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objective.PEM.cropArea(0.8, 0.3))
                .withMessageContaining("cropArea(0.8, 0.3) is given");
    }

    @Test
    void aRecordGivesThePublishedOnesBack() {
        for (Objective one :
                List.of(
                        Objective.VTC.temperature(0.1),
                        Objective.VTM.weight(3),
                        Objective.MLM.maskProbability(0.4),
                        Objective.PEM.cropArea(0.2, 0.9).ignoreBelow(0.1).likeReferenceCode())) {
            assertThat(Objective.recorded(one.key(), one.identity()))
                    .isEqualTo(one)
                    .isInstanceOf(one.getClass());
        }
    }

    @Test
    void oneThatASessionWroteIsKnownByItsRecordAndCannotBeTrained() {
        Written order = WorkedExamples.frameOrder().weight(0.5);
        Objective known = Objective.recorded(order.key(), order.identity());

        assertThat(known.name()).isEqualTo("frame order");
        assertThat(known.weight()).isEqualTo(0.5);
        assertThat(known).isEqualTo(order);
        assertThat(known.missing().orElseThrow().what())
                .contains("“frame order” is known by its record alone");
        assertThat(known.weight(2)).isNotEqualTo(order);
    }

    @Test
    void theyAreSummedInThePublishedOrderAndOthersByName() {
        Written late = written("zebra");
        Written early = written("apple");

        assertThat(Objective.inOrder(List.of(late, Objective.PEM, early, Objective.VTC)))
                .extracting(Objective::name)
                .containsExactly("VTC", "PEM", "apple", "zebra");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objective.inOrder(List.of(early, written("Apple"))))
                .withMessageContaining("Two objectives are called “Apple”");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objective.named(" – ").loss(Step::zero))
                .withMessageContaining("has no letter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objective.named("own").option("source", 1))
                .withMessageContaining("an option cannot be called “source”");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written("Vtc"))
                .withMessage("“Vtc” is the name of a published objective; give yours another.");
    }

    @Test
    void aModelThatKnowsNothingReachesWhatTheySay() {
        assertThat(level(Objective.VTC)).isEqualTo(Math.log(8));
        assertThat(level(Objective.VTM)).isCloseTo(0.6365, within(1e-4));
        assertThat(level(Objective.MLM)).isEqualTo(Math.log(100));
        assertThat(level(Objective.PEM)).isEqualTo(Math.log(5));
        assertThat(level(WorkedExamples.momentumDistillation())).isEqualTo(Math.log(8));
        assertThat(Objective.MLM.reports().get(0).chance().at(SIZES).orElseThrow().value())
                .isEqualTo(0.125);
        assertThat(written("own").chance().at(SIZES)).isEmpty();
    }

    @Test
    void parametersOfTheirOwnAreCountedWithoutAModel() {
        AlproConfig tiny = AlproConfig.tiny();

        assertThat(Objective.VTC.parameters(tiny)).isZero();
        assertThat(Objective.PEM.among(50).parameters(tiny))
                .isEqualTo(128 * 256 + 256 + 256 * 50 + 50);
        assertThat(WorkedExamples.frameOrder().parameters(tiny)).isEqualTo(2 * 128 + 2);
        assertThat(WorkedExamples.momentumDistillation().frozen(tiny))
                .isEqualTo(ParameterCount.of(tiny).total());
    }

    @Test
    void figuresAreNamedAfterTheObjective() {
        Written order = WorkedExamples.frameOrder();

        assertThat(order.lossMetric().name()).isEqualTo("FRAME_ORDER_LOSS");
        assertThat(order.lossMetric().title()).isEqualTo("frame order loss");
        assertThat(order.reports().get(0).name()).isEqualTo("FRAME_ORDER_ACCURACY");
        assertThat(Metric.IGNORED_SHARE.name()).isEqualTo("IGNORED_SHARE");
        assertThat(Metric.VTC_LOSS.name()).isEqualTo("VTC_LOSS");
    }

    @Test
    void theTextOfAShellIsTheIdentityAndElsewhereTheClassIs() {
        SourceText.offer(() -> Optional.of("double a = 1;\nvar mine = Objective.named(…);"));
        Written one = written("own");
        assertThat(one.source()).isEqualTo("double a = 1;\nvar mine = Objective.named(…);");
        assertThat(one.weight(0.5)).hasToString("mine.weight(0.5)");
        SourceText.offer(() -> Optional.of("double a = 2;\nvar mine = Objective.named(…);"));
        assertThat(written("own")).isNotEqualTo(one);

        SourceText.offer(Optional::empty);
        assertThat(written("own").source())
                .startsWith("class " + ObjectiveTest.class.getName() + ", SHA-256 ");
        assertThat(written("own")).isEqualTo(written("own")).hasToString("own");
        assertThat(Objective.named("own").source("1").loss(Step::zero))
                .isNotEqualTo(Objective.named("own").source("2").loss(Step::zero));
    }

    private static Written written(String name) {
        return Objective.named(name).loss(step -> step.zero());
    }

    private static double level(Objective objective) {
        return objective.chance().at(SIZES).orElseThrow().value();
    }
}
