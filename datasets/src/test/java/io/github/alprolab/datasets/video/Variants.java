package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.ScriptRenderer;
import io.github.alprolab.datasets.sprites.ScriptWriter;
import io.github.alprolab.datasets.video.VariantWriter.Coding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/** One clip of moving sprites in the many shapes that files of videos have. */
final class Variants {
    static final Frames CLIP =
            new ScriptRenderer(64).render(new ScriptWriter(5).script(Split.TRAIN, 0));

    /** Uneven times in thousandths of a second, one for each picture. */
    static final long[] UNEVEN =
            LongStream.range(0, CLIP.count()).map(i -> 20 * i + 3 * i * i).toArray();

    private static final AVRational SQUARE = avutil.av_make_q(1, 1);

    private final Path folder;

    Variants(Path folder) {
        this.folder = folder;
    }

    /** A kind of file: container, extension, coding. */
    record Kind(String container, String extension, Coding coding) {
        static Kind of(String container, String extension, String encoder, String pixels) {
            return new Kind(container, extension, Coding.of(encoder, pixels));
        }

        @Override
        public String toString() {
            return "%s in %s, %s, %d x %d, GOP %d, %d B"
                    .formatted(
                            coding.encoder(),
                            extension,
                            coding.pixelFormat(),
                            coding.width(),
                            coding.height(),
                            coding.gop(),
                            coding.bFrames());
        }
    }

    /** Codecs, containers, depths, alpha and odd sizes. */
    static List<Kind> kinds() {
        Coding mpeg4 = Coding.of("mpeg4", "yuv420p");
        Coding openH264 = Coding.of("libopenh264", "yuv420p");
        return List.of(
                new Kind("mp4", "mp4", mpeg4),
                new Kind("mp4", "mp4", mpeg4.bFrames(2)),
                new Kind("mp4", "mp4", mpeg4.gop(3)),
                new Kind("mp4", "mp4", mpeg4.size(321, 181)),
                new Kind("avi", "avi", mpeg4),
                new Kind("avi", "avi", mpeg4.bFrames(2)),
                new Kind("mp4", "mp4", openH264),
                new Kind("matroska", "mkv", openH264),
                new Kind("mpegts", "ts", openH264),
                new Kind("mov", "mov", openH264),
                Kind.of("webm", "webm", "libvpx", "yuv420p"),
                Kind.of("webm", "webm", "libvpx-vp9", "yuv420p"),
                new Kind("webm", "webm", Coding.of("libvpx-vp9", "yuv420p").size(321, 181)),
                Kind.of("matroska", "mkv", "libaom-av1", "yuv420p"),
                Kind.of("mov", "mov", "prores", "yuv422p10le"),
                Kind.of("mov", "mov", "prores_ks", "yuva444p10le"),
                Kind.of("avi", "avi", "mjpeg", "yuvj420p"),
                Kind.of("matroska", "mkv", "ffv1", "yuv420p10le"),
                Kind.of("matroska", "mkv", "ffv1", "yuva420p"),
                Kind.of("mov", "mov", "png", "rgba"),
                Kind.of("mov", "mov", "qtrle", "argb"),
                Kind.of("avi", "avi", "huffyuv", "yuv422p"),
                new Kind("mpeg", "mpg", Coding.of("mpeg2video", "yuv420p").bFrames(2)),
                Kind.of("asf", "wmv", "wmv2", "yuv420p"),
                Kind.of("flv", "flv", "flv", "yuv420p"),
                Kind.of("gif", "gif", "gif", "rgb8"));
    }

    Path write(Kind kind) {
        return write(kind, CLIP, "clip." + kind.extension(), Map.of());
    }

    Path write(Kind kind, Frames frames, String name, Map<String, String> options) {
        try (VariantWriter writer = new VariantWriter(folder.resolve(name), kind.container())) {
            return writer.track(kind.coding()).write(frames, even(frames), options);
        }
    }

    /** Pictures at {@link #UNEVEN} times. */
    Path uneven(String container, String extension, Coding coding) {
        Path file = folder.resolve("uneven." + extension);
        try (VariantWriter writer = new VariantWriter(file, container)) {
            return writer.track(coding, true, SQUARE, true).write(CLIP, UNEVEN, Map.of());
        }
    }

    /** A pixel is stored twice as wide as high. */
    Path wide() {
        Path file = folder.resolve("wide.mp4");
        Coding coding = Coding.of("mpeg4", "yuv420p").size(32, 64);
        try (VariantWriter writer = new VariantWriter(file, "mp4")) {
            return writer.track(coding, true, avutil.av_make_q(2, 1), false)
                    .write(CLIP, even(CLIP), Map.of());
        }
    }

    /** Streams of these widths; {@code byDefault} is the number of the default one, or -1. */
    Path streams(int byDefault, int... widths) {
        Path file = folder.resolve("streams.mkv");
        try (VariantWriter writer = new VariantWriter(file, "matroska")) {
            for (int i = 0; i < widths.length; i++) {
                Coding coding = Coding.of("mpeg4", "yuv420p").size(widths[i], 64);
                writer.track(coding, i == byDefault, SQUARE, false);
            }
            return writer.write(CLIP, even(CLIP), Map.of("default_mode", "passthrough"));
        }
    }

    /** A container whose codec nobody knows. */
    Path unknownCodec() throws IOException {
        Path known = write(Kind.of("avi", "avi", "mpeg4", "yuv420p"));
        String bytes = Files.readString(known, StandardCharsets.ISO_8859_1);
        return Files.writeString(
                folder.resolve("unknown.avi"),
                bytes.replace("FMP4", "ZZQQ"),
                StandardCharsets.ISO_8859_1);
    }

    /** The first pictures of {@link #CLIP}. */
    static Frames first(int count) {
        return CLIP.select(IntStream.range(0, count).toArray());
    }

    static double peakSignalToNoise(Frames a, Frames b) {
        byte[] left = a.rgb();
        byte[] right = b.rgb();
        double error = 0;
        for (int i = 0; i < left.length; i++) {
            double difference = (left[i] & 0xff) - (right[i] & 0xff);
            error += difference * difference / left.length;
        }
        return 10 * Math.log10(255 * 255 / Math.max(error, 1e-9));
    }

    private static long[] even(Frames frames) {
        return LongStream.range(0, frames.count()).toArray();
    }

    /** All positions of a clip. */
    static int[] all(int count) {
        int[] positions = new int[count];
        Arrays.setAll(positions, i -> i);
        return positions;
    }
}
