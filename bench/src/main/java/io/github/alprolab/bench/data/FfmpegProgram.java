package io.github.alprolab.bench.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The {@code ffmpeg} command, asked for what our decoder gives. */
final class FfmpegProgram {
    private FfmpegProgram() {}

    static boolean isThere() {
        try {
            start();
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Starts and ends without decoding. */
    static byte[] start() {
        return output(List.of("ffmpeg", "-version"));
    }

    /** Pictures at these positions, squashed bilinearly, as RGB bytes. */
    static byte[] frames(Path file, int[] positions, int size) {
        String wanted =
                Arrays.stream(positions)
                        .mapToObj(i -> "eq(n\\," + i + ")")
                        .collect(Collectors.joining("+"));
        String filter = "select=%s,scale=%d:%d:flags=bilinear".formatted(wanted, size, size);
        return output(
                List.of(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-nostdin",
                        "-i",
                        "file:" + file.toAbsolutePath(),
                        "-vf",
                        filter,
                        "-fps_mode",
                        "passthrough",
                        "-frames:v",
                        Integer.toString(positions.length),
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "rgb24",
                        "pipe:1"));
    }

    private static byte[] output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            try (InputStream out = process.getInputStream()) {
                byte[] all = out.readAllBytes();
                int code = process.waitFor();
                if (code != 0) {
                    throw new IllegalStateException(command + " ended with " + code);
                }
                return all;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ffmpeg ran", e);
        }
    }
}
