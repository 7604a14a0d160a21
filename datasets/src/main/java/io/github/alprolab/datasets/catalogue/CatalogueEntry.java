package io.github.alprolab.datasets.catalogue;

import io.github.alprolab.datasets.archive.Checksum;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a data set.
 *
 * @param name as publications spell it
 * @param folder the folder of it that {@link Catalogue#found} looks for
 * @param dsl the expression that reads it
 * @param content how much it holds
 * @param licence under which it may be used
 * @param source where to get it
 * @param archives the files that are fetched, with checksums
 */
public record CatalogueEntry(
        String name,
        String folder,
        String dsl,
        String content,
        String licence,
        String source,
        List<Archive> archives) {
    public CatalogueEntry {
        archives = List.copyOf(archives);
    }

    /**
     * An archive that the publisher offers.
     *
     * @param file its name
     * @param md5 its published sum in hexadecimal digits
     */
    public record Archive(String file, String md5) {
        /** What {@link io.github.alprolab.datasets.archive.Extraction} verifies. */
        public Checksum checksum() {
            return Checksum.md5(md5);
        }
    }

    /** The archive of this name. */
    public Optional<Archive> archive(String file) {
        return archives.stream().filter(archive -> archive.file.equals(file)).findFirst();
    }
}
