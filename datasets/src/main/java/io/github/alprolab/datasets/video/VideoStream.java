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
    private static final int EAGAIN = avutil.AVERROR_EAGAIN();

    private final Path file;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVCodecContext codec;
    private final AVStream stream;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private boolean draining;

    private VideoStream(Path file) {
        this.file = file;
        openInput();
        int best =
                avformat.av_find_best_stream(
                        format, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        if (best < 0) {
            closeAll(null);
            throw new ClipException(file, "holds no picture stream");
        }
        stream = format.streams(best);
        codec = openDecoder();
    }

    /**
     * Opens a file at its first picture.
     *
     * @throws ClipException if that is not possible
     */
    static VideoStream open(Path file) {
        Ffmpeg.load();
        return new VideoStream(file);
    }

    private void openInput() {
        AVDictionary options = new AVDictionary(null);
        // A file may name others (playlists): never follow one over the network.
        avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
        try (BytePointer address = Ffmpeg.address(file)) {
            int opened = avformat.avformat_open_input(format, address, null, options);
            avutil.av_dict_free(options);
            if (opened < 0) {
                closeAll(null);
                throw new ClipException(
                        file, "is not a video that FFmpeg can open: " + Ffmpeg.message(opened));
            }
        }
        int described = avformat.avformat_find_stream_info(format, (AVDictionary) null);
        if (described < 0) {
            closeAll(null);
            Ffmpeg.checked(described, file, "finding its streams");
        }
    }

    private AVCodecContext openDecoder() {
        AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null) {
            closeAll(null);
            throw new ClipException(file, "is encoded in a way this FFmpeg cannot decode");
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(decoder);
        avcodec.avcodec_parameters_to_context(context, stream.codecpar());
        context.thread_count(1);
        int opened = avcodec.avcodec_open2(context, decoder, (AVDictionary) null);
        if (opened < 0) {
            closeAll(context);
            Ffmpeg.checked(opened, file, "opening its decoder");
        }
        return context;
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
        if (side == null || side.isNull()) {
            return 0;
        }
        double counterClockwise = avutil.av_display_rotation_get(new IntPointer(side.data()));
        return Double.isNaN(counterClockwise)
                ? 0
                : Math.floorMod((int) Math.round(-counterClockwise / 90), 4);
    }

    /** Decodes the next picture into {@link #frame()}; false at the end. */
    boolean next() {
        while (true) {
            int received = avcodec.avcodec_receive_frame(codec, frame);
            if (received >= 0) {
                return true;
            }
            if (draining && (received == avutil.AVERROR_EOF() || received == EAGAIN)) {
                return false;
            }
            if (received == EAGAIN) {
                feed();
            }
        }
    }

    /** The picture decoded last; its memory is reused by {@link #next()}. */
    AVFrame frame() {
        return frame;
    }

    /** Gives the decoder one packet; damaged ones are skipped, as they hold no picture. */
    private void feed() {
        while (avformat.av_read_frame(format, packet) >= 0) {
            boolean ours = packet.stream_index() == stream.index();
            int sent = ours ? avcodec.avcodec_send_packet(codec, packet) : -1;
            avcodec.av_packet_unref(packet);
            if (sent >= 0) {
                return;
            }
        }
        draining = true;
        avcodec.avcodec_send_packet(codec, null);
    }

    @Override
    public void close() {
        closeAll(codec);
    }

    private void closeAll(AVCodecContext context) {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        if (context != null) {
            avcodec.avcodec_free_context(context);
        }
        avformat.avformat_close_input(format);
    }
}
