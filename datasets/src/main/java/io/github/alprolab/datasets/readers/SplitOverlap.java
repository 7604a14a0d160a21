package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A video that two splits share.
 *
 * @param split the earlier split
 * @param video its name there
 * @param other the later split
 * @param twin its name there; another one when the files have equal content
 */
public record SplitOverlap(Split split, String video, Split other, String twin) {

    /** Names that stand in two lists, for annotations without videos. */
    public static List<String> names(Collection<String> first, Collection<String> second) {
        return first.stream().filter(second::contains).toList();
    }

    /**
     * Pairs of different splits with one file, or with files of equal content. Only files of equal
     * size are read.
     */
    public static List<SplitOverlap> among(List<Pair> pairs) {
        Map<Long, List<Pair>> bySize =
                pairs.stream()
                        .filter(pair -> pair.clip() instanceof FileClip)
                        .collect(Collectors.groupingBy(pair -> FileClip.of(pair).bytes()));
        List<SplitOverlap> found = new ArrayList<>();
        bySize.values().forEach(same -> found.addAll(equal(same)));
        found.sort((a, b) -> a.video.compareTo(b.video));
        return found;
    }

    private static List<SplitOverlap> equal(List<Pair> sameSize) {
        if (sameSize.stream().map(Pair::split).distinct().count() < 2) {
            return List.of();
        }
        List<SplitOverlap> found = new ArrayList<>();
        Map<String, Pair> first = new HashMap<>();
        sameSize.stream()
                .sorted((a, b) -> a.split().compareTo(b.split()))
                .forEach(
                        pair -> {
                            Pair twin = first.putIfAbsent(content(FileClip.of(pair).file()), pair);
                            if (twin != null && twin.split() != pair.split()) {
                                found.add(
                                        new SplitOverlap(
                                                twin.split(), twin.id(), pair.split(), pair.id()));
                            }
                        });
        return found;
    }

    private static String content(Path file) {
        try {
            return Digest.sha256().add(file).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "%s in %s is %s in %s".formatted(twin, other, video, split);
    }
}
