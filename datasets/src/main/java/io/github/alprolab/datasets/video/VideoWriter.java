package io.github.alprolab.datasets.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Encodes pictures to an mp4 file (MPEG-4 part 2 at nearly its best quality). */
public final class VideoWriter {
    private static final int QUANTISER = 2;
    private static final int KEYFRAME_INTERVAL = 12;

    private VideoWriter() {}

    /**
     * Writes a video. The file appears whole or not at all.
     *
     * @param file where; replaced if it exists; its folder must exist
     * @param frames the pictures, of even height and width
     * @param framesPerSecond above 0, whole
     * @throws ClipException if it cannot be written
     */
    public static void write(Path file, Frames frames, int framesPerSecond) {
        Ffmpeg.load();
        if (frames.width() % 2 != 0 || frames.height() % 2 != 0) {
            throw new ClipException(
                    file, "pictures need even sides to be encoded, got %s".formatted(frames));
        }
        Path partial =
                file.resolveSibling(
                        file.getFileName() + "." + Thread.currentThread().getId() + ".partial");
        try {
            try (Encoding encoding = new Encoding(partial, frames, framesPerSecond)) {
                encoding.run(frames);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ClipException(file, "cannot be put in place: " + e.getMessage(), e);
        } finally {
            partial.toFile().delete();
        }
    }

    private static final class Encoding implements AutoCloseable {
        private final Path file;
        private final AVFormatContext format = new AVFormatContext(null);
        private final AVIOContext output = new AVIOContext(null);
        private final AVCodecContext codec;
        private final AVStream stream;
        private final AVFrame picture = avutil.av_frame_alloc();
        private final AVPacket packet = avcodec.av_packet_alloc();
        private final SwsContext scaler;

        Encoding(Path file, Frames frames, int framesPerSecond) {
            this.file = file;
            try (BytePointer address = Ffmpeg.address(file);
                    BytePointer mp4 = new BytePointer("mp4")) {
                check(
                        avformat.avformat_alloc_output_context2(format, null, mp4, address),
                        "preparing");
                AVCodec encoder = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_MPEG4);
                codec = avcodec.avcodec_alloc_context3(encoder);
                configure(frames, framesPerSecond);
                check(
                        avcodec.avcodec_open2(codec, encoder, (AVDictionary) null),
                        "opening the encoder");
                stream = avformat.avformat_new_stream(format, null);
                stream.time_base(codec.time_base());
                check(
                        avcodec.avcodec_parameters_from_context(stream.codecpar(), codec),
                        "describing");
                check(
                        avformat.avio_open(output, address, avformat.AVIO_FLAG_WRITE),
                        "creating the file");
                format.pb(output);
                check(
                        avformat.avformat_write_header(format, (AVDictionary) null),
                        "writing the header");
            }
            picture.format(AV_PIX_FMT_YUV420P).width(frames.width()).height(frames.height());
            check(avutil.av_frame_get_buffer(picture, 0), "allocating a picture");
            scaler =
                    swscale.sws_getContext(
                            frames.width(),
                            frames.height(),
                            AV_PIX_FMT_RGB24,
                            frames.width(),
                            frames.height(),
                            AV_PIX_FMT_YUV420P,
                            swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND,
                            null,
                            null,
                            (DoublePointer) null);
        }

        private void configure(Frames frames, int framesPerSecond) {
            codec.width(frames.width()).height(frames.height()).pix_fmt(AV_PIX_FMT_YUV420P);
            codec.time_base(avutil.av_make_q(1, framesPerSecond));
            codec.framerate(avutil.av_make_q(framesPerSecond, 1));
            codec.gop_size(KEYFRAME_INTERVAL).max_b_frames(0).thread_count(1);
            codec.flags(codec.flags() | AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_GLOBAL_HEADER);
            codec.global_quality(avutil.FF_QP2LAMBDA * QUANTISER).qmin(QUANTISER).qmax(QUANTISER);
        }

        void run(Frames frames) {
            int stride = frames.width() * 3;
            byte[] rgb = frames.rgb();
            int bytes = rgb.length / frames.count();
            try (BytePointer source = new BytePointer(bytes);
                    PointerPointer<BytePointer> planes = new PointerPointer<>(4);
                    IntPointer strides = new IntPointer(stride, 0, 0, 0)) {
                planes.put(0, source);
                for (int i = 0; i < frames.count(); i++) {
                    source.put(rgb, i * bytes, bytes);
                    check(avutil.av_frame_make_writable(picture), "reusing a picture");
                    swscale.sws_scale(
                            scaler,
                            planes,
                            strides,
                            0,
                            frames.height(),
                            picture.data(),
                            picture.linesize());
                    picture.pts(i).quality(codec.global_quality());
                    send(picture);
                }
            }
            send(null);
            check(avformat.av_write_trailer(format), "writing the index");
        }

        private void send(AVFrame frame) {
            check(avcodec.avcodec_send_frame(codec, frame), "encoding");
            while (avcodec.avcodec_receive_packet(codec, packet) >= 0) {
                avcodec.av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
                packet.duration(avutil.av_rescale_q(1, codec.time_base(), stream.time_base()));
                packet.stream_index(stream.index());
                check(avformat.av_interleaved_write_frame(format, packet), "writing");
            }
        }

        private void check(int result, String tried) {
            Ffmpeg.checked(result, file, tried);
        }

        @Override
        public void close() {
            swscale.sws_freeContext(scaler);
            avcodec.av_packet_free(packet);
            avutil.av_frame_free(picture);
            avcodec.avcodec_free_context(codec);
            avformat.avio_closep(output);
            avformat.avformat_free_context(format);
        }
    }
}
