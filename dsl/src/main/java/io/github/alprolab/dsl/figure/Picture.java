package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;

/** The data of a figure, which can draw itself, describe itself and stand as a table. */
public sealed interface Picture
        permits AccuracyBars,
                AnswerSheet,
                Bars,
                CropSheet,
                Curves,
                Diagram,
                Grid,
                GroupedBars,
                HeatMap,
                LabelSheet,
                Overlays,
                RankHistogram,
                ScatterMap,
                StepSheet,
                StripSheet {

    /** What the figure is called when nobody gives it another title. */
    String title();

    /** What sort of figure it is, in words such as "Bar chart". */
    String kind();

    /** The size it likes at a width in logical pixels. */
    Size size(int width);

    /** The figure in words, with its numbers: what a reader without pictures gets. */
    String words();

    /** The figure's data as a table. */
    DataTable table();

    /** Whether it is made of photographs, so that JPEG suits it. */
    default boolean photographic() {
        return false;
    }

    /** Draws below the title, in a box from 0, 0 to {@code size}. */
    void paint(Graphics2D graphics, Size size, Theme theme);
}
