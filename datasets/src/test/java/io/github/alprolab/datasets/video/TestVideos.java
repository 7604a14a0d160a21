package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Videos, and things that are none, for tests to read. */
final class TestVideos {
    private TestVideos() {}

    /** Picture {@code t} is grey of level {@code 5t}, its left half a fixed blue. */
    static Frames pictures(int count, int height, int width) {
        byte[] rgb = new byte[count * height * width * 3];
        for (int i = 0; i < count * height * width; i++) {
            boolean left = i % width < width / 2;
            int level = 5 * (i / (height * width));
            rgb[3 * i] = (byte) (left ? 20 : level);
            rgb[3 * i + 1] = (byte) (left ? 40 : level);
            rgb[3 * i + 2] = (byte) (left ? 200 : level);
        }
        return Frames.of(count, height, width, rgb);
    }

    static Path write(Path file, int count) {
        VideoWriter.write(file, pictures(count, 64, 64), 12);
        return file;
    }

    /** The level in the grey half of a picture. */
    static int level(Frames frames, int t) {
        int side = frames.width();
        return frames.image(t).getRGB(side * 3 / 4, side / 2) & 0xff;
    }

    /** A copy that asks to be shown turned clockwise. */
    static Path turned(Path video, Path to, int quarterTurns) throws IOException {
        byte[] bytes = Files.readAllBytes(video);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        // Version 0 track header: the matrix is 40 bytes behind the version.
        ByteBuffer matrix = ByteBuffer.wrap(bytes).position(header + 4 + 40);
        int cosine = new int[] {1, 0, -1, 0}[quarterTurns] << 16;
        int sine = new int[] {0, 1, 0, -1}[quarterTurns] << 16;
        for (int value : new int[] {cosine, sine, 0, -sine, cosine, 0, 0, 0, 1 << 30}) {
            matrix.putInt(value);
        }
        return Files.write(to, bytes);
    }

    /** Half a second of silence: a media file without pictures. */
    static Path sound(Path file) throws IOException {
        byte[] header = {
            'R', 'I', 'F', 'F', 100, 31, 0, 0, 'W', 'A', 'V', 'E', 'f', 'm', 't', ' ', 16, 0, 0, 0,
            1, 0, 1, 0, 64, 31, 0, 0, 64, 31, 0, 0, 1, 0, 8, 0, 'd', 'a', 't', 'a', 64, 31, 0, 0
        };
        byte[] all = Arrays.copyOf(header, header.length + 8000);
        Arrays.fill(all, header.length, all.length, (byte) 128);
        return Files.write(file, all);
    }

    /** The first part of a file. */
    static Path cut(Path video, Path to, int percent) throws IOException {
        byte[] bytes = Files.readAllBytes(video);
        return Files.write(to, Arrays.copyOf(bytes, bytes.length * percent / 100));
    }
}
