package io.github.alprolab.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kinds of archive, told by their first bytes whatever the file's name says. */
enum ArchiveKind {
    ZIP,
    TAR,
    TAR_GZ,
    TAR_ZST;

    private static final int TAR_MAGIC = 257;
    private static final int HEAD = 512;

    static boolean hasTarMagic(byte[] head) {
        return head.length >= TAR_MAGIC + 5
                && new String(head, TAR_MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    static ArchiveKind of(Path archive) throws IOException {
        if (!Files.isRegularFile(archive)) {
            throw new ArchiveException(
                    archive, Files.exists(archive) ? "is not a regular file" : "does not exist");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(archive)) {
            head = in.readNBytes(HEAD);
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (starts(head, 0x1f, 0x8b)) {
            return TAR_GZ;
        }
        if (starts(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            return TAR_ZST;
        }
        if (hasTarMagic(head)) {
            return TAR;
        }
        throw new ArchiveException(
                archive,
                head.length == 0
                        ? "is empty; fetch it again"
                        : "is no zip, tar, tar.gz or tar.zst; unpack it with a program of its own kind, or give the folder in which it lies");
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
