package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Draws clips with their boxes and captions, for a person to look at, and looks itself. */
class ContactSheetTest {
    private static final int SIDE = 128;
    private static final int COLUMNS = 6;
    private static final int CAPTION = 18;
    private static final int ROW = SIDE + CAPTION;

    @Test
    void everyBoxOfTheSheetIsFramedAndHoldsASpriteAndEveryClipHasItsCaption() throws Exception {
        List<SpriteScript> scripts =
                MovingSprites.corpus().clips(Split.TEST, 16).scripts(Split.TEST);
        BufferedImage sheet =
                new BufferedImage(COLUMNS * SIDE, ROW * scripts.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        for (SpriteScript script : scripts) {
            draw(graphics, script);
            graphics.translate(0, ROW);
        }
        graphics.dispose();
        ImageIO.write(sheet, "png", Path.of("target", "contact-sheet.png").toFile());
        int boxes = 0;
        for (int i = 0; i < scripts.size(); i++) {
            BufferedImage row = sheet.getSubimage(0, i * ROW, COLUMNS * SIDE, ROW);
            boxes += boxesFound(row, scripts.get(i));
            assertThat(colours(row.getSubimage(0, SIDE, COLUMNS * SIDE, CAPTION)))
                    .as("caption of " + scripts.get(i).id())
                    .contains(Color.BLACK.getRGB(), Color.WHITE.getRGB());
        }
        assertThat(boxes).isGreaterThan(scripts.size() * COLUMNS);
    }

    private static int boxesFound(BufferedImage row, SpriteScript script) {
        BufferedImage empty = frames(withoutSprites(script)).image(0);
        int found = 0;
        for (int column = 0; column < COLUMNS; column++) {
            BufferedImage frame = row.getSubimage(column * SIDE, 0, SIDE, SIDE);
            for (EntityBox box : new ScriptTruth(script).at(shown(script)[column])) {
                Rectangle place = place(box);
                assertThat(frame.getRGB(place.x, place.y)).isEqualTo(Color.RED.getRGB());
                assertThat(changed(frame, empty, place))
                        .as("%s in frame %d of %s", box, column, script.id())
                        .isGreaterThan(0.2);
                found++;
            }
        }
        return found;
    }

    /** Share of the pixels inside the red lines that are not the background's. */
    private static double changed(BufferedImage frame, BufferedImage empty, Rectangle place) {
        int changed = 0;
        for (int y = place.y + 1; y < place.y + place.height; y++) {
            for (int x = place.x + 1; x < place.x + place.width; x++) {
                boolean line = frame.getRGB(x, y) == Color.RED.getRGB();
                changed += !line && frame.getRGB(x, y) != empty.getRGB(x, y) ? 1 : 0;
            }
        }
        return changed / ((place.width - 1.0) * (place.height - 1));
    }

    private static SpriteScript withoutSprites(SpriteScript script) {
        return new SpriteScript(
                script.split(),
                script.index(),
                script.frames(),
                script.background(),
                List.of(),
                script.captions());
    }

    private static Set<Integer> colours(BufferedImage image) {
        int[] all =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(all).boxed().collect(Collectors.toSet());
    }

    private static void draw(Graphics2D graphics, SpriteScript script) {
        Frames frames = frames(script);
        for (int column = 0; column < COLUMNS; column++) {
            int left = column * SIDE;
            graphics.drawImage(frames.image(column), left, 0, null);
            graphics.setColor(Color.RED);
            for (EntityBox box : new ScriptTruth(script).at(shown(script)[column])) {
                Rectangle place = place(box);
                graphics.drawRect(left + place.x, place.y, place.width, place.height);
            }
        }
        graphics.setColor(Color.WHITE);
        graphics.drawString(script.captions().get(0), 4, SIDE + CAPTION - 5);
    }

    private static Frames frames(SpriteScript script) {
        return new ScriptRenderer(SIDE).render(script).select(shown(script));
    }

    private static int[] shown(SpriteScript script) {
        return FrameSampling.uniform().indices(script.frames(), COLUMNS, new Random(0));
    }

    private static Rectangle place(EntityBox box) {
        return new Rectangle(
                (int) (box.left() * SIDE),
                (int) (box.top() * SIDE),
                (int) (box.width() * SIDE),
                (int) (box.height() * SIDE));
    }
}
