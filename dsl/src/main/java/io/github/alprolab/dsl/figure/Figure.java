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
 * video frames) with its numbers as text; charts also as SVG in the colours of the page.
 */
public final class Figure implements Shown {
    private static final int WIDTH = 720;
    private static final int LEAST = 80;

    private final Picture picture;
    private final String title;
    private final Optional<Size> size;
    private final Optional<Theme> theme;

    private Figure(Picture picture, String title, Optional<Size> size, Optional<Theme> theme) {
        this.picture = Objects.requireNonNull(picture, "picture");
        this.title = Objects.requireNonNull(title, "title");
        this.size = size;
        this.theme = theme;
    }

    /** The data as a figure of the usual width, 720 logical pixels. */
    public static Figure of(Picture picture) {
        return new Figure(picture, picture.title(), Optional.empty(), Optional.empty());
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

    /** The colours of paper and text it is drawn and saved in; light unless chosen. */
    public Theme theme() {
        return theme.orElse(Theme.LIGHT);
    }

    /**
     * With these paper and text colours, in files and in notebooks. A figure without a choice
     * follows the page of the notebook as far as it is known, and is light in files.
     */
    public Figure theme(Theme other) {
        return new Figure(picture, title, size, Optional.of(other));
    }

    /** One sentence in place of the picture, for those who do not see it. */
    public String alt() {
        return AltText.of(this);
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
     * Writes a file in the format its name ends in: {@code .png} or {@code .jpg} at twice the
     * logical size; {@code .svg} or {@code .pdf} in strokes and text, in which frames of videos
     * stay pictures.
     *
     * @throws IllegalArgumentException where the name ends otherwise
     * @throws UncheckedIOException when the file cannot be written
     */
    public Figure save(Path file) {
        try {
            FigureFile.save(this, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The figure cannot be saved as " + file, e);
        }
        return this;
    }

    @Override
    public Showing show() {
        Figure shown = theme.isPresent() ? this : theme(NotebookTheme.current());
        Showing pixels = Showing.plain(words()).and(FigureImage.part(shown));
        return FigureImage.vectors(this, theme.isPresent()).map(pixels::and).orElse(pixels);
    }

    @Override
    public String toString() {
        return words();
    }

    private String words() {
        return title.isBlank() ? picture.words() : title + ": " + picture.words();
    }
}
