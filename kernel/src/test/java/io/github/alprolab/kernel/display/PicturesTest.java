package io.github.alprolab.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.api.MimeBundle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Images and charts as PNG. */
class PicturesTest {
    private final Displayers displayers = new Displayers(List.of());

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void anImageKeepsItsPixels(int type) throws IOException {
        BufferedImage image = new BufferedImage(4, 3, type);
        image.setRGB(1, 2, 0xffff0000);
        BufferedImage read = png(render(image));

        assertThat(List.of(read.getWidth(), read.getHeight())).isEqualTo(List.of(4, 3));
        assertThat(read.getRGB(1, 2)).isEqualTo(0xffff0000);
        assertThat(read.getRGB(0, 0)).isEqualTo(image.getRGB(0, 0));
    }

    @Test
    void anImageThatPngCannotHoldIsShownToo() throws IOException {
        var grey = ColorSpace.getInstance(ColorSpace.CS_GRAY);
        var model = new ComponentColorModel(grey, false, false, 1, DataBuffer.TYPE_FLOAT);
        WritableRaster raster = model.createCompatibleWritableRaster(4, 3);
        raster.setSample(1, 2, 0, 1f);
        BufferedImage read = png(render(new BufferedImage(model, raster, false, null)));

        assertThat(read.getRGB(1, 2)).isEqualTo(0xffffffff);
        assertThat(read.getRGB(0, 0)).isEqualTo(0xff000000);
    }

    @Test
    void anImageInAListIsDescribedToo() {
        BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
        assertThat(render(List.of(image)).data())
                .containsEntry("text/plain", "[Image of 4 × 3 pixels]");
    }

    @Test
    void anImageIsDescribedAndShownInItsOwnWidth() {
        MimeBundle bundle = render(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB));

        assertThat(bundle.data()).containsEntry("text/plain", "Image of 4 × 3 pixels");
        assertThat(bundle.metadata()).containsEntry("image/png", Map.of("width", 4));
    }

    @Test
    void aChartHasTwiceThePixelsOfTheWidthItIsShownIn() throws IOException {
        MimeBundle bundle = render(chart("Loss"));
        BufferedImage read = png(bundle);

        assertThat(List.of(read.getWidth(), read.getHeight())).isEqualTo(List.of(400, 200));
        assertThat(bundle.metadata()).containsEntry("image/png", Map.of("width", 200));
    }

    @Test
    void aChartIsDrawn() throws IOException {
        BufferedImage read = png(render(chart("Loss")));
        int[] colours = read.getRGB(0, 0, 400, 200, null, 0, 400);

        assertThat(Arrays.stream(colours).distinct().count()).isGreaterThan(2);
    }

    @Test
    void aChartIsDescribedByItsTitle() {
        assertThat(render(chart("Loss")).data()).containsEntry("text/plain", "Chart: Loss");
        assertThat(render(chart("")).data()).containsEntry("text/plain", "Chart:");
    }

    private MimeBundle render(Object value) {
        return displayers.render(Optional.of(value));
    }

    private static XYChart chart(String title) {
        XYChart chart = new XYChartBuilder().width(200).height(100).title(title).build();
        chart.addSeries("loss", new double[] {3, 2, 1});
        return chart;
    }

    private static BufferedImage png(MimeBundle bundle) throws IOException {
        byte[] bytes = Base64.getDecoder().decode((String) bundle.data().get("image/png"));
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
