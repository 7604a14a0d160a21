package io.github.alprolab.datasets.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tars of a corpus, every one of them: a list of which the first alone is read looks like a
 * small corpus.
 *
 * @param files at least one
 */
record TarFiles(List<Path> files) {
    private static final Pattern ROW = Pattern.compile("(.*)\\{(\\d{1,9})\\.\\.(\\d{1,9})}(.*)");
    private static final int MOST = 1_000_000;
    private static final int SHOWN = 3;

    static TarFiles of(Path given) {
        Matcher row = ROW.matcher(given.toString());
        List<Path> files = row.matches() ? row(given, row) : found(given);
        List<Path> missing = files.stream().filter(f -> !Files.isRegularFile(f)).toList();
        if (!missing.isEmpty()) {
            throw new AnnotationException(
                    given.toString(),
                    "%d of %d tars are not there, first %s; all of them are read, so fetch them or name others"
                            .formatted(
                                    missing.size(),
                                    files.size(),
                                    missing.stream().limit(SHOWN).toList()));
        }
        return new TarFiles(files);
    }

    private static List<Path> row(Path given, Matcher row) {
        int first = Integer.parseInt(row.group(2));
        int last = Integer.parseInt(row.group(3));
        if (last < first || last - first >= MOST) {
            throw new AnnotationException(
                    given.toString(),
                    "{%s..%s} is a row of none or of more than %,d tars; write {00000..00099}"
                            .formatted(row.group(2), row.group(3), MOST));
        }
        String digits = "%0" + row.group(2).length() + "d";
        return IntStream.rangeClosed(first, last)
                .mapToObj(n -> Path.of(row.group(1) + digits.formatted(n) + row.group(4)))
                .toList();
    }

    private static List<Path> found(Path given) {
        if (!Files.isDirectory(given)) {
            return List.of(given);
        }
        try (Stream<Path> all = Files.list(given)) {
            List<Path> tars =
                    all.filter(f -> f.getFileName().toString().endsWith(".tar")).sorted().toList();
            if (tars.isEmpty()) {
                throw new AnnotationException(
                        given.toString(), "holds no .tar; name the folder with the tars");
            }
            return tars;
        } catch (IOException e) {
            throw new AnnotationException(given.toString(), "cannot be listed: " + e, e);
        }
    }
}
