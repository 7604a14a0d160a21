package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.readers.FileClip;
import io.github.alprolab.datasets.video.VideoIndex;
import io.github.alprolab.datasets.video.VideoInfo;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.function.Function;

/** One row a clip: what it is, or why it cannot be read. */
public final class ClipsTable {
    private static final double NOT_KNOWN = Double.NaN;

    private ClipsTable() {}

    /**
     * What is known of one clip.
     *
     * @param seconds NaN where that is not known
     */
    private record Row(
            String clip,
            String pixels,
            double frames,
            double seconds,
            String codec,
            String answer) {
        static Row of(ClipSource clip) {
            try {
                return clip instanceof FileClip file
                        ? of(clip.id(), VideoIndex.standard().inspect(file.file()))
                        : drawn(clip);
            } catch (ClipException e) {
                String why = "✗ %s: %s".formatted(e.fault(), e.reason());
                return new Row(clip.id(), "", NOT_KNOWN, NOT_KNOWN, "", why);
            }
        }

        private static Row of(String id, VideoInfo info) {
            double seconds = info.frameCount() / info.framesPerSecond();
            return new Row(
                    id,
                    info.width() + "×" + info.height(),
                    info.frameCount(),
                    info.frameCount() == 1 ? NOT_KNOWN : seconds,
                    info.codec(),
                    (info.truncated() ? "✗ " : "✓ ") + info.answer());
        }

        /** A clip that is no file of the user: whether it is there is told by reading it. */
        private static Row drawn(ClipSource clip) {
            clip.requireReadable();
            double seconds = clip.frameCount() / clip.framesPerSecond();
            return new Row(clip.id(), "", clip.frameCount(), seconds, "", "✓ decodes");
        }

        boolean isRead() {
            return answer.startsWith("✓");
        }
    }

    /** Of clips; those that nobody has opened before are decoded for it, on all processors. */
    public static DataTable of(List<Pair> pairs) {
        PairSource.readable(pairs);
        List<Row> rows = pairs.stream().map(Pair::clip).map(Row::of).toList();
        long broken = rows.stream().filter(r -> !r.isRead()).count();
        return DataTable.of(
                        broken == 0
                                ? "%s clips, all can be read".formatted(Numbers.whole(rows.size()))
                                : "%s clips · %s cannot be read"
                                        .formatted(
                                                Numbers.whole(rows.size()), Numbers.whole(broken)))
                .text("clip", each(rows, Row::clip))
                .text("pixels", each(rows, Row::pixels))
                .number("frames", each(rows, Row::frames), 0)
                .number("seconds", each(rows, Row::seconds), 1)
                .text("codec", each(rows, Row::codec))
                .text("answer", each(rows, Row::answer));
    }

    private static <T> List<T> each(List<Row> rows, Function<Row, T> column) {
        return rows.stream().map(column).toList();
    }
}
