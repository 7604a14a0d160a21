package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.EncodedClipFiles;
import io.github.alprolab.alpro.retrieval.JudgedPairs;
import io.github.alprolab.alpro.retrieval.PairJudge;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.tensor.ChosenPrecision;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.run.Workplace;
import io.github.alprolab.dsl.shard.ShardModel;
import io.github.alprolab.dsl.shard.ShardWork;
import io.github.alprolab.dsl.shard.Shards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clips encoded and pairs judged by an engine, in files within the run's folder; what is compared
 * with all clips, the texts, is encoded here. Each file holds what is computed at once without
 * shards, so that every figure is the same to the last bit.
 */
final class DividedRanking {
    private static final Shards.Title ENCODING = new Shards.Title("encoding", "encoded", "clips");
    private static final Shards.Title JUDGING = new Shards.Title("judging", "judged", "texts");

    private final Division division;
    private final Workplace place;
    private final Path folder;
    private final ShardModel model;
    private final boolean tokens;

    /**
     * @param place where the precision that AUTO took is kept already
     */
    DividedRanking(Division division, Measurement measured, Workplace place) throws IOException {
        this.division = division;
        this.place = place;
        this.folder = folder(place.folder());
        this.tokens = measured.reranking().candidates() > 0;
        this.model =
                ShardModel.of(
                        measured.checkpoint(),
                        division.weights(),
                        measured.input(),
                        measured.place().device().isCpu(),
                        ChosenPrecision.taken(measured.place().precision(), place.folder().path()));
        Files.createDirectories(folder);
    }

    private static Path folder(RunFolder run) {
        return run.path().toAbsolutePath().resolve("shards");
    }

    private Path file(String name, int number) {
        return folder.resolve("%s-%05d.safetensors".formatted(name, number));
    }

    /** The clips without tokens, when all of them are encoded. */
    VideoFeatures videos(Retriever opened, Measurement measured) throws IOException {
        List<EncodedClips> works = clips();
        make(ENCODING, works);
        return opened.videos(measured.pairs(), new EncodedClipFiles(files(works)));
    }

    private List<EncodedClips> clips() {
        return IntStream.range(0, shards()).mapToObj(this::clips).toList();
    }

    private int shards() {
        return (division.rows().size() + Retriever.BATCH - 1) / Retriever.BATCH;
    }

    private String clipsPlace(int number) {
        return file("clips", number).toString();
    }

    private EncodedClips clips(int number) {
        int first = number * Retriever.BATCH;
        int end = Math.min(division.rows().size(), first + Retriever.BATCH);
        List<ClipRow> rows = division.rows().subList(first, end);
        return new EncodedClips(model, tokens, clipsPlace(number), number, origin(rows), rows);
    }

    /** Of some clips, by the model; the same for all who encode them. */
    private String origin(List<ClipRow> rows) {
        return Digest.sha256()
                .add(model.hash() + model.input() + model.precision() + tokens)
                .add(ClipRow.hash(rows))
                .hex();
    }

    /**
     * Asks VTM by the engine.
     *
     * @param name of the files
     * @param captions the texts that will be judged
     */
    PairJudge judge(String name, List<String> captions) {
        Digest sum = Digest.sha256().add(origin(division.rows()));
        captions.forEach(sum::add);
        String origin = sum.hex();
        return (texts, videos, wanted, told) -> {
            List<JudgedTexts> works = works(name, origin, texts.judged(), wanted);
            List<Path> tokens = works.stream().map(work -> Path.of(work.texts())).toList();
            ShardFiles.handle(folder, () -> texts.write(tokens, origin));
            make(JUDGING, works);
            for (Path file : files(works)) {
                ShardFiles.handle(file, () -> JudgedPairs.tell(file, told));
            }
        };
    }

    private List<JudgedTexts> works(
            String name, String origin, List<int[]> groups, BitSet[] wanted) {
        List<String> clips = IntStream.range(0, shards()).mapToObj(this::clipsPlace).toList();
        return IntStream.range(0, groups.size())
                .mapToObj(
                        number ->
                                new JudgedTexts(
                                        model,
                                        file(name, number).toString(),
                                        clips,
                                        Arrays.stream(groups.get(number))
                                                .mapToObj(text -> wanted[text])
                                                .toList(),
                                        file(name + "-judged", number).toString(),
                                        number,
                                        origin))
                .toList();
    }

    private static List<Path> files(List<? extends ShardWork> works) {
        return works.stream().map(ShardWork::file).toList();
    }

    private void make(Shards.Title title, List<? extends ShardWork> works) {
        new Shards(division.engine(), title, "run(engine) again")
                .make(works, place.progress(), place::stopRequested);
    }

    /** Takes the files of a run away that has its scores; there need be none. */
    static void remove(RunFolder run) throws IOException {
        Path folder = folder(run);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
