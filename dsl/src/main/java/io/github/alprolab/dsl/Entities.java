package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.datasets.text.EntityCount;
import io.github.alprolab.datasets.text.EntityFile;
import io.github.alprolab.datasets.text.EntityMiner;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.figure.Bar;
import io.github.alprolab.dsl.figure.Bars;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names that a prompter chooses among, E of them. A value: each edit returns a copy. */
public final class Entities implements Shown {
    /** Entities in fewer captions than this are hard to learn. */
    private static final int RARE = 5;

    private final List<EntityCount> counts;

    private Entities(List<EntityCount> counts) {
        this.counts = List.copyOf(counts);
    }

    /** The nouns of all captions, most frequent first. */
    public static Entities nouns(Pairs pairs) {
        Stream<String> captions = pairs.all().stream().flatMap(pair -> pair.captions().stream());
        return new Entities(EntityMiner.english().mine(captions).entities());
    }

    /**
     * Those of a file with "noun count" lines, which is the published format.
     *
     * @throws AdviceException when it cannot be read; names file and row
     */
    public static Entities file(Path file) {
        try {
            return new Entities(EntityFile.read(file));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw AdviceException.unreadable(
                    "Entities.file",
                    e,
                    "Entities.nouns(pairs).top(1000).save(Path.of(\"nouns.txt\"))");
        }
    }

    /**
     * Writes them as "noun count" lines, whole or not at all.
     *
     * @throws AdviceException when a name holds a space or the file cannot be written
     */
    public Entities save(Path file) {
        try {
            EntityFile.write(file, counts);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw AdviceException.unreadable(
                    "Entities.save",
                    e,
                    "Entities.nouns(pairs).top(1000).save(Path.of(\"nouns.txt\"))");
        }
        return this;
    }

    /** These names; how often they occur is not known. */
    public static Entities of(String... names) {
        return new Entities(Stream.of(names).distinct().map(n -> new EntityCount(n, 0)).toList());
    }

    /**
     * The most frequent ones.
     *
     * @param most at least 1; fewer are kept where there are fewer
     */
    public Entities top(int most) {
        Range.atLeast(1, most, "top");
        return new Entities(counts.stream().limit(most).toList());
    }

    /** Their names, most frequent first. */
    public List<String> names() {
        return counts.stream().map(EntityCount::entity).toList();
    }

    /** E. */
    public int size() {
        return counts.size();
    }

    /** How often each occurs; those under 5 times are grey. */
    public Figure frequencies() {
        List<Bar> bars = counts.stream().map(Entities::bar).toList();
        return Figure.of(
                new Bars("Captions that name the entity · " + counts.size() + " entities", bars));
    }

    /** How many occur, but too rarely. */
    long rare() {
        return counts.stream().filter(c -> c.count() > 0 && c.count() < RARE).count();
    }

    /** C23: which of them a prompter reads as several word pieces, or does not know. */
    Finding check(Checkpoint prompter) {
        Set<String> known = Set.copyOf(prompter.manifest().vocabulary());
        List<String> unknown = new ArrayList<>();
        List<String> split = new ArrayList<>();
        try (Tokenizer tokenizer = Tokenizer.bertUncased()) {
            for (String name : names()) {
                List<String> pieces = tokenizer.pieces(name);
                if (!known.containsAll(pieces)) {
                    unknown.add(name);
                } else if (pieces.size() > name.split(" ").length) {
                    split.add(name + " (" + pieces.size() + ")");
                }
            }
        }
        return Checks.entityPieces(unknown, split);
    }

    private static Bar bar(EntityCount count) {
        Ink ink = count.count() < RARE ? Ink.FADED : Ink.PLAIN;
        return new Bar(count.entity(), count.count(), Numbers.whole(count.count()), ink, false);
    }

    @Override
    public Showing show() {
        return frequencies().show();
    }

    /** Equal are equal names in equal order: what a prompter is asked, however it was counted. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Entities that && names().equals(that.names());
    }

    @Override
    public int hashCode() {
        return names().hashCode();
    }

    @Override
    public String toString() {
        return "Entities.of(" + Code.of(names()) + ")";
    }
}
