package io.github.alprolab.datasets.archive;

import static org.apache.commons.compress.archivers.tar.TarConstants.LF_BLK;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_CHR;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_CONTIG;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_DIR;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_FIFO;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_GNUTYPE_SPARSE;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_LINK;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_NORMAL;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_OLDNORM;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_SYMLINK;

/**
 * An entry of a tar by its header and what describes it.
 *
 * @param type the header's type byte
 * @param name as the archive spells it
 * @param size of the contents in bytes
 * @param sparse whether holes are left out of the contents
 */
record TarEntry(byte type, String name, long size, boolean sparse) {
    static final byte VOLUME_LABEL = 'V';
    private static final byte LIST_OF_A_FOLDER = 'D';
    private static final byte REST_OF_A_FILE = 'M';

    /** Tars older than the type of folders tell one by its name. */
    boolean folder() {
        return type == LF_DIR || name.endsWith("/");
    }

    /** What it is, other than a plain file or folder; empty for these two. */
    String oddity() {
        if (sparse) {
            return "a sparse file";
        }
        return switch (type) {
            case LF_NORMAL, LF_OLDNORM, LF_CONTIG, LF_DIR ->
                    folder() && size > 0 ? "a folder with contents of its own" : "";
            case LF_SYMLINK -> "a symbolic link";
            case LF_LINK -> "a hard link";
            case LF_CHR, LF_BLK, LF_FIFO -> "a device or other special file";
            case LF_GNUTYPE_SPARSE -> "a sparse file";
            case LIST_OF_A_FOLDER -> "the list of a folder in an incremental backup";
            case REST_OF_A_FILE -> "the rest of a file that begins in another volume";
            case VOLUME_LABEL -> "a volume label with contents";
            default -> "of the unknown type \"%s\"".formatted(EntryName.shown("" + (char) type));
        };
    }
}
