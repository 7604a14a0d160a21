package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** One pass that decodes every picture of a file, and what it saw. */
final class VideoScan {
    private final Path file;
    private final VideoStream stream;
    private final BitSet keys = new BitSet();
    private long[] times = new long[16];
    private int count;
    private int concealed;

    private VideoScan(Path file, VideoStream stream) {
        this.file = file;
        this.stream = stream;
    }

    /**
     * @throws ClipException if the file cannot be opened or no picture can be decoded
     */
    static Result of(Path file) {
        try (VideoStream stream = VideoStream.open(file)) {
            if (!stream.next()) {
                throw ContainerEnd.isBeyond(file, stream.container())
                        ? new ClipException(
                                file,
                                ClipFault.TRUNCATED,
                                "ends before its first picture; fetch it again")
                        : new ClipException(
                                file, ClipFault.NO_PICTURE, "holds no picture that can be decoded");
            }
            return new VideoScan(file, stream).run();
        }
    }

    private Result run() {
        AVFrame first = stream.frame();
        int width = first.width();
        int height = first.height();
        String format = avutil.av_get_pix_fmt_name(first.format()).getString();
        int rotation = 90 * Rotation.quarterTurns(first);
        double aspect = aspect(first);
        do {
            note();
        } while (stream.next());
        boolean beyond = ContainerEnd.isBeyond(file, stream.container());
        int stated = stated(beyond);
        VideoInfo info =
                new VideoInfo(
                        file,
                        stream.container(),
                        StreamChoice.codecName(stream.stream()),
                        format,
                        width,
                        height,
                        aspect,
                        rotation,
                        stream.stream().index(),
                        StreamChoice.pictureStreams(stream.format()),
                        count,
                        stated,
                        concealed,
                        beyond && (count < stated || stream.container().equals("gif")),
                        keys.cardinality(),
                        stream.framesPerSecond());
        return new Result(info, FrameIndex.of(Arrays.copyOf(times, count), keys));
    }

    private void note() {
        times = count < times.length ? times : Arrays.copyOf(times, 2 * count);
        times[count] = stream.time();
        concealed += stream.isSound() ? 0 : 1;
        keys.set(count++, stream.isKey());
    }

    private int stated(boolean beyond) {
        long counted = stream.countedPictures();
        // Durations are rounded: what they say is believed to within a picture.
        long reckoned = beyond ? Math.round(stream.seconds() * stream.framesPerSecond()) - 1 : 0;
        return (int) Math.max(count, Math.min(Integer.MAX_VALUE, counted > 0 ? counted : reckoned));
    }

    private double aspect(AVFrame first) {
        AVRational ratio =
                avformat.av_guess_sample_aspect_ratio(stream.format(), stream.stream(), first);
        return ratio.num() > 0 && ratio.den() > 0 ? avutil.av_q2d(ratio) : 1;
    }

    /**
     * What a pass told.
     *
     * @param index where to jump to
     */
    record Result(VideoInfo info, FrameIndex index) {}
}
