package io.github.alprolab.datasets.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.alprolab.datasets.readers.VideoFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real data sets that readers exist for. */
public final class Catalogue {
    private static final String RESOURCE = "catalogue.json";
    private static final int DEPTH = 3;

    private Catalogue() {}

    /** All entries, retrieval first, then questions, then pre-training. */
    public static List<CatalogueEntry> entries() {
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            return new JsonMapper().readValue(in, new TypeReference<List<CatalogueEntry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Looks into the folder of a data set below a user's folder of data, for instance {@code
     * data/msrvtt}; nothing is opened.
     */
    public static Found found(CatalogueEntry entry, Path data) {
        Path folder = data.resolve(entry.folder());
        if (!Files.isDirectory(folder)) {
            return Found.NOTHING;
        }
        try (Stream<Path> files =
                Files.find(folder, DEPTH, (path, kind) -> Files.isRegularFile(path))) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            return new Found(
                    VideoFolder.of(folder).size(),
                    names.stream()
                            .filter(name -> name.matches(".+\\.(jsonl?|csv|tsv|txt)"))
                            .count(),
                    names.stream().filter(name -> entry.archive(name).isPresent()).count());
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
    }
}
