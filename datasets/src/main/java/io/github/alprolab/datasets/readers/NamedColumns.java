package io.github.alprolab.datasets.readers;

import java.util.ArrayList;
import java.util.List;

/** What a file is whose rows have named columns: csv and tsv with a header, jsonl, json lists. */
final class NamedColumns {
    private NamedColumns() {}

    /** Every kind that fits. */
    static List<AnnotationKind> kinds(RowSample sample, AnnotationKind captions) {
        List<AnnotationKind> kinds = new ArrayList<>(questions(sample, captions));
        List<AnnotationKind> own = ownForms(sample, captions);
        kinds.addAll(own);
        if (own.isEmpty() && !CaptionColumns.of(sample).isEmpty()) {
            kinds.add(captions);
        }
        if (kinds.isEmpty() && captions == AnnotationKind.CAPTION_CSV && isList(sample)) {
            kinds.add(AnnotationKind.VIDEO_LIST);
        }
        return kinds;
    }

    private static List<AnnotationKind> questions(RowSample sample, AnnotationKind captions) {
        boolean asks = sample.has("question", "answer");
        if (asks && sample.rows().stream().allMatch(Choices::areIn)) {
            return List.of(AnnotationKind.MULTIPLE_CHOICE);
        }
        boolean named = sample.has("video_id") || sample.has("video");
        if (asks && sample.has("gif_name")) {
            return List.of(AnnotationKind.TGIF_QA);
        }
        if (!asks || !named) {
            return List.of();
        }
        return switch (captions) {
            case CAPTION_JSONL ->
                    List.of(
                            sample.has("video_id")
                                    ? AnnotationKind.QUESTION_JSONL
                                    : AnnotationKind.QUESTIONS_JSONL);
            case CAPTION_LIST -> List.of(AnnotationKind.QUESTIONS_JSON);
            case CAPTION_CSV -> List.of(AnnotationKind.QUESTIONS_CSV);
            case CAPTION_TSV -> List.of(AnnotationKind.QUESTIONS_TSV);
            default -> List.of();
        };
    }

    /** The published forms among the files of captions. */
    private static List<AnnotationKind> ownForms(RowSample sample, AnnotationKind captions) {
        List<AnnotationKind> kinds = new ArrayList<>();
        switch (captions) {
            case CAPTION_JSONL -> {
                add(kinds, AnnotationKind.RETRIEVAL_JSONL, sample.has("clip_name", "caption"));
            }
            case CAPTION_LIST -> {
                add(kinds, AnnotationKind.CC3M_JSON, sample.has("image", "caption"));
                add(kinds, AnnotationKind.VATEX_JSON, sample.has("videoID", "enCap"));
                add(kinds, AnnotationKind.DIDEMO_JSON, sample.has("video", "description"));
            }
            case CAPTION_CSV -> {
                boolean exported = sample.has("video_id", "text", "txt_len");
                add(kinds, AnnotationKind.WEBVID_CSV, exported || sample.has("videoid", "name"));
                add(kinds, AnnotationKind.MSRVTT_TEST_CSV, sample.has("video_id", "sentence"));
            }
            default -> {}
        }
        return kinds;
    }

    private static void add(List<AnnotationKind> kinds, AnnotationKind kind, boolean fits) {
        if (fits) {
            kinds.add(kind);
        }
    }

    /** Names of videos, and nothing beside them that could be a text about one. */
    private static boolean isList(RowSample sample) {
        return sample.has("video_id")
                && !CaptionColumns.isNamed(sample)
                && sample.columns().stream()
                        .noneMatch(c -> Shapes.most(sample.texts(c), t -> t.strip().contains(" ")));
    }
}
