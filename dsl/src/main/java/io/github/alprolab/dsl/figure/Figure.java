package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture with a title, a size and a theme; immutable. Shown as PNG (JPEG where it is made of
 * video frames) at twice the logical size, with its numbers as text.
 */
public final class Figure implements Shown {
    private static final int WIDTH = 720;
    private static final int LEAST = 80;

    private final Picture picture;
    private final String title;
    private final Optional<Size> size;
    private final Theme theme;

    private Figure(Picture picture, String title, Optional<Size> size, Theme theme) {
        this.picture = Objects.requireNonNull(picture, "picture");
        this.title = Objects.requireNonNull(title, "title");
        this.size = size;
        this.theme = Objects.requireNonNull(theme, "theme");
    }

    /** The data as a figure of the usual width, 720 logical pixels. */
    public static Figure of(Picture picture) {
        return new Figure(picture, picture.title(), Optional.empty(), Theme.LIGHT);
    }

    /**
     * Figures beside and below each other, row by row.
     *
     * @param columns 1 to 4
     */
    public static Figure grid(int columns, Figure... figures) {
        return of(new Grid("", columns, List.of(figures)));
    }

    /** The data behind the drawing. */
    public Picture picture() {
        return picture;
    }

    /** The heading; empty for none. */
    public String title() {
        return title;
    }

    /** With another heading. */
    public Figure title(String other) {
        return new Figure(picture, other, size, theme);
    }

    /** How large it is drawn in logical pixels, title included. */
    public Size size() {
        return size.orElseGet(() -> FigureImage.natural(this, WIDTH));
    }

    /**
     * With another size.
     *
     * @param width logical pixels, 80 to 4000
     * @param height logical pixels, 80 to 4000
     */
    public Figure size(int width, int height) {
        if (Math.min(width, height) < LEAST || Math.max(width, height) > 4000) {
            throw new IllegalArgumentException(
                    "A figure of %d x %d is asked for; each side has 80 to 4000 pixels."
                            .formatted(width, height));
        }
        return new Figure(picture, title, Optional.of(new Size(width, height)), theme);
    }

    /** The colours of paper and text it is drawn in; light unless chosen. */
    public Theme theme() {
        return theme;
    }

    /** With other paper and text colours. */
    public Figure theme(Theme other) {
        return new Figure(picture, title, size, other);
    }

    /** The data as a table, for readers who want the numbers. */
    public DataTable table() {
        return picture.table();
    }

    /** The drawing at twice the logical size. */
    public BufferedImage image() {
        return FigureImage.draw(this);
    }

    /**
     * Writes a PNG, or a JPEG where the name ends so.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public Figure save(Path file) {
        try {
            FigureImage.save(this, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The figure cannot be saved as " + file, e);
        }
        return this;
    }

    @Override
    public Showing show() {
        return Showing.plain(words()).and(FigureImage.part(this));
    }

    @Override
    public String toString() {
        return words();
    }

    private String words() {
        return title.isBlank() ? picture.words() : title + ": " + picture.words();
    }
}
