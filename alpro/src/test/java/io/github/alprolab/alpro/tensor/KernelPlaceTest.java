package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.ScriptModule;
import io.github.alprolab.alpro.config.Precision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kernel makes its result, and all that it needs on the way, on the device and in the type of
 * its arguments. The engine's device {@code meta}, which knows shapes but no values, stands for a
 * GPU on machines that have none: it too refuses to compute with a tensor of the CPU.
 */
class KernelPlaceTest {
    /** Puts tensors somewhere and says where they are. */
    private static final String PLACES =
            """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def without_values(self, x: Tensor, type: int) -> Tensor:
                return torch.to(x, dtype=type, layout=None, device=torch.device("meta"))
              def cast(self, x: Tensor, type: int) -> Tensor:
                return torch.to(x, type)
              def type(self, x: Tensor) -> int:
                return ops.prim.dtype(x)
              def is_without_values(self, x: Tensor) -> bool:
                return ops.prim.is_meta(x)
            """;

    private static final int FLOAT = 6;
    private static final int DOUBLE = 7;
    private static final int LONG = 4;
    private static final int BYTE = 0;
    private static final int BFLOAT = 15;

    /** Kernels with an operation that the engine's library has not for {@code meta}. */
    private static final Set<String> NOT_WITHOUT_VALUES =
            Set.of(
                    "adamw",
                    "clip_all", // asks on a CPU whether there is something to clip
                    "attention_of_heads",
                    "embedding",
                    "kept_where",
                    "layer_norm",
                    "masked_attention",
                    "patches",
                    "relu",
                    "rows",
                    "self_attention");

    /** Kernels that tell places, labels or counts. */
    private static final Set<String> OF_PLACES =
            Set.of("arg_max", "drawn_others", "places", "whole_numbers");

    /** What makes a tensor out of nothing, on the CPU and in float32 unless it is told better. */
    private static final Pattern FROM_NOTHING =
            Pattern.compile(
                    "torch\\.(arange|empty|eye|full|linspace|ones|rand|randint|randn|randperm|scalar_tensor|tensor|zeros)\\(");

    private static final Pattern KERNEL =
            Pattern.compile("  def (\\w+)\\(self(?:.|\\n(?!  def ))*");

    private final PtNDManager manager = (PtNDManager) Compute.engine().newBaseManager(Device.cpu());
    private final ScriptModule kernels = module(new String(source(), StandardCharsets.UTF_8));
    private final ScriptModule places = module(PLACES);

    @AfterEach
    void close() {
        kernels.close();
        places.close();
        manager.close();
    }

    static Set<String> kernels() {
        return bodies().keySet();
    }

    /** All but the one that answers a question. */
    static Set<String> kernelsOfTensors() {
        Set<String> names = new TreeSet<>(kernels());
        names.remove("in_graph");
        return names;
    }

    static Set<String> kernelsWithoutValues() {
        Set<String> names = kernelsOfTensors();
        names.removeAll(NOT_WITHOUT_VALUES);
        return names;
    }

