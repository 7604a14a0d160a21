package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import java.nio.file.Path;
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
    private final int size;
    private final int quarterTurns;
    private final BytePointer target;
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(4);
    private final IntPointer strides;
    private SwsContext context;

    FrameScaler(int size, int quarterTurns) {
        this.size = size;
        this.quarterTurns = quarterTurns;
        this.target = new BytePointer((long) size * size * 3);
        this.planes.put(0, target);
        this.strides = new IntPointer(size * 3, 0, 0, 0);
    }

    /** Writes the picture as row-major RGB into {@code rgb} from {@code offset} on. */
    void scale(AVFrame frame, byte[] rgb, int offset, Path file) {
        context =
                swscale.sws_getCachedContext(
                        context,
                        frame.width(),
                        frame.height(),
                        frame.format(),
                        size,
                        size,
                        avutil.AV_PIX_FMT_RGB24,
                        swscale.SWS_BILINEAR,
                        null,
                        null,
                        (DoublePointer) null);
        if (context == null) {
            throw new ClipException(file, "has a pixel format that cannot be scaled");
        }
        swscale.sws_scale(
                context, frame.data(), frame.linesize(), 0, frame.height(), planes, strides);
        int bytes = size * size * 3;
        target.position(0).get(rgb, offset, bytes);
        if (quarterTurns != 0) {
            turn(rgb, offset);
        }
    }

    private void turn(byte[] rgb, int offset) {
        byte[] lying = java.util.Arrays.copyOfRange(rgb, offset, offset + size * size * 3);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                System.arraycopy(lying, 3 * source(x, y), rgb, offset + 3 * (y * size + x), 3);
            }
        }
    }

    /** Which pixel of the lying picture is at this place of the upright one. */
    private int source(int x, int y) {
        int last = size - 1;
        return switch (quarterTurns) {
            case 1 -> (last - x) * size + y;
            case 2 -> (last - y) * size + last - x;
            default -> x * size + last - y;
        };
    }

    @Override
    public void close() {
        if (context != null) {
            swscale.sws_freeContext(context);
        }
        planes.close();
        strides.close();
        target.close();
    }
}
