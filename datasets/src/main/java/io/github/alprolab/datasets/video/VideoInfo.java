package io.github.alprolab.datasets.video;

import java.nio.file.Path;

/**
 * What one pass over all pictures of a file told.
 *
 * @param file the video
 * @param container FFmpeg's name of the container's kind, such as {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param codec FFmpeg's name of the codec, such as {@code h264}
 * @param pixelFormat FFmpeg's name of how pixels are stored, such as {@code yuv420p}
 * @param width stored columns, before turning
 * @param height stored rows, before turning
 * @param sampleAspectRatio width of a stored pixel over its height; 1 where nothing is stated
 * @param rotation degrees clockwise that bring the pictures upright: 0, 90, 180 or 270
 * @param stream number of the stream chosen, counted from 0 over streams of all kinds
 * @param pictureStreams how many streams have pictures, covers and thumbnails not counted
 * @param frameCount decodable pictures
 * @param statedFrameCount pictures that the container counts; of one that breaks off and does not
 *     count them, reckoned from duration and rate; {@code frameCount} where nothing is stated
 * @param concealed pictures with damage that the decoder filled in
 * @param truncated whether the file breaks off before its last picture
 * @param keyframes pictures at which decoding can begin
 * @param framesPerSecond nominal rate
 */
public record VideoInfo(
        Path file,
        String container,
        String codec,
        String pixelFormat,
        int width,
        int height,
        double sampleAspectRatio,
        int rotation,
        int stream,
        int pictureStreams,
        int frameCount,
        int statedFrameCount,
        int concealed,
        boolean truncated,
        int keyframes,
        double framesPerSecond) {
    /** How much of a file that breaks off is there. */
    String ending() {
        return frameCount < statedFrameCount
                ? "%d of %d pictures".formatted(frameCount, statedFrameCount)
                : "%d pictures, before the end that its container marks".formatted(frameCount);
    }

    /** What became of the pass: whether all pictures decode, and what was lost or repaired. */
    public String answer() {
        if (truncated) {
            return "TRUNCATED: ends after " + ending();
        }
        int lost = statedFrameCount - frameCount;
        return lost + concealed == 0
                ? "decodes"
                : "decodes; pictures lost: %d, repaired: %d".formatted(lost, concealed);
    }
}
