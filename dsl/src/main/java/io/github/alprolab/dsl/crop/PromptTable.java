package io.github.alprolab.dsl.crop;

import io.github.alprolab.alpro.inside.Inspector;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.prompter.CropPixels;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.table.DataTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike a crop is to each prompt of its best entity. The prompter compares with the mean of the
 * prompts' unit vectors, whose product with the crop's is the mean of the cosines.
 */
public final class PromptTable {
    private PromptTable() {}

    /** A row a clip and prompt, and one a clip for the mean that is used. */
    public static DataTable of(Teacher prompter, List<Shot> clips) {
        List<CroppedClip> crops =
                CroppedClip.draw(prompter, clips, PseudoLabels.random("prompter.show"));
        List<Distribution> labels = PseudoLabels.labels(prompter, crops);
        int frames = crops.get(0).frames().count();
        int size = prompter.video().imageSize();
        try (Inspector model =
                Inspector.load(
                        prompter.config().prompterCheckpoint(), frames, size, prompter.device())) {
            return table(prompter, model, crops, labels);
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The prompter's checkpoint cannot be used",
                    e,
                    "Train it again: experiment.again()");
        }
    }

    private static DataTable table(
            Teacher prompter, Inspector model, List<CroppedClip> crops, List<Distribution> labels) {
        List<String> ids = new ArrayList<>();
        List<String> prompts = new ArrayList<>();
        List<Double> cosines = new ArrayList<>();
        for (int i = 0; i < crops.size(); i++) {
            CroppedClip crop = crops.get(i);
            List<String> texts = texts(prompter, crop, labels.get(i).best());
            List<Double> found = cosines(model, prompter, crop, texts);
            for (int p = 0; p < texts.size(); p++) {
                ids.add(crop.clip().pair().id());
                prompts.add(texts.get(p));
                cosines.add(found.get(p));
            }
            ids.add(crop.clip().pair().id());
            prompts.add("mean of the %d, which is used".formatted(texts.size()));
            cosines.add(found.stream().mapToDouble(c -> c).average().orElseThrow());
        }
        return DataTable.of("Prompts for the best entity of a crop, and how alike they are to it")
                .text("clip", ids)
                .text("prompt", prompts)
                .number("cosine", cosines, 3);
    }

    private static List<String> texts(Teacher prompter, CroppedClip crop, String entity) {
        List<String> templates =
                crop.clip().isStill()
                        ? prompter.config().imageTemplates()
                        : prompter.config().templates();
        return templates.stream().map(t -> t.replace("{}", entity)).toList();
    }

    private static List<Double> cosines(
            Inspector model, Teacher prompter, CroppedClip crop, List<String> texts) {
        byte[] pixels = CropPixels.of(crop.frames(), crop.box(), prompter.video().patch()).rgb();
        float[] clip = model.clipVectors(List.of(pixels)).get(0);
        List<Double> all = new ArrayList<>();
        for (float[] text : model.textVectors(texts)) {
            double sum = 0;
            for (int i = 0; i < clip.length; i++) {
                sum += (double) clip[i] * text[i];
            }
            all.add(sum);
        }
        return all;
    }
}
