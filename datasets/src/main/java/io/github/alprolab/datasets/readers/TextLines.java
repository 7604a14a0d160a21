package io.github.alprolab.datasets.readers;

import java.util.ArrayList;
import java.util.List;

/** What a file is whose lines are plain text, or text with tabs and without a header. */
final class TextLines {
    private TextLines() {}

    /** Kinds of texts with words between spaces. */
    static List<AnnotationKind> words(RowSample sample) {
        List<String[]> lines =
                sample.texts(Lines.TEXT).stream().map(line -> line.strip().split("\\s+")).toList();
        List<String> first = lines.stream().map(words -> words[0]).toList();
        boolean named = Shapes.most(first, Shapes::isName);
        List<AnnotationKind> kinds = new ArrayList<>();
        if (lines.stream().allMatch(words -> words.length == 1)) {
            kinds.add(AnnotationKind.VIDEO_LIST);
            // An entity list may go without counts.
            if (!named) {
                kinds.add(AnnotationKind.ENTITIES);
            }
        } else if (lines.stream().allMatch(words -> words.length == 2)) {
            boolean counted = lines.stream().allMatch(words -> words[1].matches("\\d+"));
            kinds.add(counted && !named ? AnnotationKind.ENTITIES : AnnotationKind.VIDEO_NAMES);
        }
        return kinds;
    }

    /** Kinds of texts with two columns between which a tab stands. */
    static List<AnnotationKind> tabs(RowSample sample) {
        List<String[]> lines =
                sample.texts(Lines.TEXT).stream().map(line -> line.split("\t", -1)).toList();
        if (isLsmdc(sample)) {
            return List.of(AnnotationKind.LSMDC_TEXT);
        }
        if (!lines.stream().allMatch(cells -> cells.length == 2)) {
            return List.of();
        }
        boolean firstIsAddress = lines.stream().allMatch(cells -> Shapes.isAddress(cells[0]));
        boolean secondIsAddress = lines.stream().allMatch(cells -> Shapes.isAddress(cells[1]));
        if (firstIsAddress == secondIsAddress) {
            return List.of();
        }
        return List.of(firstIsAddress ? AnnotationKind.TGIF_TSV : AnnotationKind.CC3M_TSV);
    }

    /** Six cells a line, of which the four in the middle are times: 00.12.34.567. */
    static boolean isLsmdc(RowSample sample) {
        return Shapes.all(
                sample.texts(Lines.TEXT),
                line ->
                        line.matches(
                                "[^\\t]+(\\t *\\d\\d\\.\\d\\d\\.\\d\\d\\.\\d+ *){4}\\t[^\\t]*"));
    }
}
