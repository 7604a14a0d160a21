package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Squashes decoded pictures to a square of RGB bytes, bilinearly, and turns them upright. */
final class FrameScaler implements AutoCloseable {
    private static final int CHANNELS = 3;

    /** Contrast and saturation 1 in swscale's 16.16 fixed point. */
    private static final int UNCHANGED = 1 << 16;

    private final Path file;
    private final int size;
    private final BytePointer target;
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(4);
    private final IntPointer strides;
    private SwsContext context;
    private Kind kind;

    /**
     * @param file the video, for errors
     * @param size side of the result in pixels
     */
    FrameScaler(Path file, int size) {
        this.file = file;
        this.size = size;
        this.target = new BytePointer((long) size * size * CHANNELS);
        this.strides = new IntPointer(size * CHANNELS, 0, 0, 0);
        planes.put(0, target);
    }

    /** Writes the picture as row-major RGB into {@code rgb} from {@code offset} on. */
    void scale(AVFrame frame, byte[] rgb, int offset) {
        Kind wanted = Kind.of(frame);
        if (!wanted.equals(kind)) {
            prepare(wanted);
        }
        int rows =
                swscale.sws_scale(
                        context, frame.data(), frame.linesize(), 0, kind.height, planes, strides);
        Ffmpeg.checked(rows, file, ClipFault.CODEC_UNKNOWN, "its pictures cannot be scaled");
        target.get(rgb, offset, size * size * CHANNELS);
        int quarterTurns = Rotation.quarterTurns(frame);
        if (quarterTurns != 0) {
            turn(quarterTurns, rgb, offset);
        }
    }

    private void prepare(Kind wanted) {
        swscale.sws_freeContext(context);
        kind = null;
        context =
                swscale.sws_getContext(
                        wanted.width,
                        wanted.height,
                        wanted.format,
                        size,
                        size,
                        avutil.AV_PIX_FMT_RGB24,
                        swscale.SWS_BILINEAR,
                        null,
                        null,
                        (DoublePointer) null);
        if (context == null) {
            throw new ClipException(
                    file,
                    ClipFault.CODEC_UNKNOWN,
                    "has pictures of a kind that cannot be scaled: " + wanted);
        }
        interpretColours(wanted);
        kind = wanted;
    }

    /** Uses the colour matrix and range that the file states; the library assumes BT.601. */
    private void interpretColours(Kind wanted) {
        if (wanted.fullRange || wanted.colours != avutil.AVCOL_SPC_UNSPECIFIED) {
            IntPointer matrix = swscale.sws_getCoefficients(wanted.colours);
            int range = wanted.fullRange ? 1 : 0;
            swscale.sws_setColorspaceDetails(
                    context, matrix, range, matrix, 1, 0, UNCHANGED, UNCHANGED);
        }
    }

    private void turn(int quarterTurns, byte[] rgb, int offset) {
        byte[] lying = Arrays.copyOfRange(rgb, offset, offset + size * size * CHANNELS);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int to = offset + CHANNELS * (y * size + x);
                System.arraycopy(lying, CHANNELS * source(quarterTurns, x, y), rgb, to, CHANNELS);
            }
        }
    }

    /** Which pixel of the lying picture is at this place of the upright one. */
    private int source(int quarterTurns, int x, int y) {
        int last = size - 1;
        return switch (quarterTurns) {
            case 1 -> (last - x) * size + y;
            case 2 -> (last - y) * size + last - x;
            default -> x * size + last - y;
        };
    }

    @Override
    public void close() {
        swscale.sws_freeContext(context);
        planes.close();
        strides.close();
        target.close();
    }

    /** What a scaling context is made for; a file may change it on the way. */
    private record Kind(int width, int height, int format, int colours, boolean fullRange) {
        static Kind of(AVFrame frame) {
            return new Kind(
                    frame.width(),
                    frame.height(),
                    frame.format(),
                    frame.colorspace(),
                    frame.color_range() == avutil.AVCOL_RANGE_JPEG);
        }
    }
}
