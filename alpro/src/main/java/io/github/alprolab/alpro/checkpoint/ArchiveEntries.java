package io.github.alprolab.alpro.checkpoint;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** What an entry of a checkpoint's archive may be; all else is refused before it is read. */
final class ArchiveEntries {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*\\.(json|safetensors)");

    /** Of a JSON entry: a vocabulary and the names of entities are far smaller. */
    private static final long JSON_MOST = 64L << 20;

    private ArchiveEntries() {}

    /**
     * Checks an entry's head.
     *
     * @param seen names of the entries before it
     * @param fileSize bytes of the whole archive
     */
    static void require(TarArchiveEntry entry, Set<String> seen, long fileSize) throws IOException {
        String name = entry.getName();
        boolean plain =
                entry.getLinkFlag() == TarConstants.LF_NORMAL
                        || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
        if (!NAME.matcher(name).matches() || !plain || entry.isSparse()) {
            throw new IOException(
                    "“%s” is no part of a checkpoint, which holds plain .json and .safetensors files"
                            .formatted(name));
        }
        if (seen.contains(name)) {
            throw new IOException(name + " is there twice");
        }
        long most = name.endsWith(".json") ? Math.min(JSON_MOST, fileSize) : fileSize;
        if (entry.getSize() > most) {
            throw new IOException(
                    "%s claims %d bytes; at most %d are possible"
                            .formatted(name, entry.getSize(), most));
        }
    }
}
