package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.Frames;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptRendererTest {
    private static final int SIZE = 64;

    @Test
    void drawsTheSameBytesOnEveryMachine() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (SpriteScript script : Scripts.TRAIN.subList(0, 40)) {
            digest.update(new ScriptRenderer(SIZE).render(script).rgb());
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("f0d9e5d35e527134c42c9e94aef15396e68f5cab294b25c2a7a9bc143ee02337");
    }

    @Test
    void aSpriteIsDrawnInsideItsBoxAndFillsIt() {
        for (SpriteScript script : alone()) {
            Frames frames = new ScriptRenderer(SIZE).render(script);
            byte[] empty = new BackgroundPainter(script.background()).paint(SIZE);
            for (int t = 0; t < frames.count(); t += 5) {
                List<EntityBox> boxes = new ScriptTruth(script).at(t);
                if (!boxes.isEmpty()) {
                    assertFits(frames.select(new int[] {t}).rgb(), empty, boxes.get(0));
                }
            }
        }
    }

    @Test
    void whatIsGoneLeavesOnlyTheBackground() {
        SpriteScript script =
                alone().stream()
                        .filter(s -> s.tracks().get(0).action() == Action.DISAPPEAR)
                        .findFirst()
                        .orElseThrow();
        Frames frames = new ScriptRenderer(SIZE).render(script);
        assertThat(frames.select(new int[] {script.frames() - 1}).rgb())
                .isEqualTo(new BackgroundPainter(script.background()).paint(SIZE));
    }

    @Test
    void aLargerRenderingShowsTheSamePicture() {
        SpriteScript script = Scripts.TRAIN.get(0);
        int small = mean(new ScriptRenderer(64).render(script));
        int large = mean(new ScriptRenderer(224).render(script));
        assertThat(large).isBetween(small - 2, small + 2);
    }

    @Test
    void truthKnowsOnlyThePicturesOfTheClip() {
        SpriteScript script = Scripts.TRAIN.get(0);
        assertThatThrownBy(() -> new ScriptTruth(script).at(script.frames()))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesAbsurdSizes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ScriptRenderer(4));
    }

    /** Clips of one sprite that does not turn (a turned box is larger than what it shows). */
    private static List<SpriteScript> alone() {
        return Scripts.TRAIN.stream()
                .filter(s -> s.tracks().size() == 1)
                .filter(s -> s.tracks().get(0).action() != Action.SPIN)
                .limit(60)
                .toList();
    }

    private static void assertFits(byte[] drawn, byte[] empty, EntityBox box) {
        int left = SIZE;
        int right = 0;
        int top = SIZE;
        int bottom = 0;
        for (int i = 0; i < drawn.length; i++) {
            if (Math.abs((drawn[i] & 0xff) - (empty[i] & 0xff)) > 24) {
                int pixel = i / 3;
                left = Math.min(left, pixel % SIZE);
                right = Math.max(right, pixel % SIZE + 1);
                top = Math.min(top, pixel / SIZE);
                bottom = Math.max(bottom, pixel / SIZE + 1);
            }
        }
        double slack = 2.5;
        assertThat(box.left() * SIZE).isBetween(left - slack, left + slack);
        assertThat(box.top() * SIZE).isBetween(top - slack, top + slack);
        assertThat((box.left() + box.width()) * SIZE).isBetween(right - slack, right + slack);
        assertThat((box.top() + box.height()) * SIZE).isBetween(bottom - slack, bottom + slack);
    }

    private static int mean(Frames frames) {
        long sum = 0;
        byte[] rgb = frames.rgb();
        for (byte level : rgb) {
            sum += level & 0xff;
        }
        return (int) (sum / rgb.length);
    }
}
