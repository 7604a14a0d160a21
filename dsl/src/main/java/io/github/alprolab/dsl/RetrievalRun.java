package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.tensor.ChosenPrecision;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.check.RankingChecks;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.RankHistogram;
import io.github.alprolab.dsl.figure.Strip;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.ranking.CaptionsFound;
import io.github.alprolab.dsl.ranking.ClipsFound;
import io.github.alprolab.dsl.ranking.FoundClips;
import io.github.alprolab.dsl.ranking.OpenModel;
import io.github.alprolab.dsl.ranking.RecallTable;
import io.github.alprolab.dsl.ranking.Scores;
import io.github.alprolab.dsl.ranking.SearchBox;
import io.github.alprolab.dsl.ranking.SimilarityMap;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.table.DataTable;
import io.github.alprolab.dsl.training.TrainingRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A measured retrieval: ranks, similarities, and free search. Where its fine-tuning was stopped
 * there are curves and checkpoints, and everything else says that nothing is measured yet.
 *
 * <p>The first {@link #search} opens the model and encodes the clips; both are kept for the next
 * ones. {@link #close} frees them, which Jupyter's kernel calls when the run's variable is
 * re-declared or dropped; a run that nobody holds is freed when the collector finds it.
 */
public final class RetrievalRun implements Run, AutoCloseable {
    private static final int SHOWN = 5;

    private final RunFolder folder;
    private final Optional<Scores> measured;
    private final Retrieval experiment;
    private final Optional<OpenModel> model;

    RetrievalRun(RunFolder folder, Scores scores, OpenModel model, Retrieval experiment) {
        this(folder, Optional.of(scores), Optional.of(model), experiment);
    }

    /** One whose fine-tuning was stopped before anything was measured. */
    RetrievalRun(RunFolder folder, Retrieval experiment) {
        this(folder, Optional.empty(), Optional.empty(), experiment);
    }

    private RetrievalRun(
            RunFolder folder,
            Optional<Scores> measured,
            Optional<OpenModel> model,
            Retrieval experiment) {
        this.folder = folder;
        this.measured = measured;
        this.experiment = experiment;
        this.model = model;
    }

    /**
     * R@1, R@5, R@10, median and mean rank in both directions, beside chance. A clip with several
     * measured captions counts the best placed one. Plain figures come first; those of rescored
     * scores follow in rows that name what was done to which scores. The title says split, clips,
     * captions, frames and what ranked.
     */
    @Override
    public DataTable metrics() {
        return RecallTable.of(
                scores(),
                title("Retrieval"),
                experiment.trainer().isPresent(),
                experiment.rescored(),
                experiment.reranking());
    }

    /** Every text: the rank of its clip, that clip, the clip that came first, and its score. */
    public DataTable results() {
        return new FoundClips(scores()).table(title("Text → video"));
    }

    /** Every clip: the rank of its best placed caption, and the caption that came first. */
    public DataTable resultsOfClips() {
        return new FoundClips(scores()).tableOfClips(title("Video → text"));
    }

    /**
     * Texts whose clip did not come first, the most confident mistakes first: the clip that came
     * first, then the right one and where it landed.
     *
     * @param most number of misses, at least 1
     */
    public Figure misses(int most) {
        Range.atLeast(1, most, "misses");
        return saved("misses.png", Figure.of(new FoundClips(scores()).misses(most, this::strip)));
    }

    /**
     * Losses and recall of the fine-tuning over epochs.
     *
     * @throws AdviceException where nothing was trained
     */
    public Figure curves() {
        if (experiment.trainer().isEmpty()) {
            throw new AdviceException(
                    "C27",
                    "This retrieval measured a checkpoint as it is: there is no training to draw.",
                    "retrieval.trainer(Trainer.adamW(3e-4).epochs(2)).run().curves()");
        }
        return TrainingRecord.of(folder)
                .curves(List.of(Metric.VTC_LOSS, Metric.VTM_LOSS, Metric.VTM_ACCURACY, Metric.R10));
    }

    /**
     * VTC's scores of all texts against all clips, ordered by what is seen in them, so that what is
     * alike lies together; right pairs lie on the diagonal. Of several captions of a clip the first
     * is shown.
     */
    public Figure similarity() {
        return similarity(scores().pairs().size());
    }

    /**
     * The same for some of them, spread evenly over that order, with room to see single pairs.
     *
     * @param most number of texts and of clips, at least 1
     */
    public Figure similarity(int most) {
        Range.atLeast(1, most, "similarity");
        return saved("similarity.png", Figure.of(SimilarityMap.of(scores(), most)));
    }

    /** How the ranks of the right clip of every text are spread, with the recall curve. */
    public Figure ranks() {
        return saved(
                "ranks.png",
                Figure.of(
                        RankHistogram.of(
                                "Rank of the right clip · %d texts%s"
                                        .formatted(scores().textToVideo().length, note()),
                                scores().pairs().size(),
                                Arrays.stream(scores().textToVideo()).boxed().toList())));
    }

    /**
     * The clips that fit any sentence best, in the order of the experiment: by VTC, or by VTM over
     * it. Clips that really have it as one of their captions are marked as right and the others as
     * wrong; where no clip has it, none is marked.
     *
     * <p>Numbers are VTC's, cosine divided by the temperature. Where VTM judged they are its
     * log-odds of a match and the bars its probability; clips behind those have no bar.
     *
     * @param text not blank
     * @param most number of clips, at least 1
     */
    public Figure search(String text, int most) {
        Range.atLeast(1, most, "search");
        Range.text(text, "run.search(\"a dog moves left\", 5)");
        return Figure.of(
                new ClipsFound(
                                experiment.evaluated().all(),
                                this::strip,
                                text,
                                model().search(text),
                                experiment.reranking())
                        .sheet(most));
    }

    /**
     * A line to type sentences into, with the five clips that fit each best below it, as {@link
     * #search} finds them. It begins with a caption of the clips that were measured.
     */
    public SearchBox searchBox() {
        return new SearchBox(scores().captions().get(0), text -> search(text, SHOWN));
    }

    /**
     * The captions that fit a clip best, best first in the order that was measured; its own are
     * marked. Where VTM judged, its log-odds of a match stand beside VTC's similarity.
     *
     * @param clip one of {@link Pairs} that was evaluated
     * @param most number of captions, at least 1
     */
    public DataTable captions(Clip clip, int most) {
        Range.atLeast(1, most, "captions");
        int column = scores().pairs().stream().map(Pair::id).toList().indexOf(clip.id());
        if (column < 0) {
            throw new AdviceException(
                    "C27",
                    "The clip %s is none of the %d that were evaluated."
                            .formatted(clip.id(), scores().pairs().size()),
                    "run.captions(pairs.only(Split.TEST).sample(1).get(0), 5)");
        }
        return CaptionsFound.of(scores(), column, most, experiment.reranking());
    }

    /** Frees the model that a search opened; the next search opens it again. */
    @Override
    public void close() {
        model.ifPresent(OpenModel::close);
    }

    @Override
    public Path folder() {
        return folder.path();
    }

    @Override
    public Checkpoint best() {
        return experiment.best(folder);
    }

    @Override
    public Checkpoint last() {
        return experiment.last(folder);
    }

    @Override
    public List<Scored> scored() {
        List<Scored> recorded = folder.scored();
        if (recorded.isEmpty()) {
            return measured.map(s -> s.scored(split()))
                    .orElseGet(() -> TrainingRecord.of(folder).scored());
        }
        return recorded;
    }

    @Override
    public Showing show() {
        return measured.isPresent()
                ? metrics().show()
                : TrainingRecord.of(folder).show("Fine-tuning for retrieval");
    }

    @Override
    public String toString() {
        return "Retrieval “" + name() + "”: " + state();
    }

    private Strip strip(Pair pair, Verdict verdict, Optional<Strip.Score> score) {
        return experiment.pairs().clip(pair).strip(verdict, score);
    }

    private Figure saved(String file, Figure figure) {
        return figure.save(folder.figure(file));
    }

    private String split() {
        return experiment.split();
    }

    private String title(String what) {
        Reranking reranking = experiment.reranking();
        String order =
                reranking.candidates() == 0
                        ? "by VTC"
                        : reranking.candidates() == Reranking.ALL
                                ? "by VTM of all pairs"
                                : "the first %d of VTC by VTM".formatted(reranking.candidates());
        String captions = note().isEmpty() ? " · 1 caption each" : note();
        return "%s on %s · %d clips%s · %d frames · %s%s%s%s"
                .formatted(
                        what,
                        split(),
                        scores().pairs().size(),
                        captions,
                        experiment.pairs().frames(),
                        order,
                        precision(),
                        experiment.trainer().isPresent() ? " · fine-tuned" : "",
                        warning());
    }

    /** Said where figures have other digits than in 32 bits. */
    private String precision() {
        try {
            Precision taken = ChosenPrecision.taken(experiment.precision(), folder.path());
            return taken == Precision.FP32 ? "" : " in " + taken;
        } catch (IOException e) {
            throw new UncheckedIOException("what AUTO took cannot be read", e);
        }
    }

    /** Said beside figures that a VTM which knows nothing has put in order. */
    private String warning() {
        return experiment.reranking().candidates() == 0
                ? ""
                : RankingChecks.matching(best().manifest().metrics())
                        .map(said -> " · ! " + said)
                        .orElse("");
    }

    private String note() {
        return experiment.captions().note(experiment.evaluated().all());
    }

    /** The model, from the first search until {@link #close}. */
    OpenModel model() {
        return model.orElseThrow(this::unmeasured);
    }

    private Scores scores() {
        return measured.orElseThrow(this::unmeasured);
    }

    private AdviceException unmeasured() {
        return new AdviceException(
                "C14",
                "The fine-tuning of “%s” was stopped at epoch %d, so nothing is measured yet."
                        .formatted(name(), state().epoch()),
                "experiment.run() goes on from there");
    }
}
