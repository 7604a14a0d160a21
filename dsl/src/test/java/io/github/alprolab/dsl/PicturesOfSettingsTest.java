package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.figure.Curves;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.Point;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Encoders, a schedule and prompts as figures and tables. */
class PicturesOfSettingsTest extends OnTrainedModel {
    @Test
    void theDiagramHasTheShapesOfTheseEncodersAndPairs() {
        Pairs pairs = trained.test().frames(8).size(96);
        Figure figure =
                Encoders.tiny().video(v -> v.attention(VideoAttention.JOINT)).diagram(pairs);
        assertThat(figure.title()).contains("8 frames of 96 pixels", "joint attention");
        assertThat(figure.picture().words())
                .contains("(B, 8, 3, 96, 96)", "(B, 37, 128)", "patches (B, 36, 128)");
        assertThat(Encoders.base().diagram().picture().words()).contains("(B, 197, 768)");
    }

    @Test
    void theFusionEncoderIsEditedAsTheOthersAre() {
        assertThat(Encoders.tiny().fusion(f -> f.layers(3)))
                .isEqualTo(Encoders.tiny().fusionLayers(3))
                .hasToString("Encoders.tiny().fusionLayers(3)");
        assertThatThrownBy(() -> Encoders.tiny().fusion(f -> f.layers(0)))
                .hasMessageStartingWith("C27");
    }

    @Test
    void aClipWithAnotherCaptionIsOtherwiseTheSame() {
        Clip clip = trained.test().sample(1).get(0);
        Clip other = clip.withCaption("a dog moves left");
        assertThat(other.captions()).containsExactly("a dog moves left");
        assertThat(other.id()).isEqualTo(clip.id());
        assertThat(other.frames().rgb()).isEqualTo(clip.frames().rgb());
        assertThatThrownBy(() -> clip.withCaption(" ")).hasMessageStartingWith("C27");
    }

    @Test
    void encodersThatCannotBeBuiltHaveNoDiagram() {
        assertThatThrownBy(() -> Encoders.tiny().width(130).diagram())
                .hasMessageStartingWith("C05")
                .hasMessageContaining("encoders.width(132)");
        assertThatThrownBy(() -> Encoders.tiny().diagram(trained.test().size(50)))
                .hasMessageStartingWith("C04");
    }

    @Test
    void theScheduleRisesToItsPeakAndFallsToNothing() {
        Trainer trainer = Trainer.adamW(1e-3).warmup(0.25).epochs(4);
        Curves curve = (Curves) trainer.schedule().picture();
        List<Point> points = curve.lines().get(0).points();
        assertThat(points.get(0)).isEqualTo(new Point(0, 0));
        assertThat(points).contains(new Point(1, 100));
        assertThat(points.get(points.size() - 1)).isEqualTo(new Point(4, 0));
        Curves flat = (Curves) trainer.decay(Decay.CONSTANT).schedule().picture();
        assertThat(flat.lines().get(0).points()).endsWith(new Point(4, 100));
    }

    @Test
    void theMeanOfTheTwelvePromptsIsTheOneThatIsUsed() {
        Prompter prompter =
                Prompter.from(Runs.latest("teacher").best())
                        .entities(Entities.nouns(trained.test()).top(5));
        DataTable table = prompter.templates(trained.test().only(Split.TEST).sample(2));
        List<Double> cosines = table.tablesaw().doubleColumn("cosine").asList();
        assertThat(table.rows()).isEqualTo(2 * 13);
        assertThat(table.cell(12, 1)).isEqualTo("mean of the 12, which is used");
        double mean = cosines.subList(0, 12).stream().mapToDouble(c -> c).average().orElseThrow();
        assertThat(cosines.get(12)).isEqualTo(mean);
        assertThat(cosines).allMatch(c -> c >= -1 && c <= 1);
    }
}
