package io.github.alprolab.alpro.objective;

/** The first two objectives of {@code docs/objectives.md}, word for word. */
public final class WorkedExamples {
    private WorkedExamples() {}

    /** Whether a clip runs backwards. */
    public static Written frameOrder() {
        return Objective.named("frame order")
                .asks("Does this clip run backwards?")
                .chance("coin", Math.log(2))
                .reports("accuracy", Better.HIGHER, "coin", 0.5)
                .head(h -> h.linear("order", h.width(), 2))
                .loss(
                        step -> {
                            var flip = step.coins("flip");
                            var seen = step.frames().reversed(1, flip);
                            var cls = step.model().video(seen).select(1, 0);
                            var scores = step.head("order").apply(cls);
                            step.report("accuracy", scores.accuracy(flip));
                            return scores.crossEntropy(flip);
                        });
    }

    /** Momentum distillation of VTC as in ALBEF, over the batch. */
    public static Written momentumDistillation() {
        return Objective.named("momentum distillation")
                .asks("Which texts would a slow copy of the model choose?")
                .chance("ln B", sizes -> Math.log(sizes.batch()))
                .option("share", 0.4)
                .option("momentum", 0.995)
                .head(h -> h.copyOfModel("teacher"))
                .afterUpdate(update -> update.follow("teacher", update.option("momentum")))
                .loss(
                        step -> {
                            var scores = step.similarity();
                            var soft = step.copy("teacher").similarity();
                            var own = step.identity(step.clips());
                            double share = step.option("share");
                            var texts = soft.softmax().multiply(share).add(own.multiply(1 - share));
                            var clips =
                                    soft.transpose(0, 1)
                                            .softmax()
                                            .multiply(share)
                                            .add(own.multiply(1 - share));
                            var rows = scores.softCrossEntropy(texts).mean();
                            var columns = scores.transpose(0, 1).softCrossEntropy(clips).mean();
                            return rows.add(columns).multiply(0.5);
                        });
    }
}
