package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Split;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Data sets that the paper does not use and tables of retrieval go on to. Folders are as in {@link
 * RealDatasets}, and the published {@code train.jsonl} and so on go first here as well.
 */
public final class FurtherDatasets {
    private FurtherDatasets() {}

    /**
     * LSMDC of 2016: {@code LSMDC16_annos_training.csv}, {@code LSMDC16_annos_val.csv}, and the
     * 1,000 clips of {@code LSMDC16_challenge_1000_publictect.csv} as TEST.
     */
    public static AnnotatedVideos lsmdc(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return CaptionReading.published("LSMDC", folder)
                .or(() -> lsmdc(folder))
                .orElseThrow(
                        () ->
                                folder.nothingFound(
                                        "LSMDC16_annos_training.csv, LSMDC16_annos_val.csv, LSMDC16_challenge_1000_publictect.csv"));
    }

    private static Optional<AnnotatedVideos> lsmdc(DatasetFolder folder) {
        CaptionReading reading = new CaptionReading("LSMDC", folder);
        // The publisher spells the test so.
        read(folder, reading, Split.TRAIN, "LSMDC16_annos_training.csv");
        read(folder, reading, Split.VALIDATION, "LSMDC16_annos_val.csv");
        read(
                folder,
                reading,
                Split.TEST,
                "LSMDC16_challenge_1000_publictect.csv",
                "LSMDC16_challenge_1000_publictest.csv");
        return reading.done();
    }

    private static void read(
            DatasetFolder folder, CaptionReading reading, Split split, String... names) {
        folder.find(names).ifPresent(file -> reading.split(split, CaptionFiles.lsmdc(file)));
    }

    /**
     * ActivityNet Captions for retrieval of paragraphs, the sentences of a video joined: {@code
     * train.json}; {@code val_1.json} is TEST, as tables of retrieval report it; {@code val_2.json}
     * is VALIDATION, other people's sentences about the same videos as TEST.
     */
    public static AnnotatedVideos activityNet(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return CaptionReading.published("ActivityNet", folder)
                .or(() -> activityNet(folder))
                .orElseThrow(() -> folder.nothingFound("train.json, val_1.json, val_2.json"));
    }

    private static Optional<AnnotatedVideos> activityNet(DatasetFolder folder) {
        CaptionReading reading = new CaptionReading("ActivityNet", folder);
        paragraphs(folder, reading, Split.TRAIN, "train.json");
        paragraphs(folder, reading, Split.VALIDATION, "val_2.json");
        paragraphs(folder, reading, Split.TEST, "val_1.json");
        return reading.done();
    }

    private static void paragraphs(
            DatasetFolder folder, CaptionReading reading, Split split, String name) {
        folder.find(name).ifPresent(file -> reading.split(split, CaptionFiles.activityNet(file)));
    }

    /**
     * VATEX with its ten English captions a clip: {@code vatex_training_v1.0.json}, {@code
     * vatex_validation_v1.0.json}, {@code vatex_public_test_english_v1.1.json}. Where {@code
     * test_list.txt} is there, it and {@code val_list.txt} divide the validation clips, as tables
     * of retrieval do, 1,500 each.
     */
    public static AnnotatedVideos vatex(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return CaptionReading.published("VATEX", folder)
                .or(() -> vatex(folder))
                .orElseThrow(
                        () ->
                                folder.nothingFound(
                                        "vatex_training_v1.0.json, vatex_validation_v1.0.json, vatex_public_test_english_v1.1.json"));
    }

    private static Optional<AnnotatedVideos> vatex(DatasetFolder folder) {
        CaptionReading reading = new CaptionReading("VATEX", folder);
        folder.find("vatex_training_v1.0.json")
                .ifPresent(file -> reading.split(Split.TRAIN, CaptionFiles.vatex(file)));
        Optional<Path> validation = folder.find("vatex_validation_v1.0.json");
        Optional<Path> test = folder.find("test_list.txt");
        if (validation.isPresent() && test.isPresent()) {
            reading.split(Split.TEST, test.get(), CaptionFiles.vatex(validation.get()));
            folder.find("val_list.txt")
                    .ifPresent(
                            list ->
                                    reading.split(
                                            Split.VALIDATION,
                                            list,
                                            CaptionFiles.vatex(validation.get())));
            return reading.done();
        }
        validation.ifPresent(file -> reading.split(Split.VALIDATION, CaptionFiles.vatex(file)));
        folder.find("vatex_public_test_english_v1.1.json")
                .ifPresent(file -> reading.split(Split.TEST, CaptionFiles.vatex(file)));
        return reading.done();
    }

    /**
     * TGIF: {@code tgif-v1.0.tsv}, divided by the lists of addresses {@code train.txt}, {@code
     * val.txt} and {@code test.txt}. A clip is named by the last part of its address.
     */
    public static AnnotatedVideos tgif(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return CaptionReading.published("TGIF", folder)
                .or(() -> tgif(folder))
                .orElseThrow(
                        () ->
                                folder.nothingFound(
                                        "tgif-v1.0.tsv with train.txt, val.txt, test.txt"));
    }

    private static Optional<AnnotatedVideos> tgif(DatasetFolder folder) {
        CaptionReading reading = new CaptionReading("TGIF", folder);
        folder.find("tgif-v1.0.tsv")
                .ifPresent(
                        captions ->
                                SplitNames.each(
                                        folder,
                                        (split, list) ->
                                                reading.split(
                                                        split,
                                                        list,
                                                        CaptionFiles.tgif(captions),
                                                        CaptionFiles::tgifName),
                                        "%s.txt"));
        return reading.done();
    }
}
