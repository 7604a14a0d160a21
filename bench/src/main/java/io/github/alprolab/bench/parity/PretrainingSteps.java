package io.github.alprolab.bench.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.loss.LossValues;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.tensor.Scope;
import java.util.List;

/** Gradients of the pre-training losses, and the first steps of the published optimiser. */
final class PretrainingSteps {
    private static final double TOLERANCE = 1e-4;
    private static final List<Objective> ORDER =
            List.of(Objective.VTC, Objective.VTM, Objective.MLM, Objective.PEM);

    private final PretrainingInputs in;
    private final AdamW optimizer;

    PretrainingSteps(PretrainingInputs in, StateDict state) {
        this.in = in;
        double decay = in.parity().json().path("optimizer").path("weight_decay").asDouble(0);
        this.optimizer = new AdamW(in.compute(), state.trainable(), decay);
    }

    /** One backward pass of the sum; the gradient stays for the first step. */
    void gradients(Comparison comparison) {
        backward();
        comparison.gradients(optimizer.parameters(), optimizer.gradients());
        optimizer.clear();
    }

    /** Losses and gradient norms of the steps that the case lists. */
    void losses(Comparison comparison) {
        JsonNode settings = in.parity().json().path("optimizer");
        JsonNode steps = in.parity().json().path("training_losses_vtc_vtm_mlm_pem_total_gradnorm");
        for (int step = 1; step <= steps.size(); step++) {
            in.model().alpro().clampTemperature();
            double[] ours = backward();
            double norm =
                    optimizer.step(
                            step,
                            settings.path("lr").asDouble(),
                            settings.path("grad_norm").asDouble());
            compare(comparison, step, ours, norm, steps.get(step - 1));
        }
    }

    private static void compare(
            Comparison comparison, int step, double[] ours, double norm, JsonNode expected) {
        for (int i = 0; i < ours.length; i++) {
            String name = i < ORDER.size() ? ORDER.get(i).name() : "total";
            comparison.number(
                    "step " + step + " " + name + " loss",
                    ours[i],
                    expected.get(i).asDouble(),
                    TOLERANCE);
        }
        double published = expected.get(ours.length).asDouble();
        comparison.number(
                "step " + step + " norm of the gradient (relative)",
                norm / published,
                1,
                TOLERANCE);
    }

    /** The four losses and their sum; gradients are added up. */
    private double[] backward() {
        try (Scope scope = in.compute().scope()) {
            return in.compute()
                    .withGradient(
                            () -> {
                                LossValues values = in.losses(in.of(scope));
                                values.total().backward();
                                return numbers(values);
                            });
        }
    }

    private static double[] numbers(LossValues values) {
        double[] numbers = new double[ORDER.size() + 1];
        for (int i = 0; i < ORDER.size(); i++) {
            numbers[i] = values.each().get(ORDER.get(i)).scalar();
        }
        numbers[ORDER.size()] = values.total().scalar();
        return numbers;
    }
}
