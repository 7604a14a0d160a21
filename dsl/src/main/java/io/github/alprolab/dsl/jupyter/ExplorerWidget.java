package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.dsl.crop.CropExplorer;
import io.github.alprolab.dsl.figure.Bar;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.LabelRow;
import io.github.alprolab.dsl.figure.LabelSheet;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.widget.Property;
import io.github.alprolab.kernel.api.widget.Widget;
import java.util.List;

/** A box to drag over a clip; the prompter is asked about every place it rests at. */
final class ExplorerWidget extends Widget {
    private final MimeBundle first;
    private final Property<byte[]> crop;
    private final Property<List<LabelBar>> bars;
    private final Property<String> known;
    private final Property<String> ignored;

    /** An entity with its probability, 0 to 1, and that in words. */
    record LabelBar(String entity, double share, String words) {
        static List<LabelBar> of(LabelRow row) {
            return row.bars().stream().map(LabelBar::of).toList();
        }

        private static LabelBar of(Bar bar) {
            return new LabelBar(bar.label(), bar.value(), bar.text());
        }
    }

    ExplorerWidget(CropExplorer explorer) {
        super(Page.script("crop-explorer.js"), Page.style());
        CropBox box = explorer.first();
        int grid = explorer.grid();
        LabelRow row = explorer.label(box);
        this.first =
                ShownDisplayer.bundle(
                        Figure.of(new LabelSheet("Pseudo-label", List.of(row))).show());
        this.crop = property("crop", jpeg(row.crop()));
        this.bars = list("bars", LabelBar.class, LabelBar.of(row));
        this.known = property("known", row.known().orElse(""));
        this.ignored = property("ignored", row.ignored().orElse(""));
        property("caption", row.caption());
        property("frame", jpeg(row.frame()));
        property("grid", grid);
        property("box", box)
                .allowed(
                        b -> isInside(b, grid),
                        "a box inside %d × %d patches".formatted(grid, grid))
                .onChange(other -> put(explorer.label(other)));
    }

    private static boolean isInside(CropBox box, int grid) {
        return box.left() + box.width() <= grid && box.top() + box.height() <= grid;
    }

    private void put(LabelRow row) {
        crop.set(jpeg(row.crop()));
        bars.set(LabelBar.of(row));
        known.set(row.known().orElse(""));
        ignored.set(row.ignored().orElse(""));
    }

    @Override
    protected MimeBundle still() {
        return first;
    }
}
