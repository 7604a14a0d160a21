package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/figures.md} shows each kind of figure, in light and dark, from the data of today. */
class FiguresPageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path FOLDER = DOCS.resolve("figures");
    private static final String WRITE = "ALPROLAB_WRITE_PAGES";

    @TempDir static Path cache;

    private static List<Gallery.Piece> pieces;

    @BeforeAll
    static void drawAnewWhereAsked() throws IOException {
        pieces = new Gallery(cache).pieces();
        if (System.getenv(WRITE) != null) {
            for (Gallery.Piece piece : pieces) {
                for (Theme theme : Theme.values()) {
                    piece.figure().theme(theme).save(FOLDER.resolve(piece.file(theme)));
                }
            }
            Files.writeString(DOCS.resolve("figures.md"), page());
        }
    }

    @Test
    void everyKindOfFigureIsShown() {
        Set<Class<?>> shown =
                pieces.stream()
                        .map(p -> p.figure().picture().getClass())
                        .collect(Collectors.toSet());

        assertThat(shown)
                .isEqualTo(Set.copyOf(Arrays.asList(Picture.class.getPermittedSubclasses())));
    }

    @Test
    void everyPictureLiesThereInBothThemesAndNoOther() throws IOException {
        Set<String> wanted =
                pieces.stream()
                        .flatMap(p -> Arrays.stream(Theme.values()).map(p::file))
                        .collect(Collectors.toSet());
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .as(written())
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    /** The page tells what is drawn in words, and so do the drawings that can. */
    @Test
    void pageAndDrawingsAreOfTheDataOfToday() throws IOException {
        assertThat(Files.readString(DOCS.resolve("figures.md"))).as(written()).isEqualTo(page());
        for (Gallery.Piece piece : pieces) {
            Path file = FOLDER.resolve(piece.file(Theme.DARK));
            if (piece.ending().equals("svg")) {
                String words = piece.figure().alt().replace("&", "&amp;").replace("<", "&lt;");
                assertThat(Files.readString(file)).as(written()).contains(words);
            }
        }
    }

    @Test
    void everyCallIsOneThatMakesAFigure() {
        assertThat(pieces)
                .allSatisfy(
                        p ->
                                assertThat(p.owner().getMethods())
                                        .as(p.call())
                                        .anyMatch(
                                                m ->
                                                        m.getName().equals(p.method())
                                                                && m.getReturnType()
                                                                        == Figure.class));
    }

    private static String written() {
        return "written anew by: " + WRITE + "=1 ./lab test dsl FiguresPageTest";
    }

    private static String page() {
        return """
                # Figures

                Every figure is data first: `figure.table()` gives it as a table, `figure.alt()` in one sentence, and
                `figure.save(Path.of("name.svg"))` writes it as `.svg`, `.pdf`, `.png` or `.jpg`. In a notebook charts follow
                the theme of the page; figures with pictures of videos take the one that JupyterLab has in its settings when they
                are drawn, or what the variable `ALPROLAB_THEME` says (`light` or `dark`). `figure.theme(Theme.DARK)` chooses by
                hand.

                The numbers on this page are made up to show the drawings. It is written by a test.
                """
                + pieces.stream().map(FiguresPageTest::section).collect(Collectors.joining());
    }

    private static String section(Gallery.Piece piece) {
        return """

                ## %s

                `%s`

                <picture>
                <source media="(prefers-color-scheme: dark)" srcset="figures/%s">
                <img width="%d" src="figures/%s" alt="%s">
                </picture>
                """
                .formatted(
                        piece.heading(),
                        piece.call(),
                        piece.file(Theme.DARK),
                        piece.figure().size().width(),
                        piece.file(Theme.LIGHT),
                        piece.figure().alt().replace("\"", "&quot;").replace("<", "&lt;"));
    }
}
