package io.github.alprolab.dsl.crop;

import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.prompter.PseudoLabeler;
import io.github.alprolab.alpro.trained.KeptModel;
import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.LabelRow;
import io.github.alprolab.dsl.figure.LabelSheet;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.List;

/**
 * A clip with a box to move, and what a prompter says of each place. A notebook shows it as a
 * widget, everything else as the label of its first box. The prompter is opened when it is first
 * asked and kept until this is closed; asked again after that, it opens anew.
 */
public final class CropExplorer implements Shown, AutoCloseable {
    private final KeptModel<Integer, PseudoLabeler> kept;
    private final Teacher prompter;
    private final Shot clip;
    private final Frames frames;

    /** Opens nothing yet. */
    public CropExplorer(Teacher prompter, Shot clip) {
        this.prompter = prompter;
        this.clip = clip;
        this.frames = CroppedClip.frames(clip, prompter.video());
        this.kept =
                new KeptModel<>(count -> PseudoLabels.load(prompter, count), PseudoLabeler::close);
    }

    /** Patches along an edge of a frame; boxes lie on them. */
    public int grid() {
        return prompter.video().grid();
    }

    /** The smallest box around the largest entity of the middle frame, or the middle of it. */
    public CropBox first() {
        int middle = clip.indices().get(frames.count() / 2);
        return clip.pair().truth().map(truth -> truth.at(middle)).orElse(List.of()).stream()
                .max((a, b) -> Double.compare(a.width() * a.height(), b.width() * b.height()))
                .map(this::around)
                .orElseGet(this::centre);
    }

    private CropBox around(EntityBox entity) {
        int left = (int) (entity.left() * grid());
        int top = (int) (entity.top() * grid());
        int right = (int) Math.ceil((entity.left() + entity.width()) * grid() - 1e-9);
        int bottom = (int) Math.ceil((entity.top() + entity.height()) * grid() - 1e-9);
        return new CropBox(top, left, bottom - top, right - left);
    }

    private CropBox centre() {
        int edge = Math.max(1, grid() / 2);
        return new CropBox((grid() - edge) / 2, (grid() - edge) / 2, edge, edge);
    }

    /**
     * What the prompter sees of a box and says of it.
     *
     * @param box inside the {@link #grid}
     */
    public LabelRow label(CropBox box) {
        CroppedClip crop = new CroppedClip(clip, frames, box, KnownEntity.share(box, grid()));
        Distribution label = kept.ask(frames.count(), labeler -> PseudoLabels.label(labeler, crop));
        return PseudoLabels.row(prompter, crop, label);
    }

    @Override
    public Showing show() {
        return Figure.of(new LabelSheet("Pseudo-label", List.of(label(first())))).show();
    }

    /** Frees the prompter; the next question opens it again. */
    @Override
    public void close() {
        kept.close();
    }

    @Override
    public String toString() {
        return "Crop explorer of " + clip.pair().id() + " · " + clip.caption();
    }
}
