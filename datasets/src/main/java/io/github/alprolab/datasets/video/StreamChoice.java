package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Which stream of a file is the video: among those that can be decoded the default one; of several
 * or no default ones the largest, of equally large ones the first. Covers and thumbnails are none.
 */
final class StreamChoice {
    private static final int STILL =
            avformat.AV_DISPOSITION_ATTACHED_PIC | avformat.AV_DISPOSITION_TIMED_THUMBNAILS;

    private StreamChoice() {}

    /**
     * @throws ClipException if no stream has pictures or none can be decoded
     */
    static AVStream of(AVFormatContext format, Path file) {
        List<AVStream> pictures =
                streams(format).stream().filter(StreamChoice::hasPictures).toList();
        if (pictures.isEmpty()) {
            throw new ClipException(file, ClipFault.NO_PICTURE_STREAM, "holds no picture stream");
        }
        List<AVStream> decodable = only(pictures, StreamChoice::isDecodable);
        if (decodable.isEmpty()) {
            throw new ClipException(
                    file,
                    ClipFault.CODEC_UNKNOWN,
                    "is encoded as %s, which this FFmpeg cannot decode; convert it, for example to H.264"
                            .formatted(codecName(pictures.get(0))));
        }
        List<AVStream> defaults =
                only(decodable, s -> (s.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0);
        return largest(defaults.isEmpty() ? decodable : defaults);
    }

    /** How many streams have pictures. */
    static int pictureStreams(AVFormatContext format) {
        return only(streams(format), StreamChoice::hasPictures).size();
    }

    /** The codec's short name, such as {@code h264}; its four letters where it is unknown. */
    static String codecName(AVStream stream) {
        int codec = stream.codecpar().codec_id();
        if (codec != avcodec.AV_CODEC_ID_NONE) {
            return avcodec.avcodec_get_name(codec).getString();
        }
        byte[] letters = new byte[avutil.AV_FOURCC_MAX_STRING_SIZE];
        avutil.av_fourcc_make_string(letters, stream.codecpar().codec_tag());
        return new String(letters, StandardCharsets.US_ASCII).trim();
    }

    private static List<AVStream> streams(AVFormatContext format) {
        return IntStream.range(0, format.nb_streams()).mapToObj(format::streams).toList();
    }

    private static boolean hasPictures(AVStream stream) {
        return stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO
                && (stream.disposition() & STILL) == 0;
    }

    /** Whether no stream says how it is encoded, as in a file cut within its index. */
    static boolean isWithoutCodecs(AVFormatContext format) {
        return streams(format).stream()
                .map(AVStream::codecpar)
                .allMatch(c -> c.codec_id() == avcodec.AV_CODEC_ID_NONE && c.codec_tag() == 0);
    }

    private static boolean isDecodable(AVStream stream) {
        return avcodec.avcodec_find_decoder(stream.codecpar().codec_id()) != null;
    }

    private static List<AVStream> only(List<AVStream> streams, Predicate<AVStream> wanted) {
        return streams.stream().filter(wanted).toList();
    }

    private static AVStream largest(List<AVStream> streams) {
        List<AVStream> left = new ArrayList<>(streams);
        left.sort((a, b) -> Long.compare(area(b), area(a)));
        return left.get(0);
    }

    private static long area(AVStream stream) {
        return (long) stream.codecpar().width() * stream.codecpar().height();
    }
}
