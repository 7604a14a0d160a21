package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * One line of an index: the name of a file, the state it was in, what a pass over its pictures
 * told, and a checksum. A line is of use to the version of FFmpeg that wrote it.
 */
final class IndexEntry {
    private static final String FORMAT = "1." + avcodec.avcodec_version();
    private static final String SOUND = "video";
    private static final String BROKEN = "fault";
    private static final String BETWEEN = "\t";
    private static final int HEAD = 4;

    /** An irregular film's times are worth no more; it is then read without jumping. */
    private static final int MOST_INDEX_LETTERS = 1 << 15;

    /** Faults that only a change of the file mends. */
    private static final Set<ClipFault> LASTING =
            EnumSet.of(
                    ClipFault.EMPTY,
                    ClipFault.NOT_A_VIDEO,
                    ClipFault.NO_PICTURE_STREAM,
                    ClipFault.CODEC_UNKNOWN,
                    ClipFault.NO_PICTURE,
                    ClipFault.TRUNCATED);

    private final List<String> fields;

    private IndexEntry(List<String> fields) {
        this.fields = fields;
    }

    /** Of a file that was read. */
    static IndexEntry of(FileStamp stamp, VideoScan.Result scan) {
        VideoInfo i = scan.info();
        return of(
                i.file(),
                stamp,
                SOUND,
                i.container(),
                i.codec(),
                i.pixelFormat(),
                i.width(),
                i.height(),
                i.sampleAspectRatio(),
                i.rotation(),
                i.stream(),
                i.pictureStreams(),
                i.frameCount(),
                i.statedFrameCount(),
                i.concealed(),
                i.truncated(),
                i.keyframes(),
                i.framesPerSecond(),
                scan.index().text(MOST_INDEX_LETTERS));
    }

    /** Of a file that cannot be read; none where another attempt may succeed. */
    static Optional<IndexEntry> of(Path file, FileStamp stamp, ClipException e) {
        return LASTING.contains(e.fault())
                ? Optional.of(of(file, stamp, BROKEN, e.fault(), e.reason()))
                : Optional.empty();
    }

    private static IndexEntry of(Path file, FileStamp stamp, String kind, Object... told) {
        List<String> fields = new ArrayList<>();
        fields.addAll(List.of(FORMAT, encoded(file.getFileName()), encoded(stamp), kind));
        for (Object field : told) {
            fields.add(encoded(field));
        }
        return new IndexEntry(List.copyOf(fields));
    }

    /** Reads a line; none where it is damaged, or of another version. */
    static Optional<IndexEntry> parse(String line) {
        int end = line.lastIndexOf(BETWEEN);
        if (end < 0 || !line.substring(end + 1).equals(checksum(line.substring(0, end)))) {
            return Optional.empty();
        }
        List<String> fields = List.of(line.substring(0, end).split(BETWEEN, -1));
        boolean known = fields.get(0).equals(FORMAT) && fields.size() > HEAD;
        return known ? Optional.of(new IndexEntry(fields)) : Optional.empty();
    }

    String line() {
        String text = String.join(BETWEEN, fields);
        return text + BETWEEN + checksum(text);
    }

    /** The name of the file within its folder. */
    String name() {
        return decoded(1);
    }

    boolean isOf(FileStamp stamp) {
        return decoded(2).equals(stamp.toString());
    }

    /**
     * What the pass told.
     *
     * @throws ClipException if it told that the file cannot be read
     */
    VideoScan.Result result(Path file) {
        if (fields.get(3).equals(BROKEN)) {
            throw new ClipException(file, ClipFault.valueOf(decoded(4)), decoded(5));
        }
        int pictures = whole(13);
        VideoInfo info =
                new VideoInfo(
                        file,
                        decoded(4),
                        decoded(5),
                        decoded(6),
                        whole(7),
                        whole(8),
                        Double.parseDouble(decoded(9)),
                        whole(10),
                        whole(11),
                        whole(12),
                        pictures,
                        whole(14),
                        whole(15),
                        Boolean.parseBoolean(decoded(16)),
                        whole(17),
                        Double.parseDouble(decoded(18)));
        return new VideoScan.Result(info, FrameIndex.parse(decoded(19), pictures));
    }

    private int whole(int field) {
        return Integer.parseInt(decoded(field));
    }

    private String decoded(int field) {
        return URLDecoder.decode(fields.get(field), StandardCharsets.UTF_8);
    }

    private static String encoded(Object field) {
        return URLEncoder.encode(field.toString(), StandardCharsets.UTF_8);
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
