package io.github.alprolab.datasets.readers;

import java.nio.file.Path;

/**
 * What an annotation file holds, told by its ending, its header or fields, and the values of its
 * first rows.
 */
public enum AnnotationKind {
    RETRIEVAL_JSONL("published retrieval jsonl", "CaptionFiles.retrieval"),
    QUESTION_JSONL("published question jsonl", "QuestionFiles.published"),
    ANSWER_LABELS("published answer labels", "AnswerLabels.read"),
    ENTITIES("entity list", "EntityFile.read"),
    CC3M_JSON("published CC3M json", "CaptionFiles.cc3mPublished"),
    CC3M_TSV("CC3M tsv", "CaptionFiles.cc3m"),
    TGIF_TSV("TGIF tsv", "CaptionFiles.tgif"),
    WEBVID_CSV("WebVid csv", "CaptionFiles.webVid"),
    DIDEMO_JSON("DiDeMo json", "CaptionFiles.didemo"),
    ACTIVITYNET_JSON("ActivityNet json", "CaptionFiles.activityNet"),
    VATEX_JSON("VATEX json", "CaptionFiles.vatex"),
    LSMDC_TEXT("LSMDC text", "CaptionFiles.lsmdc"),
    MSRVTT_JSON("MSRVTT json", "CaptionFiles.msrvtt"),
    MSRVTT_TEST_CSV("MSRVTT 1k-A csv", "CaptionFiles.msrvttTest"),
    CAPTION_MAP("json of captions by video", "CaptionFiles.msvd"),
    CAPTION_LIST("json list of captions", "CaptionFiles.json"),
    CAPTION_JSONL("jsonl of captions", "CaptionFiles.jsonl"),
    CAPTION_CSV("csv of captions", "CaptionFiles.csv"),
    CAPTION_TSV("tsv of captions", "CaptionFiles.tsv"),
    SPLIT_MAPS("json of captions by video in splits", "CaptionFiles.map"),
    SPLIT_LISTS("json list of captions in splits", "CaptionFiles.json"),
    QUESTIONS_JSON("json list of questions", "QuestionFiles.msrvttQa"),
    QUESTIONS_CSV("csv of questions", "QuestionFiles.msrvttQa"),
    QUESTIONS_TSV("tsv of questions", "QuestionFiles.any"),
    QUESTIONS_JSONL("jsonl of questions", "QuestionFiles.any"),
    TGIF_QA("TGIF-QA text", "QuestionFiles.tgifQa"),
    MULTIPLE_CHOICE("file of multiple-choice questions", ""),
    VIDEO_LIST("list of videos", "VideoLists.read"),
    VIDEO_NAMES("file of names of videos", "VideoNames.read");

    private final String title;
    private final String reads;

    AnnotationKind(String title, String reads) {
        this.title = title;
        this.reads = reads;
    }

    /** What tables call it. */
    public String title() {
        return title;
    }

    /**
     * Looks at the ending and the first rows.
     *
     * @throws AnnotationException when no kind fits, which names the kinds, or when several do,
     *     which says how to choose
     */
    public static AnnotationKind of(Path file) {
        return Recognition.of(file).kind();
    }

    /** What a user writes to have a file read as this. */
    String call() {
        boolean open =
                this == CAPTION_LIST
                        || this == CAPTION_JSONL
                        || this == CAPTION_CSV
                        || this == CAPTION_TSV;
        return reads + (open ? "(file, \"video\", \"caption\")" : "(file)");
    }

    /** The last part of {@link #call}. */
    String reader() {
        return reads.substring(reads.indexOf('.') + 1);
    }

    boolean holdsCaptions() {
        return switch (this) {
            case QUESTION_JSONL,
                    ANSWER_LABELS,
                    ENTITIES,
                    QUESTIONS_JSON,
                    QUESTIONS_CSV,
                    QUESTIONS_TSV,
                    QUESTIONS_JSONL,
                    TGIF_QA,
                    MULTIPLE_CHOICE,
                    VIDEO_LIST,
                    VIDEO_NAMES ->
                    false;
            default -> true;
        };
    }
}
