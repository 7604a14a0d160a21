package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.Frames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Writes the kinds of video that the corpus's own writer does not, for tests to read. */
final class VariantWriter implements AutoCloseable {
    static final int FRAMES_PER_SECOND = 12;

    private final Path file;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVIOContext output = new AVIOContext(null);
    private final Map<Integer, Track> tracks = new HashMap<>();

    /** A container by FFmpeg's name, such as {@code matroska}. */
    VariantWriter(Path file, String container) {
        Ffmpeg.load();
        this.file = file;
        try (BytePointer address = Ffmpeg.address(file);
                BytePointer name = new BytePointer(container)) {
            check(avformat.avformat_alloc_output_context2(format, null, name, address));
            check(avformat.avio_open(output, address, avformat.AVIO_FLAG_WRITE));
        }
        format.pb(output);
    }

    /** How one stream is encoded. */
    record Coding(String encoder, String pixelFormat, int width, int height, int gop, int bFrames) {
        static Coding of(String encoder, String pixelFormat) {
            return new Coding(encoder, pixelFormat, 64, 64, 8, 0);
        }

        Coding size(int columns, int rows) {
            return new Coding(encoder, pixelFormat, columns, rows, gop, bFrames);
        }

        Coding gop(int pictures) {
            return new Coding(encoder, pixelFormat, width, height, pictures, bFrames);
        }

        Coding bFrames(int most) {
            return new Coding(encoder, pixelFormat, width, height, gop, most);
        }
    }

    /** Adds a stream; times are in thousandths of a second. */
    VariantWriter track(
            Coding coding, boolean isDefault, AVRational aspect, boolean inThousandths) {
        AVStream stream = avformat.avformat_new_stream(format, null);
        AVRational unit = avutil.av_make_q(1, inThousandths ? 1000 : FRAMES_PER_SECOND);
        Track track = new Track(coding, stream, unit, aspect);
        stream.disposition(isDefault ? avformat.AV_DISPOSITION_DEFAULT : 0);
        tracks.put(stream.index(), track);
        return this;
    }

    VariantWriter track(Coding coding) {
        return track(coding, true, avutil.av_make_q(1, 1), false);
    }

    /** Writes the same pictures into every stream and ends the file. */
    Path write(Frames frames, long[] times, Map<String, String> options) {
        AVDictionary all = new AVDictionary(null);
        options.forEach((name, value) -> avutil.av_dict_set(all, name, value, 0));
        check(avformat.avformat_write_header(format, all));
        avutil.av_dict_free(all);
        tracks.values().forEach(t -> t.encode(frames, times));
        check(avformat.av_write_trailer(format));
        return file;
    }

    private static void check(int result) {
        Ffmpeg.checked(result, Path.of("variant"), ClipFault.NOT_WRITTEN, "writing");
    }

    @Override
    public void close() {
        tracks.values().forEach(Track::close);
        avformat.avio_closep(output);
        avformat.avformat_free_context(format);
    }

    private final class Track {
        private final AVCodecContext codec;
        private final AVStream stream;
        private final AVFrame picture = avutil.av_frame_alloc();
        private final AVPacket packet = avcodec.av_packet_alloc();

        Track(Coding coding, AVStream stream, AVRational unit, AVRational aspect) {
            this.stream = stream;
            AVCodec encoder = avcodec.avcodec_find_encoder_by_name(coding.encoder);
            codec = avcodec.avcodec_alloc_context3(encoder);
            int pixels = avutil.av_get_pix_fmt(coding.pixelFormat);
            codec.width(coding.width).height(coding.height).pix_fmt(pixels).time_base(unit);
            codec.framerate(avutil.av_make_q(FRAMES_PER_SECOND, 1)).sample_aspect_ratio(aspect);
            codec.gop_size(coding.gop).max_b_frames(coding.bFrames).thread_count(1);
            codec.bit_rate(4_000_000).strict_std_compliance(avcodec.FF_COMPLIANCE_UNOFFICIAL);
            codec.flags(codec.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
            AVDictionary options = new AVDictionary(null);
            // Speed for the slow encoders; others do not know it and leave it.
            avutil.av_dict_set(options, "cpu-used", "8", 0);
            check(avcodec.avcodec_open2(codec, encoder, options));
            avutil.av_dict_free(options);
            stream.time_base(unit).sample_aspect_ratio(aspect);
            stream.avg_frame_rate(avutil.av_make_q(FRAMES_PER_SECOND, 1));
            check(avcodec.avcodec_parameters_from_context(stream.codecpar(), codec));
            picture.format(pixels).width(coding.width).height(coding.height);
            check(avutil.av_frame_get_buffer(picture, 0));
        }

        void encode(Frames frames, long[] times) {
            SwsContext converter =
                    swscale.sws_getContext(
                            frames.width(),
                            frames.height(),
                            avutil.AV_PIX_FMT_RGB24,
                            codec.width(),
                            codec.height(),
                            codec.pix_fmt(),
                            swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND,
                            null,
                            null,
                            (DoublePointer) null);
            int bytes = frames.byteCount() / frames.count();
            try (BytePointer source = new BytePointer((long) bytes);
                    PointerPointer<BytePointer> planes = new PointerPointer<>(4);
                    IntPointer strides = new IntPointer(3 * frames.width(), 0, 0, 0)) {
                planes.put(0, source);
                for (int i = 0; i < frames.count(); i++) {
                    source.put(frames.rgb(), i * bytes, bytes);
                    check(avutil.av_frame_make_writable(picture));
                    check(
                            swscale.sws_scale(
                                    converter,
                                    planes,
                                    strides,
                                    0,
                                    frames.height(),
                                    picture.data(),
                                    picture.linesize()));
                    hideAll();
                    picture.pts(times[i]);
                    send(picture);
                }
            } finally {
                swscale.sws_freeContext(converter);
            }
            send(null);
        }

        /** Packed alpha goes to nothing: a reader that heeds it would show other colours. */
        private void hideAll() {
            if (codec.pix_fmt() != avutil.AV_PIX_FMT_RGBA) {
                return;
            }
            for (int y = 0; y < codec.height(); y++) {
                for (int x = 0; x < codec.width(); x++) {
                    picture.data(0).put((long) y * picture.linesize(0) + 4L * x + 3, (byte) 0);
                }
            }
        }

        private void send(AVFrame frame) {
            check(avcodec.avcodec_send_frame(codec, frame));
            while (avcodec.avcodec_receive_packet(codec, packet) >= 0) {
                packet.stream_index(stream.index());
                avcodec.av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
                check(avformat.av_interleaved_write_frame(format, packet));
            }
        }

        void close() {
            avcodec.av_packet_free(packet);
            avutil.av_frame_free(picture);
            avcodec.avcodec_free_context(codec);
        }
    }
}
