package io.github.alprolab.bench.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Gradients of the pre-training losses, and the first steps of the published optimiser. */
final class PretrainingSteps {
    private static final double TOLERANCE = 1e-4;
    private static final List<Metric> ORDER =
            List.of(
                    Metric.VTC_LOSS,
                    Metric.VTM_LOSS,
                    Metric.MLM_LOSS,
                    Metric.PEM_LOSS,
                    Metric.TOTAL_LOSS);

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
            in.model().clampTemperature();
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
            comparison.number(
                    "step " + step + " " + ORDER.get(i).title(),
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
            Map<Metric, Double> losses =
                    in.compute().withGradient(() -> in.losses(scope, Tensor::backward));
            return ORDER.stream().mapToDouble(losses::get).toArray();
        }
    }
}
