package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.text.EntityFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much annotation files hold.
 *
 * @param file name of the file
 * @param part split inside the file, or empty
 * @param kind what it was read as
 * @param rows of the file
 * @param videos distinct names of videos
 * @param texts captions, questions, answers or entities
 */
public record AnnotationCounts(
        String file, String part, AnnotationKind kind, long rows, long videos, long texts) {
    private static final Pattern ENDING =
            Pattern.compile("\\.(csv|tsv|txt|json|jsonl)$", Pattern.CASE_INSENSITIVE);

    /** Counts a file, one result for each split inside it; only names of videos are held. */
    public static List<AnnotationCounts> of(Path file) {
        Recognition found = Recognition.of(file);
        AnnotationKind kind = found.kind();
        return switch (kind) {
            case SPLIT_MAPS, SPLIT_LISTS ->
                    CaptionFiles.splits(file).stream()
                            .map(s -> captions(file, s, kind, CaptionFiles.split(file, found, s)))
                            .toList();
            case QUESTION_JSONL -> List.of(questions(file, kind, QuestionFiles.published(file)));
            case QUESTIONS_JSON, QUESTIONS_CSV ->
                    List.of(questions(file, kind, QuestionFiles.msrvttQa(file)));
            case QUESTIONS_TSV, QUESTIONS_JSONL ->
                    List.of(questions(file, kind, QuestionFiles.any(file)));
            case TGIF_QA -> List.of(questions(file, kind, QuestionFiles.tgifQa(file)));
            case ANSWER_LABELS -> texts(file, kind, AnswerLabels.read(file).answers().size());
            case ENTITIES -> texts(file, kind, EntityFile.read(file).size());
            case VIDEO_LIST -> names(file, kind, VideoLists.read(file).size());
            case VIDEO_NAMES -> names(file, kind, VideoNames.read(file).size());
            default -> List.of(captions(file, "", kind, CaptionFiles.any(file, found)));
        };
    }

    /** The files of a folder that may hold annotations, in alphabetical order. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(AnnotationCounts::isAnnotation).sorted().toList();
        }
    }

    private static boolean isAnnotation(Path file) {
        return Files.isRegularFile(file) && ENDING.matcher(file.toString()).find();
    }

    private static AnnotationCounts captions(
            Path file, String part, AnnotationKind kind, Stream<VideoCaptions> rows) {
        Tally tally = new Tally();
        try (rows) {
            rows.forEach(row -> tally.add(row.video(), row.captions().size()));
        }
        return tally.counts(file, part, kind);
    }

    private static AnnotationCounts questions(
            Path file, AnnotationKind kind, Stream<Question> rows) {
        Tally tally = new Tally();
        try (rows) {
            rows.forEach(question -> tally.add(question.video(), 1));
        }
        return tally.counts(file, "", kind);
    }

    private static List<AnnotationCounts> texts(Path file, AnnotationKind kind, long texts) {
        return List.of(
                new AnnotationCounts(file.getFileName().toString(), "", kind, texts, 0, texts));
    }

    private static List<AnnotationCounts> names(Path file, AnnotationKind kind, long names) {
        return List.of(
                new AnnotationCounts(file.getFileName().toString(), "", kind, names, names, 0));
    }

    private static final class Tally {
        private final Set<String> videos = new HashSet<>();
        private long rows;
        private long texts;

        void add(String video, int captions) {
            videos.add(video);
            rows++;
            texts += captions;
        }

        AnnotationCounts counts(Path file, String part, AnnotationKind kind) {
            return new AnnotationCounts(
                    file.getFileName().toString(), part, kind, rows, videos.size(), texts);
        }
    }
}
