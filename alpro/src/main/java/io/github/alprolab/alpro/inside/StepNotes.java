package io.github.alprolab.alpro.inside;

import io.github.alprolab.alpro.inside.StepAccount.HiddenPiece;
import io.github.alprolab.alpro.inside.StepAccount.LabelledCrop;
import io.github.alprolab.alpro.inside.StepAccount.Matching;
import io.github.alprolab.alpro.inside.StepAccount.Negative;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.objective.HardNegatives;
import io.github.alprolab.alpro.objective.MaskedWords;
import io.github.alprolab.alpro.objective.Mlm;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.alpro.objective.Step;
import io.github.alprolab.alpro.objective.StepTensor;
import io.github.alprolab.alpro.objective.Vtm;
import io.github.alprolab.alpro.prompter.CropBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what an objective draws and computes in the very step that its loss reads. */
final class StepNotes {
    final List<HiddenPiece> hidden = new ArrayList<>();
    final List<LabelledCrop> crops = new ArrayList<>();
    Optional<Matching> matching = Optional.empty();

    /** The objective's own loss, once the step is written down. */
    StepTensor loss(Objective objective, Step step) {
        if (objective instanceof Mlm mlm) {
            words(mlm, step);
        } else if (objective instanceof Vtm vtm) {
            matching = Optional.of(pairs(vtm, step));
        } else if (objective instanceof Pem pem) {
            crops(pem, step);
        }
        return objective.loss(step);
    }

    private void words(Mlm mlm, Step step) {
        MaskedWords words = mlm.hidden(step);
        if (words.labels().length == 0) {
            return;
        }
        float[][] guesses = mlm.scores(step, words).softmax().matrix();
        List<String> pieces = step.vocabulary().pieces();
        for (int i = 0; i < guesses.length; i++) {
            int position = words.positions()[i];
            hidden.add(
                    new HiddenPiece(
                            position / step.length(),
                            position % step.length() - 1, // the start is no part of the text
                            pieces.get((int) words.labels()[i]),
                            pieces.get((int) words.ids()[position]),
                            Distribution.of(pieces, guesses[i])));
        }
    }

    private static Matching pairs(Vtm vtm, Step step) {
        float[][] match = vtm.scores(step).softmax().matrix(); // (3B, 2)
        float[][] similarity = step.similarity().matrix();
        HardNegatives negatives = step.negatives();
        List<Double> right = new ArrayList<>();
        List<Negative> texts = new ArrayList<>();
        List<Negative> clips = new ArrayList<>();
        int count = step.clips();
        for (int i = 0; i < count; i++) {
            right.add((double) match[i][1]);
            int clip = negatives.videoOfText()[i];
            double[] videos = HardNegatives.chancesOfVideos(similarity, i);
            texts.add(new Negative(clip, videos[clip], match[count + i][1]));
            int text = negatives.textOfVideo()[i];
            double[] others = HardNegatives.chancesOfTexts(similarity, i);
            clips.add(new Negative(text, others[text], match[2 * count + i][1]));
        }
        return new Matching(right, texts, clips);
    }

    private void crops(Pem pem, Step step) {
        List<CropBox> boxes = pem.boxes(step);
        StepTensor inside = pem.inside(step, boxes);
        float[][] labels = pem.labels(step, inside).matrix();
        float[][] guesses = pem.scores(step, inside).softmax().matrix();
        float[] counted = pem.counted(labels);
        for (int i = 0; i < counted.length; i++) {
            crops.add(
                    new LabelledCrop(
                            boxes.get(i),
                            Distribution.of(pem.classes(), labels[i]),
                            Distribution.of(pem.classes(), guesses[i]),
                            counted[i] == 0));
        }
    }
}
