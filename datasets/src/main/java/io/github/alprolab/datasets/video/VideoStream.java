package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** One pass over the pictures of a file's video stream, from the first or a seeked one on. */
final class VideoStream implements AutoCloseable {
    private static final double FALLBACK_RATE = 25;

    /** A decoder that fails so often in a row will not recover. */
    private static final int MOST_FAILURES = 1000;

    private final Path file;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVCodecContext codec = avcodec.avcodec_alloc_context3(null);
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private AVStream stream;
    private boolean draining;

    /** Packets read so far that the file's edit list leaves out. */
    private int leftOut;

    private VideoStream(Path file) {
        this.file = file;
    }

    /**
     * Opens a file before its first picture.
     *
     * @throws ClipException if that is not possible
     */
    static VideoStream open(Path file) {
        Ffmpeg.load();
        ReadableFile.require(file);
        VideoStream opened = new VideoStream(file);
        try {
            opened.openContainer();
            opened.openDecoder();
            return opened;
        } catch (ClipException e) {
            boolean nothing = opened.tellsNothing(e);
            opened.close();
            throw nothing && ContainerEnd.isBeyond(file) ? cut(file) : e;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Whether not even a stream and its codec were found; sound alone is not cut for that. */
    private boolean tellsNothing(ClipException e) {
        return switch (e.fault()) {
            case NOT_A_VIDEO -> true;
            case NO_PICTURE_STREAM, CODEC_UNKNOWN -> StreamChoice.isWithoutCodecs(format);
            default -> false;
        };
    }

    /** Of a file in which no picture is found because it ends before. */
    private static ClipException cut(Path file) {
        return new ClipException(
                file,
                ClipFault.TRUNCATED,
                (ContainerEnd.isMp4(file)
                                ? "ends before the index (moov), which says where its pictures are, is whole"
                                : "ends before its first picture")
                        + "; fetch it again");
    }

    private void openContainer() {
        AVDictionary options = new AVDictionary(null);
        // A file may name others (playlists): never follow one over the network.
        avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
        // A picture's name is no pattern for the names of others.
        avutil.av_dict_set(options, "pattern_type", "none", 0);
        try (BytePointer address = Ffmpeg.address(file)) {
            int result = avformat.avformat_open_input(format, address, null, options);
            Ffmpeg.checked(
                    result, file, ClipFault.NOT_A_VIDEO, "is not a video that FFmpeg can open");
        } finally {
            avutil.av_dict_free(options);
        }
        Ffmpeg.checked(
                avformat.avformat_find_stream_info(format, (AVDictionary) null),
                file,
                ClipFault.NOT_A_VIDEO,
                "its streams cannot be told");
    }

    private void openDecoder() {
        stream = StreamChoice.of(format, file);
        AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        avcodec.avcodec_parameters_to_context(codec, stream.codecpar());
        codec.thread_count(1);
        codec.pkt_timebase(stream.time_base());
        Ffmpeg.checked(
                avcodec.avcodec_open2(codec, decoder, (AVDictionary) null),
                file,
                ClipFault.CODEC_UNKNOWN,
                "its decoder cannot be opened");
    }

    /** Nominal pictures per second; a guess of 25 where the file does not say. */
    double framesPerSecond() {
        AVRational rate = avformat.av_guess_frame_rate(format, stream, null);
        return rate.num() > 0 && rate.den() > 0 ? avutil.av_q2d(rate) : FALLBACK_RATE;
    }

    /** Decodes the next picture into {@link #frame()}; false at the end. */
    boolean next() {
        int failures = 0;
        while (failures < MOST_FAILURES) {
            int result = avcodec.avcodec_receive_frame(codec, frame);
            if (result >= 0) {
                return true;
            }
            if (result == Ffmpeg.END || result == Ffmpeg.AGAIN && draining) {
                return false;
            }
            if (result == Ffmpeg.AGAIN) {
                feed();
            } else {
                failures++;
            }
        }
        return false;
    }

    /**
     * Goes to the last picture at or before a time from which decoding can begin.
     *
     * @param time in the stream's units, see {@link #time()}
     * @return whether the container can do that; if not the position is undefined
     */
    boolean seek(long time) {
        draining = false;
        avcodec.avcodec_flush_buffers(codec);
        return avformat.av_seek_frame(format, stream.index(), time, avformat.AVSEEK_FLAG_BACKWARD)
                >= 0;
    }

    /** The picture decoded last; its memory is reused by {@link #next()}. */
    AVFrame frame() {
        return frame;
    }

    /** When the picture decoded last is shown; {@link FrameIndex#NO_TIME} if unknown. */
    long time() {
        return frame.best_effort_timestamp();
    }

    /** Whether decoding can begin at the picture decoded last. */
    boolean isKey() {
        return (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
    }

    /** Whether the picture decoded last was decoded without concealing losses. */
    boolean isSound() {
        return (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) == 0
                && frame.decode_error_flags() == 0;
    }

    /** Gives the decoder one packet; damaged ones are skipped, as they hold no picture. */
    private void feed() {
        while (avformat.av_read_frame(format, packet) >= 0) {
            boolean ours = packet.stream_index() == stream.index();
            boolean taken = ours && avcodec.avcodec_send_packet(codec, packet) >= 0;
            leftOut += ours && (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) != 0 ? 1 : 0;
            avcodec.av_packet_unref(packet);
            if (taken) {
                return;
            }
        }
        draining = true;
        avcodec.avcodec_send_packet(codec, null);
    }

    /** The container of the stream, open as long as this is. */
    AVFormatContext format() {
        return format;
    }

    /** The stream whose pictures these are. */
    AVStream stream() {
        return stream;
    }

    /** FFmpeg's name of the container's kind. */
    String container() {
        return format.iformat().name().getString();
    }

    /**
     * Pictures that the container counts for the stream, those it leaves out subtracted; 0 where it
     * does not count them. To be asked at the end, when {@code leftOut} is known.
     */
    long countedPictures() {
        boolean isIndexed = container().contains("mp4");
        int entries = isIndexed ? avformat.avformat_index_get_entries_count(stream) : 0;
        return Math.max(0, Math.max(stream.nb_frames(), entries) - leftOut);
    }

    /** Stated seconds of the longest stream; 0 where nothing is stated. */
    double seconds() {
        return Math.max(0, format.duration() / (double) avutil.AV_TIME_BASE);
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(codec);
        avformat.avformat_close_input(format);
    }
}
