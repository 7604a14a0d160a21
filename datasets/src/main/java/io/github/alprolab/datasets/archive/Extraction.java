package io.github.alprolab.datasets.archive;

import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Unpacks a zip, tar, tar.gz or tar.zst. A value: each edit returns a copy.
 *
 * <pre>{@code
 * Extraction.of(Path.of("YouTubeClips.tar"))
 *         .checksum(Checksum.md5("9bdb20fcf14d59524a6febca9f6a8d89"))
 *         .into(Path.of("msvd"));
 * }</pre>
 *
 * <p>Files are unpacked beside the target folder and moved there one by one, whole, once the last
 * entry has been read; a target that does not exist appears whole. An archive that is refused or
 * damaged therefore leaves the target as it was. A run that is stopped goes on where it was when it
 * is started again.
 *
 * <p>Refused are: names that leave the folder, absolute names, names that Windows cannot hold,
 * names that collide on some file system, links, devices, sparse and encrypted files, files that
 * exist with other content, and whatever breaks {@link ArchiveLimits}.
 */
public final class Extraction {
    private final Path archive;
    private final ArchiveLimits limits;
    private final Optional<Checksum> checksum;

    private Extraction(Path archive, ArchiveLimits limits, Optional<Checksum> checksum) {
        this.archive = archive;
        this.limits = limits;
        this.checksum = checksum;
    }

    /** Under the standard limits and without a checksum. */
    public static Extraction of(Path archive) {
        return new Extraction(archive, ArchiveLimits.standard(), Optional.empty());
    }

    /** With other limits. */
    public Extraction limits(ArchiveLimits other) {
        return new Extraction(archive, other, checksum);
    }

    /** Verified before anything is unpacked. */
    public Extraction checksum(Checksum expected) {
        return new Extraction(archive, limits, Optional.of(expected));
    }

    /**
     * Unpacks into a folder of its own beside the archive, unless that was done before. The
     * folder's name has eight digits that change when the size or time of the archive does: a
     * changed archive is unpacked anew, and what was made of it before stays.
     *
     * @return the folder
     * @throws ArchiveException as {@link #into(Path, ArchiveProgress)}
     */
    public Path beside(ArchiveProgress progress) {
        Path folder;
        try {
            ArchiveKind.of(archive);
            String state = Digest.sha256().add(Journal.title(archive)).hex().substring(0, 8);
            folder = archive.resolveSibling(archive.getFileName() + "-unpacked-" + state);
        } catch (IOException e) {
            throw new ArchiveException(archive, "cannot be read: " + e, e);
        }
        if (!Files.isDirectory(folder)) {
            into(folder, progress);
        }
        return folder;
    }

    /** Unpacks without telling of progress. */
    public Extracted into(Path folder) {
        return into(folder, ArchiveProgress.silent());
    }

    /**
     * Unpacks.
     *
     * @param folder made when it is not there
     * @throws ArchiveException when the archive is refused, damaged or cannot be written; names the
     *     entry and what to do
     */
    public Extracted into(Path folder, ArchiveProgress progress) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            ArchiveKind.of(archive);
            if (checksum.isPresent()) {
                checksum.get().verify(archive);
            }
            try (Staging staging = Staging.open(archive, target)) {
                return unpack(staging, target, progress);
            }
        } catch (IOException e) {
            throw new ArchiveException(
                    archive,
                    "cannot be unpacked into %s: %s; see that it can be written and has room, then run again to go on, or unpack to another place: Extraction.of(archive).into(folder)"
                            .formatted(target, e),
                    e);
        }
    }

    private Extracted unpack(Staging staging, Path target, ArchiveProgress progress)
            throws IOException {
        Unpacking unpacking = new Unpacking(archive, limits, staging, progress);
        try {
            unpacking.run();
            staging.moveInto(target);
        } catch (RefusedException e) {
            staging.discard();
            throw new ArchiveException(archive, e.getMessage(), e.getCause());
        } catch (ArchiveException e) {
            staging.discard();
            throw e;
        }
        return new Extracted(target, staging.files(), unpacking.resumed(), unpacking.bytes());
    }
}
