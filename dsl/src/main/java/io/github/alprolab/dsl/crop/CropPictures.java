package io.github.alprolab.dsl.crop;

import io.github.alprolab.alpro.prompter.CropPixels;
import io.github.alprolab.dsl.figure.CropRow;
import io.github.alprolab.dsl.figure.CropSheet;
import io.github.alprolab.dsl.figure.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/** Draws boxes for clips and shows what becomes of them; needs no engine. */
public final class CropPictures {
    private CropPictures() {}

    /** One row a clip. */
    public static CropSheet sheet(Teacher prompter, List<Shot> clips) {
        List<CroppedClip> crops =
                CroppedClip.draw(prompter, clips, PseudoLabels.random("prompter.show"));
        return new CropSheet(
                "Crops · the same box in every frame",
                crops.stream().map(c -> row(prompter, c)).toList());
    }

    private static CropRow row(Teacher prompter, CroppedClip crop) {
        int grid = prompter.video().grid();
        double[][] mask = new double[grid][grid];
        for (int i = 0; i < grid; i++) {
            for (int j = 0; j < grid; j++) {
                mask[i][j] = crop.box().contains(i, j) ? 1 : 0;
            }
        }
        return new CropRow(
                IntStream.range(0, crop.frames().count()).mapToObj(crop.frames()::image).toList(),
                crop.area(),
                CropPixels.of(crop.frames(), crop.box(), prompter.video().patch())
                        .image(crop.middle()),
                Matrix.of(mask),
                crop.clip().caption());
    }
}
