package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.ParameterCount;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.alpro.tensor.GpuCard;
import io.github.alprolab.alpro.tensor.MatrixProbe;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.CostEstimate;
import io.github.alprolab.dsl.check.CostLine;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.record.EnvironmentRecord;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.run.Description;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.training.EarlierPace;
import io.github.alprolab.dsl.training.Smoke;
import io.github.alprolab.dsl.training.SmokeWork;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Time and memory of a training, from the best source there is: what {@code smoke()} measured in
 * this session, what an earlier run recorded, or the sizes and a probe of this machine.
 *
 * @param description of the training
 * @param trainer how it is trained
 * @param config sizes of the model
 * @param estimate from the sizes alone
 * @param pairs for training
 */
record TrainingCost(
        Description description,
        Trainer trainer,
        AlproConfig config,
        CostEstimate estimate,
        int pairs) {
    /** What mybinder.org allows a session about, hours of one processor. */
    private static final double BINDER_HOURS = 1;

    /** What CUDA takes of a GPU before the first tensor, in round figures: not measured. */
    private static final double CONTEXT = 1 << 30;

    /** Of a caption, where smaller encoders are thought of; texts cost little beside frames. */
    private static final int WORDS = 30;

    private static final List<String> BINDER = List.of("BINDER_LAUNCH_HOST", "BINDER_REPO_URL");

    /** Of everything, with where it is from. */
    private record Time(double seconds, String source) {}

    /** Updates of the whole training. */
    int steps() {
        return pairs / (trainer.batch() * trainer.accumulate()) * trainer.epochs();
    }

    /** C19. */
    Finding memory() {
        Optional<GpuCard> gpu = gpu();
        if (gpu.isPresent()) {
            double room = gpu.get().memory() - CONTEXT;
            return Checks.memory(needed(), room, "rough, on " + gpu.get().name(), advice(room));
        }
        Optional<Smoke> smoke = smoke().filter(s -> s.memory() > 0);
        double limit = EnvironmentRecord.memoryLimit();
        double room = limit - Runtime.getRuntime().maxMemory();
        return smoke.map(s -> Checks.memory(s.memory(), limit, "measured by smoke()", advice(room)))
                .orElseGet(() -> Checks.memory(needed(), room, "rough", advice(room)));
    }

    /** The GPU that it is trained on, where the driver tells its memory. */
    private Optional<GpuCard> gpu() {
        return EngineInfo.current()
                .card(trainer.device().choice())
                .filter(card -> card.memory() > 0);
    }

    /** On a device; replicas on the CPU share its memory. */
    private double needed() {
        int devices = trainer.device().count();
        double each = estimate.bytes(trainer.batch() / trainer.chunks() / devices, recomputes());
        return trainer.device().choice().isCpu() ? devices * each : each;
    }

    /** What fits there, or that nothing does. */
    String advice(double room) {
        int smaller = estimate.fitting(room, recomputes());
        if (smaller > 0) {
            return fit(smaller, recomputes());
        }
        int recomputed = estimate.fitting(room, true);
        if (recomputed > 0) {
            return fit(recomputed, true);
        }
        return smallerEncoders(room)
                .map(
                        e ->
                                "%s; weights, gradients and moments alone take %s here"
                                        .formatted(e, Numbers.bytes(estimate.weights())))
                .orElse(
                        "fewer .frames(…), a smaller .size(…), or a machine with more memory; no batch and no smaller encoders of this library fit");
    }

    private boolean recomputes() {
        return trainer.config().get(TrainConfig.GRADIENT_CHECKPOINTING);
    }

    private String fit(int clips, boolean recompute) {
        int chunks = Math.max(1, trainer.batch() / clips / trainer.device().count());
        return (recompute && !recomputes() ? ".gradientCheckpointing()" : "")
                + (chunks == trainer.chunks() ? "" : ".chunks(" + chunks + ")")
                + " ≈ "
                + Numbers.bytes(estimate.bytes(clips, recompute));
    }

    private Optional<String> smallerEncoders(double room) {
        return Stream.of(
                        fitting("Encoders.small()", AlproConfig.small(), room),
                        fitting("Encoders.tiny()", AlproConfig.tiny(), room))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> fitting(String code, AlproConfig sizes, double room) {
        if (sizes.video().width() >= config.video().width()) {
            return Optional.empty();
        }
        int patch = sizes.video().patch();
        int size = Math.max(1, config.video().imageSize() / patch) * patch;
        AlproConfig same =
                sizes.video(sizes.video().frames(config.video().frames()).imageSize(size));
        CostEstimate cost =
                CostEstimate.of(
                        same, ParameterCount.of(same).total(), 0, 3, trainer.batch(), WORDS);
        int batch = cost.fitting(room, true);
        return batch == 0 ? Optional.empty() : Optional.of(code);
    }

    /** What is found about memory and time. */
    List<Finding> findings() {
        return Stream.concat(Stream.of(memory()), time().stream()).toList();
    }

    /** C20; nothing to say where no place sets a limit. */
    Optional<Finding> time() {
        return BINDER.stream().anyMatch(System.getenv()::containsKey)
                ? Optional.of(
                        Checks.time(
                                measured().seconds(),
                                EnvironmentRecord.current().threads(),
                                "Binder",
                                BINDER_HOURS,
                                pairs))
                : Optional.empty();
    }

    /** Step, steps, time and memory. */
    List<CostLine> lines() {
        Time time = measured();
        String memory =
                smoke().filter(s -> s.memory() > 0)
                                .map(
                                        s ->
                                                Numbers.bytes(s.memory())
                                                        + " at most in this process, measured by smoke()")
                                .orElse("≈ " + Numbers.bytes(needed()) + " (rough, from the sizes)")
                        + gpu().map(
                                        card ->
                                                "; on the GPU, which has "
                                                        + Numbers.bytes(card.memory()))
                                .orElse("");
        return List.of(
                new CostLine(
                        "a step",
                        Numbers.decimals(estimate.operations() / 1e9, 1) + " GFLOP (rough)"),
                new CostLine("steps", Numbers.whole(steps())),
                new CostLine(
                        "time",
                        "≈ %s (%s)".formatted(Numbers.duration(time.seconds()), time.source())),
                new CostLine("memory", memory));
    }

    /**
     * Tokens of what one step of the model reads.
     *
     * @param words most of a text
     * @param text what a text is, such as caption
     */
    CostLine tokens(int words, String text) {
        int clip = config.video().frames() * config.video().patches() + 1;
        return new CostLine("tokens", "%d a clip, at most %d a %s".formatted(clip, words, text));
    }

    private Time measured() {
        return smoke().map(s -> new Time(s.seconds(), "measured by smoke()"))
                .or(this::recorded)
                .orElseGet(this::rough);
    }

    private Optional<Smoke> smoke() {
        return SmokeWork.known(description.hash(), description.device());
    }

    private Optional<Time> recorded() {
        return EarlierPace.of(
                        RunStore.standard().named(description.name()),
                        description.json(),
                        LeftOut.byPath())
                .map(
                        pace ->
                                new Time(
                                        pace.seconds() * steps(),
                                        "from the pace of " + RunStore.shown(pace.run().path())));
    }

    private Time rough() {
        double speed =
                MatrixProbe.operationsPerSecond(trainer.device().choice(), config.video().width());
        return new Time(
                estimate.seconds(steps() * trainer.accumulate(), speed),
                "rough, from the sizes and a probe of this machine: %s GFLOP a second; smoke() measures"
                        .formatted(Numbers.decimals(speed / 1e9, 0)));
    }
}
