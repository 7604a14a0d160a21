package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.probe.ProbeAccuracy;
import io.github.alprolab.dsl.probe.ProbeRow;
import org.junit.jupiter.api.Test;

/** What a tiny trained model says of sentences that differ in one thing. */
class ProbesTest extends OnTrainedModel {
    @Test
    void everyThingIsAskedByVtcAndByVtm() {
        Probes probes = Probes.of(sprites());
        try (Model model = trained.checkpoint().model()) {
            ProbeAccuracy found = model.probes(probes);
            assertThat(found.rows().stream().mapToInt(ProbeRow::count).sum())
                    .isEqualTo(probes.size());
            assertThat(found.rows().stream().map(ProbeRow::asks))
                    .contains("noun", "action", "direction", "number");
            assertThat(found.table().columns()).contains("VTC", "VTM", "VTM from");
            assertThat(found.bars().picture().words()).contains("noun: VTC");
        }
    }

    @Test
    void exchangingTrueAndFalseExchangesTheShares() {
        Clips clips = sprites().sample(12);
        Probes there = Probes.none();
        Probes back = Probes.none();
        for (Clip clip : clips) {
            there = there.ask("colour", clip, clip.caption(), "a zebra spins");
            back = back.ask("colour", clip, "a zebra spins", clip.caption());
        }
        try (Model model = trained.checkpoint().model()) {
            ProbeRow one = model.probes(there).rows().get(0);
            ProbeRow other = model.probes(back).rows().get(0);
            assertThat(one.byVtc() + other.byVtc()).isEqualTo(12);
            assertThat(one.byVtm().getAsLong() + other.byVtm().getAsLong()).isEqualTo(12);
        }
    }

    @Test
    void probesThatAskNothingAreRefused() {
        Clip clip = sprites().sample(1).get(0);
        assertThatThrownBy(() -> Probes.none().ask("colour", clip, "a fox", "a fox"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("two different sentences");
        try (Model model = trained.checkpoint().model()) {
            assertThatThrownBy(() -> model.probes(Probes.none()))
                    .isInstanceOf(AdviceException.class)
                    .hasMessageContaining("no probes");
        }
    }

    @Test
    void clipsWithoutScriptsAreRefusedWithAWayToAsk() {
        assertThatThrownBy(() -> Probes.of(Pairs.of(ColourClips.of(2, 2, 2))))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("ask(\"colour\"");
    }

    private static Pairs sprites() {
        return Pairs.of(
                        Datasets.movingSprites()
                                .clips(Split.TRAIN, 0)
                                .clips(Split.VALIDATION, 0)
                                .clips(Split.TEST, 24)
                                .unencoded())
                .only(Split.TEST)
                .frames(2)
                .size(32);
    }
}
