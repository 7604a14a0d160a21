package io.github.alprolab.dsl;

import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.catalogue.Catalogue;
import io.github.alprolab.datasets.catalogue.CatalogueEntry;
import io.github.alprolab.datasets.parquet.ListedClips;
import io.github.alprolab.datasets.readers.AnnotatedVideos;
import io.github.alprolab.datasets.readers.AskedVideos;
import io.github.alprolab.datasets.readers.FurtherDatasets;
import io.github.alprolab.datasets.readers.RealDatasets;
import io.github.alprolab.datasets.readers.RealQuestions;
import io.github.alprolab.datasets.readers.WebDataset;
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
    private static final String PARQUET = ".parquet";

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
        return captions("msrvtt", folder, RealDatasets::msrvtt);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos msrvtt(String folder) {
        return msrvtt(GivenFolder.path(folder));
    }

    /**
     * DiDeMo for retrieval of paragraphs: {@code test.jsonl} or {@code test_data.json} and so on.
     */
    public static AnnotatedVideos didemo(Path folder) {
        return captions("didemo", folder, RealDatasets::didemo);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos didemo(String folder) {
        return didemo(GivenFolder.path(folder));
    }

    /** MSVD: {@code msvd_captions.json} and the lists of the splits, {@code test_list.txt}. */
    public static AnnotatedVideos msvd(Path folder) {
        return captions("msvd", folder, RealDatasets::msvd);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos msvd(String folder) {
        return msvd(GivenFolder.path(folder));
    }

    /**
     * LSMDC: {@code LSMDC16_annos_training.csv}, {@code LSMDC16_annos_val.csv} and the 1,000 clips
     * of {@code LSMDC16_challenge_1000_publictect.csv}.
     */
    public static AnnotatedVideos lsmdc(Path folder) {
        return captions("lsmdc", folder, FurtherDatasets::lsmdc);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos lsmdc(String folder) {
        return lsmdc(GivenFolder.path(folder));
    }

    /**
     * ActivityNet for retrieval of paragraphs: {@code train.json}; TEST is {@code val_1.json}, as
     * it is reported; VALIDATION is {@code val_2.json}, other sentences about the videos of TEST.
     */
    public static AnnotatedVideos activityNet(Path folder) {
        return captions("activityNet", folder, FurtherDatasets::activityNet);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos activityNet(String folder) {
        return activityNet(GivenFolder.path(folder));
    }

    /**
     * VATEX, English captions: {@code vatex_training_v1.0.json}, {@code vatex_validation_v1.0.json}
     * and {@code vatex_public_test_english_v1.1.json}, or lists of the clips of the latter two.
     */
    public static AnnotatedVideos vatex(Path folder) {
        return captions("vatex", folder, FurtherDatasets::vatex);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos vatex(String folder) {
        return vatex(GivenFolder.path(folder));
    }

    /** TGIF: {@code tgif-v1.0.tsv} with {@code train.txt}, {@code val.txt}, {@code test.txt}. */
    public static AnnotatedVideos tgif(Path folder) {
        return captions("tgif", folder, FurtherDatasets::tgif);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos tgif(String folder) {
        return tgif(GivenFolder.path(folder));
    }

    /** WebVid: {@code results_2M_train.csv} and {@code results_2M_val.csv}. */
    public static AnnotatedVideos webVid(Path folder) {
        return captions("webVid", folder, RealDatasets::webVid);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos webVid(String folder) {
        return webVid(GivenFolder.path(folder));
    }

    /** WebVid without captions of 80 words or more, which the published reader drops. */
    public static AnnotatedVideos webVidAsPublished(Path folder) {
        return captions("webVidAsPublished", folder, RealDatasets::webVidAsPublished);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos webVidAsPublished(String folder) {
        return webVidAsPublished(GivenFolder.path(folder));
    }

    /** CC3M: {@code cc3m.json} or {@code Train_GCC-training.tsv}; pictures in {@code images}. */
    public static AnnotatedVideos cc3m(Path folder) {
        return captions("cc3m", folder, RealDatasets::cc3m);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos cc3m(String folder) {
        return cc3m(GivenFolder.path(folder));
    }

    /**
     * Your own: {@code train.jsonl} and so on with {@code clip_name} and {@code caption} a line.
     */
    public static AnnotatedVideos jsonl(Path folder) {
        return captions("jsonl", folder, RealDatasets::jsonl);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AnnotatedVideos jsonl(String folder) {
        return jsonl(GivenFolder.path(folder));
    }

    /**
     * What other programs hand on, all of it TRAIN, told apart by the ending.
     *
     * <p>{@code .parquet}: videos that a Parquet file lists, in a column {@code path} (or {@code
     * file}, {@code video}), and perhaps {@code caption} (or {@code text}) and {@code id}.
     *
     * <p>Else tars of the WebDataset layout, all of them: {@code clips.tar}, a folder of tars, or
     * {@code shards/{00000..00099}.tar}. A video such as {@code 17.mp4} has its captions in {@code
     * 17.txt} or {@code 17.json}. The tars stay packed.
     */
    public static PairDataset of(Path place) {
        String call = call("of", place);
        return place.toString().endsWith(PARQUET)
                ? ListedClips.of(place).readBy(call)
                : NoData.advised(() -> WebDataset.of(place)).readBy(call);
    }

    /** The same, the place as text; {@code ~} stands for the user's own folder. */
    public static PairDataset of(String place) {
        return of(GivenFolder.path(place));
    }

    /** MSRVTT-QA: {@code train.jsonl} or {@code train_qa.json} and so on, or csv. */
    public static AskedVideos msrvttQa(Path folder) {
        return asked("msrvttQa", folder, RealQuestions::msrvttQa);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AskedVideos msrvttQa(String folder) {
        return msrvttQa(GivenFolder.path(folder));
    }

    /**
     * MSVD-QA: {@code train.jsonl} or {@code train_qa.json} and so on; {@code youtube_mapping.txt}
     * names the videos where they are not called {@code vid1}, {@code vid2}, ….
     */
    public static AskedVideos msvdQa(Path folder) {
        return asked("msvdQa", folder, RealQuestions::msvdQa);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AskedVideos msvdQa(String folder) {
        return msvdQa(GivenFolder.path(folder));
    }

    /** TGIF-QA, its free answers: {@code Train_frameqa_question.csv} and {@code Test_…}. */
    public static AskedVideos tgifQa(Path folder) {
        return asked("tgifQa", folder, RealQuestions::tgifQa);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AskedVideos tgifQa(String folder) {
        return tgifQa(GivenFolder.path(folder));
    }

    /**
     * Your own questions: {@code train}, {@code val} and {@code test} as jsonl, json, csv or tsv
     * with {@code video}, {@code question} and {@code answer}.
     */
    public static AskedVideos questions(Path folder) {
        return asked("questions", folder, RealQuestions::own);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static AskedVideos questions(String folder) {
        return questions(GivenFolder.path(folder));
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

    /** The same, the place as text. */
    public static DataTable annotations(String place) {
        return annotations(GivenFolder.path(place));
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

    /** The same, the folder as text. */
    public static DataTable list(String data) {
        return list(GivenFolder.path(data));
    }

    private static AnnotatedVideos captions(
            String name, Path given, Function<Path, AnnotatedVideos> reader) {
        return NoData.advised(() -> reader.apply(GivenFolder.of(given))).readBy(call(name, given));
    }

    private static AskedVideos asked(String name, Path given, Function<Path, AskedVideos> reader) {
        return NoData.advised(() -> reader.apply(GivenFolder.of(given))).readBy(call(name, given));
    }

    private static String call(String name, Path given) {
        return "Datasets." + name + "(" + PathCode.of(given) + ")";
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