    @ParameterizedTest
    @MethodSource("kernelsWithoutValues")
    void aKernelMakesItsResultOnTheDeviceOfItsArguments(String kernel) {
        IValue result = run(kernel, "without_values", FLOAT);
        assertThat(places.run("is_without_values", result).toBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kernelsOfTensors")
    void aKernelMakesItsResultInTheTypeOfItsArguments(String kernel) {
        IValue result = run(kernel, "cast", DOUBLE);
        long expected = OF_PLACES.contains(kernel) ? LONG : DOUBLE;
        assertThat(places.run("type", result).toLong()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aKernelMakesNoTensorOutOfNothing(String kernel) {
        assertThat(bodies().get(kernel)).doesNotContainPattern(FROM_NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "drop_rows", "patches"})
    void aKernelOfHalvesMakesItsResultOnTheDeviceOfItsArguments(String kernel) throws IOException {
        ScriptModule halves = module(Kernels.halves(Precision.BF16).orElseThrow());
        IValue result = run(halves, kernel, "without_values", FLOAT);
        assertThat(places.run("is_without_values", result).toBoolean()).isTrue();
        assertThat(places.run("type", result).toLong())
                .isEqualTo(kernel.equals("linear") ? BFLOAT : FLOAT);
        halves.close();
    }

    @Test
    void noKernelOfHalvesMakesATensorOutOfNothing() throws IOException {
        assertThat(Kernels.halves(Precision.FP16).orElseThrow())
                .doesNotContainPattern(FROM_NOTHING);
    }

    private IValue run(String kernel, String way, int type) {
        return run(kernels, kernel, way, type);
    }

    private IValue run(ScriptModule module, String kernel, String way, int type) {
        JniUtils.setGradMode(false);
        JniUtils.setGraphExecutorOptimize(false);
        IValue[] given =
                arguments(kernel).stream().map(a -> placed(a, way, type)).toArray(IValue[]::new);
        return module.run(kernel, given);
    }

    private IValue placed(Object argument, String way, int type) {
        if (argument instanceof long[] numbers) {
            return IValue.listFrom(numbers);
        }
        if (argument instanceof Long number) {
            return IValue.from(number);
        }
        if (argument instanceof Double number) {
            return IValue.from(number);
        }
        if (argument instanceof Given tensor) {
            return placed(tensor, way, type);
        }
        IValue one = placed(((List<?>) argument).get(0), way, type);
        return IValue.listFrom(one);
    }

    private IValue placed(Given tensor, String way, int type) {
        PtNDArray array = (PtNDArray) manager.ones(tensor.shape, DataType.FLOAT32);
        int own = tensor.type == FLOAT ? type : tensor.type;
        return places.run(way, IValue.from(array), IValue.from((long) own));
    }

    /** A tensor of ones. */
    private record Given(Shape shape, int type) {}

    private static Given floats(long... shape) {
        return new Given(new Shape(shape), FLOAT);
    }

    private static Given longs(long... shape) {
        return new Given(new Shape(shape), LONG);
    }

    private static List<Object> arguments(String kernel) {
        Given x = floats(2, 6);
        return switch (kernel) {
            case "linear" -> List.of(x, floats(4, 6), floats(4));
            case "layer_norm" -> List.of(x, floats(6), floats(6), 1e-6);
            case "gelu",
                    "relu",
                    "exp",
                    "log",
                    "total",
                    "softmax",
                    "log_softmax",
                    "normalize",
                    "detach",
                    "most",
                    "arg_max" ->
                    List.of(x);
            case "kept_where" -> List.of(x, x, x);
            case "copy_all", "add_all" -> List.of(List.of(x), List.of(x));
            case "follow" -> List.of(List.of(x), List.of(x), 0.5);
            case "add", "subtract", "multiply", "divide", "copy", "beside", "soft_cross_entropy" ->
                    List.of(x, x);
            case "at_least" -> List.of(x, 0.5, floats());
            case "fill", "scale", "add_number", "dropout", "drop_rows" -> List.of(x, 0.5);
            case "matmul" -> List.of(x, floats(6, 3));
            case "transpose" -> List.of(x, 0L, 1L);
            case "reshape" -> List.of(x, new long[] {3, 4});
            case "expand" -> List.of(floats(1, 6), new long[] {2, 6});
            case "narrow" -> List.of(x, 1L, 2L, 3L);
            case "select" -> List.of(x, 1L, 2L);
            case "rows" -> List.of(x, longs(3));
            case "concat" -> List.of(List.of(x), 0L);
            case "mean", "sum" -> List.of(x, 1L);
            case "embedding" -> List.of(x, longs(2, 3), -1L);
            case "patches" -> List.of(floats(2, 3, 4, 4), floats(6, 3, 2, 2), floats(6), 2L);
            case "self_attention" -> List.of(floats(2, 3, 12), 2L);
            case "heads_apart" -> List.of(floats(2, 3, 4), 2L);
            case "attention_of_heads", "short_attention_of_heads" ->
                    List.of(floats(2, 2, 3, 4), floats(2, 2, 3, 4), floats(2, 2, 3, 4));
            case "attention_of_first" ->
                    List.of(
                            floats(2, 3, 4),
                            floats(2, 4),
                            floats(4, 4),
                            floats(4, 4),
                            floats(4),
                            2L);
            case "masked_attention" ->
                    List.of(
                            floats(2, 3, 4),
                            floats(2, 5, 4),
                            floats(2, 5, 4),
                            floats(2, 1, 1, 5),
                            2L,
                            0.0);
            case "attention_shares" -> List.of(floats(2, 3, 4), floats(2, 5, 4), 2L);
            case "masked_attention_shares" ->
                    List.of(floats(2, 3, 4), floats(2, 5, 4), floats(2, 1, 1, 5), 2L);
            case "attended" -> List.of(floats(2, 2, 3, 5), floats(2, 5, 4));
            case "cross_entropy" -> List.of(x, longs(2));
            case "frames" ->
                    List.of(
                            new Given(new Shape(2, 3, 4, 4, 3), BYTE),
                            floats(3, 1, 1),
                            floats(3, 1, 1));
            case "whole_numbers" -> List.of(x, 1L, 3L);
            case "places" -> List.of(x, 3L);
            case "drawn_others" -> List.of(floats(3, 3), floats(2, 3));
            case "staged" -> List.of(x, x);
            case "norms", "zero_all" -> List.of(List.of(x));
            case "scale_all", "clip_all" -> List.of(List.of(x), 0.5);
            case "clamp" -> List.of(x, 0.0, 0.5);
            case "adamw" ->
                    List.of(
                            List.of(x),
                            List.of(x),
                            List.of(x),
                            List.of(x),
                            List.of(new Given(new Shape(), FLOAT)),
                            0.1,
                            0.9,
                            0.98,
                            1e-6,
                            0.99);
            default -> throw new IllegalArgumentException("arguments of the kernel " + kernel);
        };
    }

    /** The text of every kernel by its name. */
    private static Map<String, String> bodies() {
        Map<String, String> all = new TreeMap<>();
        KERNEL.matcher(new String(source(), StandardCharsets.UTF_8))
                .results()
                .forEach(m -> all.put(m.group(1), m.group()));
        return all;
    }

    private static byte[] source() {
        try {
            return Kernels.source();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScriptModule module(String source) {
        try {
            return ScriptModule.load(
                    Kernels.archive(source.getBytes(StandardCharsets.UTF_8)), Device.cpu());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
