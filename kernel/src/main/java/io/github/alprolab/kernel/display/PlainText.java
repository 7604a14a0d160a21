package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.session.CellStopped;
import io.github.alprolab.kernel.session.Thrown;
import java.awt.image.BufferedImage;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;

/**
 * A value as text of bounded length. Arrays and the JDK's collections are written by their
 * elements, also where one contains itself; everything else by its own words.
 */
public final class PlainText {
    private static final int MOST_ELEMENTS = 1000;
    private static final int MOST_CHARACTERS = 100_000;
    private static final int DEEPEST = 20;

    private final StringBuilder text = new StringBuilder();
    private final List<Object> around = new ArrayList<>();

    private PlainText() {}

    /** The text of a value; of null it is {@code null}. */
    public static String of(Object value) {
        PlainText whole = new PlainText();
        whole.write(value);
        return shortened(whole.text.toString(), MOST_CHARACTERS);
    }

    /** The beginning of a text with its length, where it is longer than allowed. */
    public static String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints(text, most)))
                        + "… %,d characters in all".formatted(text.length());
    }

    private static int codePoints(String text, int most) {
        return text.codePointCount(
                0, most - (Character.isHighSurrogate(text.charAt(most - 1)) ? 1 : 0));
    }

    private void write(Object value) {
        if (around.stream().anyMatch(outer -> outer == value)) {
            text.append("(itself)");
        } else if (around.size() == DEEPEST || text.length() > MOST_CHARACTERS) {
            text.append('…');
        } else {
            around.add(value);
            guarded(value);
            around.remove(around.size() - 1);
        }
    }

    /** An error in a value's own code is part of the text. */
    private void guarded(Object value) {
        try {
            known(value);
        } catch (CellStopped stopped) {
            throw stopped;
        } catch (Throwable e) { // also an Error: the cell itself has done its work
            text.append(value.getClass().getSimpleName())
                    .append(", whose own code fails: ")
                    .append(failure(e));
        }
    }

    private void known(Object value) {
        if (value instanceof BaseStream) {
            text.append("a stream, which can be read only once; .toList() shows its elements");
        } else if (value instanceof BufferedImage image) {
            text.append("Image of %d × %d pixels".formatted(image.getWidth(), image.getHeight()));
        } else if (value instanceof Optional<?> optional && optional.isPresent()) {
            text.append("Optional[");
            write(optional.get());
            text.append(']');
        } else if (value != null && value.getClass().isArray()) {
            int length = Array.getLength(value);
            int shown = Math.min(length, MOST_ELEMENTS);
            List<Object> elements = new ArrayList<>(shown);
            for (int i = 0; i < shown; i++) {
                elements.add(Array.get(value, i));
            }
            elements('[', elements.iterator(), length, ']');
        } else if (value instanceof Collection<?> all && isWordedByJdk(value)) {
            elements('[', all.iterator(), all.size(), ']');
        } else if (value instanceof Map<?, ?> map && isWordedByJdk(value)) {
            elements('{', map.entrySet().iterator(), map.size(), '}');
        } else {
            text.append(own(value));
        }
    }

    private static String own(Object value) {
        String own = String.valueOf(value);
        return own == null
                ? "null, which is what toString() of %s returns"
                        .formatted(Thrown.plain(value.getClass().getName()))
                : Thrown.plain(own);
    }

    private void elements(char open, Iterator<?> elements, int size, char close) {
        text.append(open);
        int written = 0;
        while (elements.hasNext() && written < MOST_ELEMENTS) {
            text.append(written++ == 0 ? "" : ", ");
            Object element = elements.next();
            if (open == '{' && element instanceof Map.Entry<?, ?> entry) {
                write(entry.getKey());
                text.append('=');
                write(entry.getValue());
            } else {
                write(element);
            }
        }
        text.append(written < size ? ", … %,d in all".formatted(size) : "").append(close);
    }

    private static boolean isWordedByJdk(Object value) {
        try {
            Class<?> wording = value.getClass().getMethod("toString").getDeclaringClass();
            return wording.getName().startsWith("java.");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every class has toString", e);
        }
    }

    /** An error in one line. */
    static String failure(Throwable e) {
        return shortened(Thrown.words(e), 500);
    }
}
