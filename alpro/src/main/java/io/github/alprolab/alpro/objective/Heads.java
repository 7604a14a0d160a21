package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.ParameterCount;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.Linear;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.nn.TwoLayerHead;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where an objective declares parameters of its own. In checkpoints they are named {@code
 * objectives.<objective>.<name>…}; first values depend on the seed and on that name alone.
 */
public final class Heads {
    private final Objective owner;
    private final AlproConfig config;
    private final Optional<Namespace> root;
    private final Optional<Namespace> own;
    private final Built built;

    /** What was declared: counted always, made where there is a model. */
    static final class Built {
        final Map<String, Head> heads = new LinkedHashMap<>();
        final Map<String, Tensor> parameters = new LinkedHashMap<>();
        final Map<String, ModelCopy> copies = new LinkedHashMap<>();
        private long trained;
        private long kept;

        long trained() {
            return trained;
        }

        long kept() {
            return kept;
        }
    }

    private Heads(
            Objective owner,
            AlproConfig config,
            Optional<Namespace> root,
            Optional<Namespace> own,
            Built built) {
        this.owner = owner;
        this.config = config;
        this.root = root;
        this.own = own;
        this.built = built;
    }

    /** Counts without making anything. */
    static Built counted(Objective objective, AlproConfig config) {
        return declared(objective, config, Optional.empty());
    }

    /** Declares in the state dict of a model. */
    static Built declared(Objective objective, AlproConfig config, Optional<Namespace> root) {
        Built built = new Built();
        Optional<Namespace> own = root.map(r -> r.child("objectives").child(objective.key()));
        objective.heads(new Heads(objective, config, root, own, built));
        return built;
    }

    /** D, the width of tokens. */
    public int width() {
        return config.video().width();
    }

    /** d, the width of the contrastive space. */
    public int projection() {
        return config.projection();
    }

    /** T, frames of a clip. */
    public int frames() {
        return config.video().frames();
    }

    /** P, patches of a frame. */
    public int patches() {
        return config.video().patches();
    }

    /** {@code y = x W' + b}: (…, in) to (…, out). */
    public Heads linear(String name, int in, int out) {
        built.trained += (long) in * out + out;
        return head(name, in, own.map(n -> new Linear(n.child(fresh(name)), in, out)::apply));
    }

    /** Linear, ReLU, linear, twice as wide in the middle: (…, in) to (…, out). */
    public Heads twoLayers(String name, int in, int out) {
        built.trained += 2L * in * in + 2L * in + 2L * in * out + out;
        return head(name, in, own.map(n -> new TwoLayerHead(n.child(fresh(name)), in, out)::apply));
    }

    /** A tensor that is trained, with one first value everywhere; see {@link Step#parameter}. */
    public Heads parameter(String name, double first, int... shape) {
        long[] lengths = new long[shape.length];
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            lengths[i] = shape[i];
            count *= shape[i];
        }
        built.trained += count;
        own.ifPresent(
                n ->
                        built.parameters.put(
                                name, n.parameter(fresh(name), Initial.constant(first), lengths)));
        return this;
    }

    /**
     * A copy of the whole model that no optimiser changes: a teacher. It starts with the model's
     * weights; {@link Update#follow} moves it.
     */
    public Heads copyOfModel(String name) {
        built.kept += ParameterCount.of(config).total();
        own.ifPresent(
                n -> built.copies.put(name, new ModelCopy(n.child(fresh(name)).frozen(), config)));
        return this;
    }

    /** As published files name it: without the objective's own prefix. */
    Heads published() {
        return new Heads(owner, config, root, root, built);
    }

    private Heads head(String name, int in, Optional<UnaryOperator<Tensor>> layers) {
        layers.ifPresent(made -> built.heads.put(name, new Head(owner.name(), name, in, made)));
        return this;
    }

    private String fresh(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "Objective “%s”: “%s” cannot name a head; letters, digits and _ can."
                            .formatted(owner.name(), name));
        }
        return name;
    }
}
