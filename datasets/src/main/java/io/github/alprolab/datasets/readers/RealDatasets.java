package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Split;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The data sets of the paper in the folders of users who have them. Every method takes one folder:
 * annotations in it or in {@code txt} or {@code annotations} below, videos in {@code videos} or
 * {@code images} below. The published {@code train.jsonl}, {@code val.jsonl} and {@code test.jsonl}
 * go first; else the files of the data set's own release are read, as far as they are there.
 */
public final class RealDatasets {
    private RealDatasets() {}

    /**
     * MSRVTT: {@code MSRVTT_JSFUSION_test.csv} is TEST; the videos that {@code MSRVTT_train.9k.csv}
     * or {@code MSRVTT_train.7k.csv} lists have their captions from {@code MSRVTT_data.json} and
     * are TRAIN.
     */
    public static AnnotatedVideos msrvtt(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return CaptionReading.published("MSRVTT", folder)
                .or(() -> msrvtt(folder))
                .orElseThrow(
                        () ->
                                folder.nothingFound(
                                        "test.jsonl, or MSRVTT_JSFUSION_test.csv, MSRVTT_data.json and MSRVTT_train.9k.csv"));
    }

    private static Optional<AnnotatedVideos> msrvtt(DatasetFolder folder) {
        Optional<Path> test = folder.find("MSRVTT_JSFUSION_test.csv");
        Optional<Path> list = folder.find("MSRVTT_train.9k.csv", "MSRVTT_train.7k.csv");
        Optional<Path> sentences = folder.find("MSRVTT_data.json");
        CaptionReading reading = new CaptionReading("MSRVTT", folder);
        test.ifPresent(file -> reading.split(Split.TEST, CaptionFiles.msrvttTest(file)));
        if (list.isPresent() && sentences.isPresent()) {
            reading.split(Split.TRAIN, list.get(), CaptionFiles.msrvtt(sentences.get()));
        }
        return reading.done();
    }

    /** DiDeMo: {@code train_data.json} and so on, sentences joined to paragraphs. */
    public static AnnotatedVideos didemo(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return CaptionReading.published("DiDeMo", folder)
                .or(
                        () ->
                                CaptionReading.splits(
                                        "DiDeMo", folder, "%s_data.json", CaptionFiles::didemo))
                .orElseThrow(
                        () -> folder.nothingFound("test.jsonl, or test_data.json, val_data.json"));
    }

    /** MSVD: {@code msvd_captions.json}, and the lists of the splits {@code train_list.txt}. */
    public static AnnotatedVideos msvd(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return CaptionReading.published("MSVD", folder)
                .or(() -> msvd(folder))
                .orElseThrow(
                        () ->
                                folder.nothingFound(
                                        "test.jsonl, or msvd_captions.json with test_list.txt"));
    }

    private static Optional<AnnotatedVideos> msvd(DatasetFolder folder) {
        CaptionReading reading = new CaptionReading("MSVD", folder);
        Optional<Path> captions = folder.find("msvd_captions.json", "captions.json");
        for (Map.Entry<Split, String> split : SplitNames.all().entrySet()) {
            String list = split.getValue() + "_list.txt";
            Optional<Path> videos = folder.find(list, "msvd_" + list);
            if (captions.isPresent() && videos.isPresent()) {
                reading.split(split.getKey(), videos.get(), CaptionFiles.msvd(captions.get()));
            }
        }
        return reading.done();
    }

    /**
     * WebVid: {@code results_2M_train.csv} and {@code results_2M_val.csv}, or train and val.csv.
     */
    public static AnnotatedVideos webVid(Path path) {
        return webVid(path, CaptionFiles::webVid);
    }

    /** WebVid without the long captions that the published reader drops. */
    public static AnnotatedVideos webVidAsPublished(Path path) {
        return webVid(path, CaptionFiles::webVidAsPublished);
    }

    private static AnnotatedVideos webVid(Path path, Function<Path, Stream<VideoCaptions>> reader) {
        DatasetFolder folder = new DatasetFolder(path);
        // A pickle is opened too, for what its refusal says.
        return CaptionReading.splits(
                        "WebVid",
                        folder,
                        reader,
                        "results_2M_%s.csv",
                        "results_10M_%s.csv",
                        "%s.csv",
                        "%s.pkl")
                .orElseThrow(() -> folder.nothingFound("results_2M_train.csv, results_2M_val.csv"));
    }

    /**
     * CC3M: the published {@code cc3m.json}, all of it TRAIN, or {@code Train_GCC-training.tsv} and
     * {@code Validation_GCC-1.1.0-Validation.tsv}.
     */
    public static AnnotatedVideos cc3m(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        CaptionReading reading = new CaptionReading("CC3M", folder);
        Optional<Path> json = folder.find("cc3m.json");
        if (json.isPresent()) {
            reading.split(Split.TRAIN, CaptionFiles.cc3mPublished(json.get()));
        } else {
            folder.find("Train_GCC-training.tsv")
                    .ifPresent(file -> reading.split(Split.TRAIN, CaptionFiles.cc3m(file)));
            folder.find("Validation_GCC-1.1.0-Validation.tsv")
                    .ifPresent(file -> reading.split(Split.VALIDATION, CaptionFiles.cc3m(file)));
        }
        return reading.done()
                .orElseThrow(() -> folder.nothingFound("cc3m.json or Train_GCC-training.tsv"));
    }

    /** Any folder with {@code train.jsonl}, {@code val.jsonl} or {@code test.jsonl}. */
    public static AnnotatedVideos jsonl(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return CaptionReading.published(path.getFileName().toString(), folder)
                .orElseThrow(
                        () ->
                                folder.nothingFound(
                                        "train.jsonl, val.jsonl, test.jsonl with clip_name and caption on every line"));
    }
}
