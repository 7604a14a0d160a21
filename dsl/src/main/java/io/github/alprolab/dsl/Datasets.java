package io.github.alprolab.dsl;

import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.catalogue.Catalogue;
import io.github.alprolab.datasets.catalogue.CatalogueEntry;
import io.github.alprolab.datasets.readers.AnnotatedVideos;
import io.github.alprolab.datasets.readers.RealDatasets;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.dsl.data.AnnotationTable;
import io.github.alprolab.dsl.data.GivenFolder;
import io.github.alprolab.dsl.data.NoData;
import io.github.alprolab.dsl.record.PathCode;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The data sets there are. Each real one is a folder of the user: annotations in it, in {@code txt}
 * or in {@code annotations}, videos in {@code videos}. An archive of that folder does as well: it
 * is unpacked beside itself, once.
 */
public final class Datasets {
    private Datasets() {}

    /**
     * The default corpus: named pictures that move over a background, rendered on this machine.
     * 16,384 training, 256 validation and 512 test clips; {@code .clips(Split.TRAIN, 1024)} changes
     * a number, {@code .seed(7)} the content.
     */
    public static MovingSprites movingSprites() {
        return MovingSprites.corpus();
    }

    /**
     * Clips of one noisy colour each, drawn in memory: a model learns them in seconds, so an
     * experiment is tried out on them first.
     *
     * @param train clips to train on, 0 or more; so are {@code validation} and {@code test}
     */
    public static ColourClips colours(int train, int validation, int test) {
        return ColourClips.of(train, validation, test);
    }

    /**
     * MSRVTT for retrieval: {@code train.jsonl}, {@code val.jsonl}, {@code test.jsonl}, or {@code
     * MSRVTT_JSFUSION_test.csv}, {@code MSRVTT_data.json} and a list of training videos.
     */
    public static AnnotatedVideos msrvtt(Path folder) {
        return read("msrvtt", folder, RealDatasets::msrvtt);
    }

    /**
     * DiDeMo for retrieval of paragraphs: {@code test.jsonl} or {@code test_data.json} and so on.
     */
    public static AnnotatedVideos didemo(Path folder) {
        return read("didemo", folder, RealDatasets::didemo);
    }

    /** MSVD: {@code msvd_captions.json} and the lists of the splits, {@code test_list.txt}. */
    public static AnnotatedVideos msvd(Path folder) {
        return read("msvd", folder, RealDatasets::msvd);
    }

    /** WebVid: {@code results_2M_train.csv} and {@code results_2M_val.csv}. */
    public static AnnotatedVideos webVid(Path folder) {
        return read("webVid", folder, RealDatasets::webVid);
    }

    /** WebVid without captions of 80 words or more, which the published reader drops. */
    public static AnnotatedVideos webVidAsPublished(Path folder) {
        return read("webVidAsPublished", folder, RealDatasets::webVidAsPublished);
    }

    /** CC3M: {@code cc3m.json} or {@code Train_GCC-training.tsv}; pictures in {@code images}. */
    public static AnnotatedVideos cc3m(Path folder) {
        return read("cc3m", folder, RealDatasets::cc3m);
    }

    /**
     * Your own: {@code train.jsonl} and so on with {@code clip_name} and {@code caption} a line.
     */
    public static AnnotatedVideos jsonl(Path folder) {
        return read("jsonl", folder, RealDatasets::jsonl);
    }

    /**
     * What annotation files are read as, and how many rows, videos and texts they hold; why, where
     * one cannot be read.
     *
     * @param place a file, or a folder of csv, tsv, txt, json and jsonl files
     */
    public static DataTable annotations(Path place) {
        return AnnotationTable.of(place);
    }

    /** The real data sets: how much they hold, under which licence, where to get them. */
    public static DataTable list() {
        return table("Data sets");
    }

    /**
     * The same, with what is found on this disk.
     *
     * @param data a folder with one folder for each data set: {@code msrvtt}, {@code didemo}, …
     */
    public static DataTable list(Path data) {
        return table("Data sets · found in " + data)
                .text("found", each(entry -> Catalogue.found(entry, data).toString()));
    }

    private static AnnotatedVideos read(
            String name, Path given, Function<Path, AnnotatedVideos> reader) {
        return NoData.advised(() -> reader.apply(GivenFolder.of(given)))
                .readBy("Datasets." + name + "(" + PathCode.of(given) + ")");
    }

    private static DataTable table(String title) {
        return DataTable.of(title)
                .text("name", each(CatalogueEntry::name))
                .text("holds", each(CatalogueEntry::content))
                .text("licence", each(CatalogueEntry::licence))
                .text("where to get it", each(CatalogueEntry::source))
                .text("folder", each(CatalogueEntry::folder))
                .text("read by", each(CatalogueEntry::dsl));
    }

    private static List<String> each(Function<CatalogueEntry, String> column) {
        return Catalogue.entries().stream().map(column).toList();
    }
}
