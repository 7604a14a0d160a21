package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Draws clips with their boxes and captions for a person to look at. */
class ContactSheetTest {
    private static final int SIDE = 128;
    private static final int COLUMNS = 6;
    private static final int CAPTION = 18;

    @Test
    void draws_a_sheet_of_test_clips() throws Exception {
        List<SpriteScript> scripts =
                MovingSprites.corpus().clips(Split.TEST, 16).scripts(Split.TEST);
        int row = SIDE + CAPTION;
        BufferedImage sheet =
                new BufferedImage(COLUMNS * SIDE, row * scripts.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        for (int i = 0; i < scripts.size(); i++) {
            graphics.translate(0, i == 0 ? 0 : row);
            draw(graphics, scripts.get(i));
        }
        graphics.dispose();
        Path file = Path.of("target", "contact-sheet.png");
        ImageIO.write(sheet, "png", file.toFile());
        assertThat(Files.size(file)).isGreaterThan(10_000);
    }

    private static void draw(Graphics2D graphics, SpriteScript script) {
        int[] shown = FrameSampling.uniform().indices(script.frames(), COLUMNS, new Random(0));
        Frames frames = new ScriptRenderer(SIDE).render(script).select(shown);
        for (int column = 0; column < COLUMNS; column++) {
            int left = column * SIDE;
            graphics.drawImage(frames.image(column), left, 0, null);
            graphics.setColor(Color.RED);
            for (EntityBox box : new ScriptTruth(script).at(shown[column])) {
                graphics.drawRect(
                        left + (int) (box.left() * SIDE),
                        (int) (box.top() * SIDE),
                        (int) (box.width() * SIDE),
                        (int) (box.height() * SIDE));
            }
        }
        graphics.setColor(Color.WHITE);
        graphics.drawString(script.captions().get(0), 4, SIDE + CAPTION - 5);
    }
}
