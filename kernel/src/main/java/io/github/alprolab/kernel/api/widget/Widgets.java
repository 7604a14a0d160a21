package io.github.alprolab.kernel.api.widget;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Makes the usual widgets; every cell can call these by their bare names.
 *
 * <pre>{@code
 * slider(1, 20).label("epochs").onChange(n -> System.out.println(n))
 * }</pre>
 */
public final class Widgets {
    private Widgets() {}

    /** A whole number from one to another; it begins at the first. */
    public static Slider<Integer> slider(int least, int most) {
        return new Slider<>(least, most, 1);
    }

    /** A number from one to another in steps above 0; it begins at the first. */
    public static Slider<Double> slider(double least, double most, double step) {
        return new Slider<>(least, most, step);
    }

    /** One of several values; it begins with the first. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> Choice<T> choice(T... options) {
        return new Choice<>(List.of(options));
    }

    /** One of a list of values; it begins with the first. */
    public static <T> Choice<T> choice(List<T> options) {
        return new Choice<>(options);
    }

    /** An empty line of text. */
    public static TextBox textBox() {
        return new TextBox("");
    }

    /** A button that does something. */
    public static Button button(String label, Runnable listener) {
        return new Button(label).onClick(listener);
    }

    /**
     * A video with a scrubber.
     *
     * @param frames at least one, all of one size
     * @param framesPerSecond above 0
     */
    public static Player player(List<BufferedImage> frames, double framesPerSecond) {
        return new Player(frames, framesPerSecond);
    }

    /** A chart of lines that grow while a cell runs. */
    public static LiveChart liveChart(String title) {
        return new LiveChart(title);
    }
}
