package io.github.alprolab.datasets.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.Frames;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
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

/** The native side of writing one file. Used once, by one thread. */
final class Mp4Encoding implements AutoCloseable {
    /** 1 is the finest; 2 keeps a sprite's edges at a third of the bytes. */
    private static final int QUANTISER = 2;

    private static final int KEYFRAME_INTERVAL = 12;
    private static final int CHANNELS = 3;

    private final Path file;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVIOContext output = new AVIOContext(null);
    private final AVCodec encoder;
    private final AVCodecContext codec;
    private final AVFrame picture;
    private final AVPacket packet;

    Mp4Encoding(Path file) {
        this.file = file;
        this.encoder = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_MPEG4);
        this.codec = avcodec.avcodec_alloc_context3(encoder);
        this.picture = avutil.av_frame_alloc();
        this.packet = avcodec.av_packet_alloc();
    }

    void run(Frames frames, int framesPerSecond) {
        openEncoder(frames, framesPerSecond);
        openFile();
        encode(frames);
        send(null);
        check(avformat.av_write_trailer(format), "writing its index");
    }

    private void openEncoder(Frames frames, int framesPerSecond) {
        codec.width(frames.width()).height(frames.height()).pix_fmt(AV_PIX_FMT_YUV420P);
        codec.time_base(avutil.av_make_q(1, framesPerSecond));
        codec.framerate(avutil.av_make_q(framesPerSecond, 1));
        codec.gop_size(KEYFRAME_INTERVAL).max_b_frames(0).thread_count(1);
        codec.flags(codec.flags() | AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_GLOBAL_HEADER);
        codec.global_quality(avutil.FF_QP2LAMBDA * QUANTISER).qmin(QUANTISER).qmax(QUANTISER);
        check(avcodec.avcodec_open2(codec, encoder, (AVDictionary) null), "opening the encoder");
        picture.format(AV_PIX_FMT_YUV420P).width(frames.width()).height(frames.height());
        check(avutil.av_frame_get_buffer(picture, 0), "allocating a picture");
    }

    private void openFile() {
        try (BytePointer address = Ffmpeg.address(file);
                BytePointer mp4 = new BytePointer("mp4")) {
            check(
                    avformat.avformat_alloc_output_context2(format, null, mp4, address),
                    "preparing the container");
            check(
                    avformat.avio_open(output, address, avformat.AVIO_FLAG_WRITE),
                    "creating the file");
        }
        format.pb(output);
        avformat.avformat_new_stream(format, null).time_base(codec.time_base());
        check(
                avcodec.avcodec_parameters_from_context(format.streams(0).codecpar(), codec),
                "describing the pictures");
        check(avformat.avformat_write_header(format, (AVDictionary) null), "writing its header");
    }

    private void encode(Frames frames) {
        byte[] rgb = frames.rgb();
        int bytes = rgb.length / frames.count();
        SwsContext converter = converter(frames.width(), frames.height());
        try (BytePointer source = new BytePointer((long) bytes);
                PointerPointer<BytePointer> planes = new PointerPointer<>(4);
                IntPointer strides = new IntPointer(frames.width() * CHANNELS, 0, 0, 0)) {
            planes.put(0, source);
            for (int i = 0; i < frames.count(); i++) {
                source.put(rgb, i * bytes, bytes);
                check(avutil.av_frame_make_writable(picture), "reusing a picture");
                swscale.sws_scale(
                        converter,
                        planes,
                        strides,
                        0,
                        frames.height(),
                        picture.data(),
                        picture.linesize());
                picture.pts(i).quality(codec.global_quality());
                send(picture);
            }
        } finally {
            swscale.sws_freeContext(converter);
        }
    }

    private static SwsContext converter(int width, int height) {
        int flags = swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND;
        return swscale.sws_getContext(
                width,
                height,
                AV_PIX_FMT_RGB24,
                width,
                height,
                AV_PIX_FMT_YUV420P,
                flags,
                null,
                null,
                (DoublePointer) null);
    }

    private void send(AVFrame frame) {
        check(avcodec.avcodec_send_frame(codec, frame), "encoding");
        while (avcodec.avcodec_receive_packet(codec, packet) >= 0) {
            packet.stream_index(0).duration(1);
            avcodec.av_packet_rescale_ts(packet, codec.time_base(), format.streams(0).time_base());
            check(avformat.av_interleaved_write_frame(format, packet), "writing");
        }
    }

    private void check(int result, String tried) {
        Ffmpeg.checked(result, file, ClipFault.NOT_WRITTEN, tried);
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(picture);
        avcodec.avcodec_free_context(codec);
        avformat.avio_closep(output);
        avformat.avformat_free_context(format);
    }
}
