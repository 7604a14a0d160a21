package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** One pass over the pictures of a file's best video stream, from the first on. */
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
        VideoStream opened = new VideoStream(file);
        try {
            opened.openContainer();
            opened.openDecoder();
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void openContainer() {
        AVDictionary options = new AVDictionary(null);
        // A file may name others (playlists): never follow one over the network.
        avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
        try (BytePointer address = Ffmpeg.address(file)) {
            int result = avformat.avformat_open_input(format, address, null, options);
            Ffmpeg.checked(result, file, "is not a video that FFmpeg can open");
        } finally {
            avutil.av_dict_free(options);
        }
        Ffmpeg.checked(
                avformat.avformat_find_stream_info(format, (AVDictionary) null),
                file,
                "its streams cannot be told");
    }

    private void openDecoder() {
        int best =
                avformat.av_find_best_stream(
                        format, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        if (best < 0) {
            throw new ClipException(file, "holds no picture stream");
        }
        stream = format.streams(best);
        AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null) {
            throw new ClipException(file, "is encoded in a way this FFmpeg cannot decode");
        }
        avcodec.avcodec_parameters_to_context(codec, stream.codecpar());
        codec.thread_count(1);
        Ffmpeg.checked(
                avcodec.avcodec_open2(codec, decoder, (AVDictionary) null),
                file,
                "its decoder cannot be opened");
    }

    /** Nominal pictures per second; a guess of 25 where the file does not say. */
    double framesPerSecond() {
        AVRational rate = avformat.av_guess_frame_rate(format, stream, null);
        return rate.num() > 0 && rate.den() > 0 ? avutil.av_q2d(rate) : FALLBACK_RATE;
    }

    /** Clockwise quarter turns that bring its pictures upright, 0..3. */
    int quarterTurns() {
        AVPacketSideData side =
                avcodec.av_packet_side_data_get(
                        stream.codecpar().coded_side_data(),
                        stream.codecpar().nb_coded_side_data(),
                        avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        if (side == null) {
            return 0;
        }
        double counterClockwise = avutil.av_display_rotation_get(new IntPointer(side.data()));
        return Double.isNaN(counterClockwise)
                ? 0
                : Math.floorMod((int) Math.round(-counterClockwise / 90), 4);
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

    /** The picture decoded last; its memory is reused by {@link #next()}. */
    AVFrame frame() {
        return frame;
    }

    /** Gives the decoder one packet; damaged ones are skipped, as they hold no picture. */
    private void feed() {
        while (avformat.av_read_frame(format, packet) >= 0) {
            boolean ours = packet.stream_index() == stream.index();
            boolean taken = ours && avcodec.avcodec_send_packet(codec, packet) >= 0;
            avcodec.av_packet_unref(packet);
            if (taken) {
                return;
            }
        }
        draining = true;
        avcodec.avcodec_send_packet(codec, null);
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(codec);
        avformat.avformat_close_input(format);
    }
}
