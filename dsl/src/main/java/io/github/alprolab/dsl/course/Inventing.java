package io.github.alprolab.dsl.course;

import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.train.ModelPart;
import io.github.alprolab.alpro.train.SmokeFigures;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.training.Smoke;
import java.util.List;
import java.util.Optional;

/** Unit 5: an objective of your own. */
final class Inventing {
    private static final int FRAMES = 4;
    private static final double NEAR = 0.01;

    private Inventing() {}

    static Exercise<Void> chance() {
        return Exercise.value("5.1 The chance of a new objective")
                .asks(
                        "One of 4 frames is taken from another clip, and the model is asked which. What"
                                + " is the loss of a model that knows nothing?")
                .expects(Expected.number(Math.log(FRAMES), 0.005))
                .mistake(0.25, "That is how often it is right. The loss is -log of a probability.")
                .mistake(2, "That is in bits; losses here are in nats.")
                .mistake(
                        Math.log(2),
                        "That would be a question with two answers: «is one exchanged?». There are four.")
                .hint("It finds all four frames equally likely.");
    }

    static Exercise<Void> objective() {
        return Exercise.value("5.2 Odd frame out")
                .asks(
                        "Write the objective, and try a training by it alone: its first loss is near the"
                                + " chance that it declares, and its gradient reaches the video encoder.")
                .expects(Inventing::judge)
                .hint(
                        "cls = step.model().video(mixed).select(1, 0) is (B, D); the head makes (B, 4) of it;"
                                + " crossEntropy(odd) makes a number.");
    }

    private static Judgement judge(Object given) {
        if (!(given instanceof Smoke smoke)) {
            return Judgement.wrong("what smoke() gives is asked for");
        }
        SmokeFigures figures = smoke.figures();
        List<Metric> losses =
                figures.metrics().stream().filter(m -> m.kind() == Metric.Kind.LOSS).toList();
        if (losses.size() != 1) {
            return Judgement.wrong(
                            "one objective alone is asked for; this has %d"
                                    .formatted(losses.size()))
                    .hint(".losses(Losses.of(odd))");
        }
        Optional<Double> declared =
                losses.get(0).chance().at(figures.sizes()).map(Chance.Level::value);
        if (declared.filter(c -> Math.abs(c - Math.log(FRAMES)) < NEAR).isEmpty()) {
            return Judgement.wrong("it does not declare the loss of a model that knows nothing")
                    .hint(".chance(\"ln 4\", Math.log(4))");
        }
        double loss = figures.first().getOrDefault(losses.get(0), Double.NaN);
        return judged(loss, figures.gradients().getOrDefault(ModelPart.VIDEO, 0.0));
    }

    static Judgement judged(double loss, double gradient) {
        String said =
                "the first loss is %s, and the video encoder's gradient %s long"
                        .formatted(Numbers.decimals(loss, 3), Numbers.scientific(gradient));
        double off = loss / Math.log(FRAMES);
        if (loss == 0) {
            return Judgement.wrong(said).hint("step.zero() is where you begin; return the loss.");
        }
        if (!(off > 0.5 && off < 2)) {
            return Judgement.wrong(said)
                    .hint(
                            "Far from ln 4: are the right places (step's odd frames) the labels, and the scores (B, 4)?");
        }
        return gradient > 0
                ? Judgement.right(said)
                : Judgement.wrong(said)
                        .hint(
                                "Nothing reaches the encoder: the scores have to be computed from"
                                        + " step.model().video(mixed), and no step of it withoutGradient().");
    }
}
