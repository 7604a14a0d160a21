package io.github.alprolab.datasets.sprites;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The nouns of the corpus and where their pictures are, read from the table in this package. */
public final class SpriteTable {
    private static final String RESOURCE = "sprites.tsv";
    private static final int FIELDS = 6;

    private SpriteTable() {}

    /** All rows, in alphabetical order. */
    public static List<Noun> nouns() {
        return Rows.ALL;
    }

    private static Noun parse(String line) {
        String[] fields = line.split("\t");
        if (fields.length != FIELDS) {
            throw new IllegalStateException(
                    RESOURCE + ": a row needs " + FIELDS + " tab-separated fields, got: " + line);
        }
        return new Noun(
                fields[0],
                fields[1],
                fields[2],
                Integer.parseInt(fields[3]),
                Integer.parseInt(fields[4]),
                NounGrammar.valueOf(fields[5].toUpperCase(Locale.ROOT)));
    }

    private static List<Noun> read() {
        try (InputStream in = SpriteTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(SpriteTable::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    private static final class Rows {
        private static final List<Noun> ALL = read();
    }
}
