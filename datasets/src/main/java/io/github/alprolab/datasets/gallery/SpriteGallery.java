package io.github.alprolab.datasets.gallery;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.datasets.sprites.SpriteQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One static page of looping clips with captions, boxes, questions and answers. It needs no script
 * and loads nothing; all text is escaped.
 */
public final class SpriteGallery {
    private static final int MOST = 100;

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; --side: 160px; }
            body { margin: 1.5rem; }
            code { overflow-wrap: anywhere; }
            section { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 1rem; }
            article { display: grid; grid-template-columns: var(--side) 1fr; gap: .25rem .75rem; border: 1px solid #8886; border-radius: 6px; padding: .75rem; align-content: start; }
            h3 { margin: 0; font-size: 1em; grid-column: 1 / -1; }
            ul { margin: 0; padding-left: 1.1em; }
            dl { margin: 0; grid-column: 1 / -1; }
            dd { margin: 0 0 .25rem 1.1em; }
            s { opacity: .6; }
            .clip { width: var(--side); height: var(--side); overflow: hidden; }
            .film { position: relative; height: var(--side); width: calc(var(--n) * var(--side)); animation: play calc(var(--n) / var(--rate) * 1s) steps(var(--n)) infinite; }
            .film img, .film svg { position: absolute; width: 100%%; height: 100%%; }
            .film svg { display: none; }
            body:has(#boxes:checked) .film svg { display: block; }
            rect { fill: none; stroke: #f0f; stroke-width: 12; }
            @keyframes play { to { transform: translateX(-100%%); } }
            @media (prefers-reduced-motion: reduce) { .film { animation-play-state: paused; } .clip:hover .film { animation-play-state: running; } }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            <p>%2$s<br>data hash <code>%3$s</code></p>
            <p><label><input type="checkbox" id="boxes"> show who is where</label></p>
            """;

    private SpriteGallery() {}

    /**
     * Writes the page with the first clips of every split, without encoding them.
     *
     * @param file where; replaced if it exists; appears whole or not at all
     * @param clips most clips of a split, 1..100
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(MovingSprites corpus, int clips, Path file) throws IOException {
        if (clips < 1 || clips > MOST) {
            throw new IllegalArgumentException(
                    "a gallery shows 1..%s clips of a split, got %s".formatted(MOST, clips));
        }
        AtomicFile.write(file, page(corpus.unencoded(), clips));
        return file;
    }

    private static String page(MovingSprites corpus, int clips) {
        String head =
                HEAD.formatted(
                        Html.escape(corpus.name()),
                        Html.escape(corpus.toString()),
                        Html.escape(corpus.hash()));
        String sections =
                Stream.of(Split.values())
                        .map(split -> section(corpus, split, clips))
                        .collect(Collectors.joining());
        return head + sections + "</body>\n</html>\n";
    }

    private static String section(MovingSprites corpus, Split split, int clips) {
        Map<String, List<SpriteQuestion>> questions =
                corpus
                        .clips(split, Math.min(clips, corpus.scripts(split).size()))
                        .questions(split)
                        .stream()
                        .collect(Collectors.groupingBy(q -> q.question().video()));
        return corpus.pairs(split).stream()
                .limit(clips)
                .map(pair -> card(pair, questions.getOrDefault(pair.id(), List.of())))
                .collect(
                        Collectors.joining(
                                "", "<h2>" + split + "</h2>\n<section>\n", "</section>\n"));
    }

    private static String card(Pair pair, List<SpriteQuestion> questions) {
        String captions =
                pair.captions().stream()
                        .map(caption -> "<li>" + Html.escape(caption) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
        String asked =
                questions.stream().map(SpriteGallery::asked).collect(Collectors.joining("\n"));
        return "<article>\n<h3>%s</h3>\n%s\n%s\n<dl>%s</dl>\n</article>\n"
                .formatted(Html.escape(pair.id()), Film.of(pair), captions, asked);
    }

    private static String asked(SpriteQuestion question) {
        String wrong =
                question.distractors().stream()
                        .map(answer -> "<s>" + Html.escape(answer) + "</s>")
                        .collect(Collectors.joining(" "));
        return "<dt>%s</dt><dd><b>%s</b> %s</dd>"
                .formatted(
                        Html.escape(question.question().text()),
                        Html.escape(question.question().answer()),
                        wrong);
    }
}
