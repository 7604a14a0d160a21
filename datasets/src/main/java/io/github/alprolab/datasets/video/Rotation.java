package io.github.alprolab.datasets.video;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/** How a decoded picture is to be turned before it is shown. */
final class Rotation {
    private Rotation() {}

    /**
     * Clockwise quarter turns that bring a picture upright, 0..3; other angles are rounded to the
     * nearest. The decoder passes on what the container (video) or the picture (photographs) says.
     */
    static int quarterTurns(AVFrame frame) {
        AVFrameSideData side =
                avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        if (side == null) {
            return 0;
        }
        double counterClockwise = avutil.av_display_rotation_get(new IntPointer(side.data()));
        return Double.isNaN(counterClockwise)
                ? 0
                : Math.floorMod((int) Math.round(-counterClockwise / 90), 4);
    }
}
