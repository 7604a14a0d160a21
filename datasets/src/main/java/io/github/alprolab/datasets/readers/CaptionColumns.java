package io.github.alprolab.datasets.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which columns of a file hold the name of the video and its caption. */
record CaptionColumns(String video, String caption) {
    private static final List<String> VIDEO =
            List.of("clip_name", "video", "video_id", "videoid", "clip", "image", "file");
    private static final List<String> CAPTION =
            List.of("caption", "captions", "sentence", "description", "text");

    /** Every choice that the names of columns and their values allow. */
    static List<CaptionColumns> of(RowSample sample) {
        List<CaptionColumns> all = new ArrayList<>();
        for (String video : sample.columns(VIDEO)) {
            for (String caption : sample.columns(CAPTION)) {
                if (areCaptions(sample.texts(caption))) {
                    all.add(new CaptionColumns(video, caption));
                }
            }
        }
        return all;
    }

    /** Whether a column's name says that it holds captions, whatever it does hold. */
    static boolean isNamed(RowSample sample) {
        return !sample.columns(CAPTION).isEmpty();
    }

    /** A column of this name may hold addresses or counts; then it is no caption. */
    private static boolean areCaptions(List<String> texts) {
        return !Shapes.most(texts, t -> Shapes.isAddress(t) || Shapes.isNumber(t));
    }

    /** Says that only the user can choose. */
    static AnnotationException several(String file, String reader, List<CaptionColumns> choices) {
        Objects.checkIndex(1, choices.size());
        List<String> calls =
                choices.stream()
                        .map(
                                c ->
                                        "CaptionFiles.%s(file, \"%s\", \"%s\")"
                                                .formatted(reader, c.video, c.caption))
                        .toList();
        return new AnnotationException(
                file,
                "has several columns for the video or its caption; say which: "
                        + String.join(" or ", calls));
    }
}
