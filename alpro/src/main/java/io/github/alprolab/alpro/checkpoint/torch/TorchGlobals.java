package io.github.alprolab.alpro.checkpoint.torch;

import io.github.alprolab.alpro.checkpoint.ElementType;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a pickle may name. What is not here is refused, by name, before anything is made. */
enum TorchGlobals {
    ORDERED_DICT("collections.OrderedDict"),
    TENSOR("torch._utils._rebuild_tensor_v2"),
    PARAMETER("torch._utils._rebuild_parameter"),
    SIZE("torch.Size"),
    FLOAT("torch.FloatStorage", ElementType.FLOAT32),
    DOUBLE("torch.DoubleStorage", ElementType.FLOAT64),
    HALF("torch.HalfStorage", ElementType.FLOAT16),
    BFLOAT16("torch.BFloat16Storage", ElementType.BFLOAT16),
    LONG("torch.LongStorage", ElementType.INT64),
    INT("torch.IntStorage", ElementType.INT32),
    SHORT("torch.ShortStorage", ElementType.INT16),
    CHAR("torch.CharStorage", ElementType.INT8),
    BYTE("torch.ByteStorage", ElementType.UINT8),
    BOOL("torch.BoolStorage", ElementType.BOOL);

    private static final Map<String, TorchGlobals> NAMED = new HashMap<>();

    static {
        for (TorchGlobals global : values()) {
            NAMED.put(global.path, global);
        }
    }

    private final String path;
    private final Optional<ElementType> type;

    TorchGlobals(String path) {
        this.path = path;
        this.type = Optional.empty();
    }

    TorchGlobals(String path, ElementType type) {
        this.path = path;
        this.type = Optional.of(type);
    }

    /**
     * Finds a name.
     *
     * @throws IOException for every name that is not on the list
     */
    static TorchGlobals of(String module, String name) throws IOException {
        TorchGlobals found = NAMED.get(module + "." + name);
        if (found == null) {
            throw new IOException(
                    ("The pickle names %s.%s, which is not needed to read tensors. Nothing was run."
                                    + " If you trust the file, load it in Python and save its"
                                    + " state dict alone.")
                            .formatted(module, name));
        }
        return found;
    }

    /** The elements of a storage of this name; empty for other names. */
    Optional<ElementType> type() {
        return type;
    }

    /** What calling the name with these arguments makes. */
    Object made(List<?> arguments) throws IOException {
        return switch (this) {
            case ORDERED_DICT -> ordered(arguments);
            case TENSOR -> TensorRef.of(arguments);
            case PARAMETER, SIZE -> arguments.get(0);
            default ->
                    throw new IOException("The pickle calls " + path + ", which is no function.");
        };
    }

    /** From nothing, or from a list of pairs. */
    private static Map<Object, Object> ordered(List<?> arguments) throws IOException {
        Map<Object, Object> map = new LinkedHashMap<>();
        if (!arguments.isEmpty() && arguments.get(0) instanceof List<?> pairs) {
            for (Object item : pairs) {
                List<?> pair = (List<?>) item;
                if (!(pair.get(0) instanceof String)) {
                    throw new IOException("The pickle uses a key that is no text.");
                }
                map.put(pair.get(0), pair.get(1));
            }
        }
        return map;
    }
}
