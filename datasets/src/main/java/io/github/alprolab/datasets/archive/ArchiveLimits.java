package io.github.alprolab.datasets.archive;

/**
 * How much an archive may unpack to.
 *
 * @param entries files and folders, at least 1
 * @param bytes of all files together, at least 1
 * @param ratio bytes unpacked for each byte of the archive, at least 1; looked at beyond the first
 *     16 MiB only, since small texts shrink far more than any video
 */
public record ArchiveLimits(long entries, long bytes, long ratio) {
    private static final long FREE_OF_RATIO = 16L << 20;

    public ArchiveLimits {
        if (entries < 1 || bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException(
                    "limits are at least 1, got entries %d, bytes %d, ratio %d"
                            .formatted(entries, bytes, ratio));
        }
    }

    /** 100,000 entries, 100 GiB, 100 bytes for one: all of MSRVTT, MSVD and DiDeMo fit. */
    public static ArchiveLimits standard() {
        return new ArchiveLimits(100_000, 100L << 30, 100);
    }

    /** With another number of files and folders. */
    public ArchiveLimits entries(long most) {
        return new ArchiveLimits(most, bytes, ratio);
    }

    /** With another number of bytes. */
    public ArchiveLimits bytes(long most) {
        return new ArchiveLimits(entries, most, ratio);
    }

    /** With another number of bytes for each byte of the archive. */
    public ArchiveLimits ratio(long most) {
        return new ArchiveLimits(entries, bytes, most);
    }

    /** The limit that these numbers break, as the end of a sentence; empty when all are kept. */
    String broken(long entriesSeen, long bytesSeen, long archiveBytes) {
        if (entriesSeen > entries) {
            return "has more than the %,d entries allowed".formatted(entries)
                    + advice("entries", entries);
        }
        if (bytesSeen > bytes) {
            return "unpacks to more than the %,d bytes allowed".formatted(bytes)
                    + advice("bytes", bytes);
        }
        // Divided rather than multiplied, so that a huge limit cannot overflow.
        if (bytesSeen > FREE_OF_RATIO && bytesSeen / ratio >= Math.max(1, archiveBytes)) {
            return "unpacks to more than %,d times its own %,d bytes".formatted(ratio, archiveBytes)
                    + advice("ratio", ratio);
        }
        return "";
    }

    private static String advice(String limit, long value) {
        return "; when you trust it, raise the limit: Extraction.of(archive).limits(ArchiveLimits.standard().%s(%d)).into(folder)"
                .formatted(limit, value > Long.MAX_VALUE / 10 ? Long.MAX_VALUE : value * 10);
    }
}
