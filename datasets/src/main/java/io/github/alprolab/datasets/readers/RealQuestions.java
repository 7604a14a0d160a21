package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.Split;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Questions in the folders of users who have them, folders as in {@link RealDatasets}. The
 * published {@code train.jsonl}, {@code val.jsonl} and {@code test.jsonl} go first; else the files
 * of the data set's own release are read, as far as they are there.
 */
public final class RealQuestions {
    private static final int MSVD_VIDEOS = 1970;

    private RealQuestions() {}

    /**
     * MSRVTT-QA: {@code train_qa.json} and so on, or the same as csv; the video 6513 is {@code
     * video6513}.
     */
    public static AskedVideos msrvttQa(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return release("MSRVTT-QA", folder, QuestionFiles::msrvttQa);
    }

    /**
     * MSVD-QA: {@code train_qa.json} and so on. The video 12 is {@code vid12} where the videos have
     * such names; else {@code youtube_mapping.txt} names it.
     *
     * @throws AnnotationException when that mapping is needed and missing
     */
    public static AskedVideos msvdQa(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return release("MSVD-QA", folder, file -> msvdQa(folder, file));
    }

    private static Stream<Question> msvdQa(DatasetFolder folder, Path file) {
        VideoFolder videos = folder.videos();
        if (videos.size() == 0 || isNumbered(videos)) {
            return QuestionFiles.msvdQa(file);
        }
        Path mapping =
                folder.find(
                                "youtube_mapping.txt",
                                "youtube-mapping.txt",
                                "msvd_youtube_mapping.txt")
                        .orElseThrow(
                                () ->
                                        new AnnotationException(
                                                file.toString(),
                                                "tells videos by numbers, and none in %s is called vid1, vid2 and so on; put youtube_mapping.txt there, which names them"
                                                        .formatted(videos.folder())));
        return QuestionFiles.msvdQa(file, VideoNames.read(mapping));
    }

    private static boolean isNumbered(VideoFolder videos) {
        return IntStream.rangeClosed(1, MSVD_VIDEOS)
                .anyMatch(number -> videos.find("vid" + number).isPresent());
    }

    /** TGIF-QA, FrameQA alone: {@code Train_frameqa_question.csv} and {@code Test_…}. */
    public static AskedVideos tgifQa(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return published("TGIF-QA", folder)
                .or(() -> frameQa(folder))
                .orElseThrow(
                        () ->
                                folder.nothingFound(
                                        "Train_frameqa_question.csv, Test_frameqa_question.csv"));
    }

    private static Optional<AskedVideos> frameQa(DatasetFolder folder) {
        Reading reading = new Reading("TGIF-QA", folder);
        folder.find("Train_frameqa_question.csv")
                .ifPresent(file -> reading.split(Split.TRAIN, QuestionFiles.tgifQa(file)));
        folder.find("Test_frameqa_question.csv")
                .ifPresent(file -> reading.split(Split.TEST, QuestionFiles.tgifQa(file)));
        return reading.done();
    }

    /** Any folder with {@code train}, {@code val} or {@code test} as jsonl, json, csv or tsv. */
    public static AskedVideos own(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return splits(
                        path.getFileName().toString(),
                        folder,
                        QuestionFiles::any,
                        "%s.jsonl",
                        "%s.json",
                        "%s.csv",
                        "%s.tsv")
                .orElseThrow(
                        () ->
                                folder.nothingFound(
                                        "train.jsonl, val.jsonl, test.jsonl, or the same as json, csv or tsv, with video, question and answer"));
    }

    private static Optional<AskedVideos> published(String name, DatasetFolder folder) {
        return splits(name, folder, QuestionFiles::published, "%s.jsonl");
    }

    private static AskedVideos release(
            String name, DatasetFolder folder, Function<Path, Stream<Question>> reader) {
        String own = name.toLowerCase(Locale.ROOT).replace('-', '_');
        return published(name, folder)
                .or(
                        () ->
                                splits(
                                        name,
                                        folder,
                                        reader,
                                        "%s_qa.json",
                                        own + "_%s.json",
                                        "%s_qa.csv",
                                        own + "_%s.csv",
                                        "%s.csv"))
                .orElseThrow(
                        () ->
                                folder.nothingFound(
                                        "train.jsonl, or train_qa.json, val_qa.json, test_qa.json, or the same as csv"));
    }

    private static Optional<AskedVideos> splits(
            String name,
            DatasetFolder folder,
            Function<Path, Stream<Question>> reader,
            String... spellings) {
        Reading reading = new Reading(name, folder);
        SplitNames.each(
                folder, (split, file) -> reading.split(split, reader.apply(file)), spellings);
        return reading.done();
    }

    /** Collects splits; lists the videos only when there is a split to list them for. */
    private static final class Reading {
        private final String name;
        private final DatasetFolder folder;
        private AskedVideos videos;

        Reading(String name, DatasetFolder folder) {
            this.name = name;
            this.folder = folder;
        }

        void split(Split split, Stream<Question> rows) {
            videos =
                    (videos == null ? AskedVideos.of(name, folder.videos()) : videos)
                            .split(split, rows);
        }

        Optional<AskedVideos> done() {
            return Optional.ofNullable(videos);
        }
    }
}
