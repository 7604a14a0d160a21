package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** What an image looks like in few colours, and what it weighs. */
class PaletteTest {
    private static BufferedImage smoothed() {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < 4; i++) {
            graphics.setColor(Color.getHSBColor(i / 4f, 0.8f, 0.9f));
            graphics.drawOval(10 + 7 * i, 5 + 4 * i, 150, 110);
        }
        graphics.dispose();
        return image;
    }

    @Test
    void aChartLosesNothingThatIsSeenAndHalfOfItsBytes() {
        BufferedImage chart = smoothed();
        BufferedImage few = Palette.of(chart).orElseThrow();

        assertThat(few.getRGB(0, 0)).isEqualTo(chart.getRGB(0, 0));
        for (int y = 0; y < chart.getHeight(); y++) {
            for (int x = 0; x < chart.getWidth(); x++) {
                Color was = new Color(chart.getRGB(x, y));
                Color is = new Color(few.getRGB(x, y));
                assertThat(Math.abs(was.getRed() - is.getRed())).isLessThanOrEqualTo(8);
                assertThat(Math.abs(was.getGreen() - is.getGreen())).isLessThanOrEqualTo(8);
                assertThat(Math.abs(was.getBlue() - is.getBlue())).isLessThanOrEqualTo(8);
            }
        }
        assertThat(Encoded.png(few).length).isLessThan(Encoded.png(chart).length * 6 / 10);
    }

    @Test
    void fewColoursStayExactly() {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, 0xff000000 | i << 8 | 255 - i);
        }
        BufferedImage few = Palette.of(image).orElseThrow();

        for (int i = 0; i < 256; i++) {
            assertThat(few.getRGB(i % 16, i / 16)).isEqualTo(image.getRGB(i % 16, i / 16));
        }
    }

    @Test
    void aPictureOfManyColoursHasNoPalette() {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1 << 16; i++) {
            image.setRGB(i & 255, i >> 8, i | (i & 255) << 16);
        }
        assertThat(Palette.of(image)).isEmpty();
    }
}
