package io.github.alprolab.alpro.tensor;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.ScriptModule;
import io.github.alprolab.alpro.config.Precision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The engine's operations as one TorchScript module, packed in memory from {@code kernels.py}.
 *
 * <p>Script methods take Java numbers by value and keep gradients, which the engine's array methods
 * do not (see {@code docs/decisions/0002-tensor-layer.md}).
 */
final class Kernels {
    private static final byte[] DATA =
            "\u0080\u0002c__torch__\nM\n)\u0081}(X\b\0\0\0training\u0088ub."
                    .getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NO_CONSTANTS =
            "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1);

    /** The engine's numbers of 16-bit types, which {@code halves.py} is written for. */
    private static final Map<Precision, String> HALVES =
            Map.of(Precision.BF16, "15", Precision.FP16, "5");

    private static final Pattern KERNEL = Pattern.compile("  def (\\w+)\\(");

    private final ScriptModule module;
    private final Optional<ScriptModule> oneDnn;
    private final Optional<ScriptModule> blocks;
    private final Optional<ScriptModule> halves;
    private final Set<String> halved;

    Kernels(Device device, Precision precision) {
        try {
            module = ScriptModule.load(archive(source()), device);
            Optional<String> low = halves(precision);
            halves = low.isEmpty() ? Optional.empty() : Optional.of(load(low.get(), device));
            halved = low.map(Kernels::names).orElse(Set.of());
            oneDnn = onProcessor(source("onednn.py"), device);
            blocks = written(device, precision);
        } catch (IOException e) {
            throw new UncheckedIOException("The tensor kernels could not be loaded", e);
        }
    }

    private static ScriptModule load(String source, Device device) throws IOException {
        return ScriptModule.load(archive(source.getBytes(StandardCharsets.UTF_8)), device);
    }

    /** What takes the place of kernels where products are in 16 bits; empty for 32. */
    static Optional<String> halves(Precision precision) throws IOException {
        if (!HALVES.containsKey(precision)) {
            return Optional.empty();
        }
        String source = new String(source("halves.py"), StandardCharsets.UTF_8);
        return Optional.of(source.replace("HALF", HALVES.get(precision)));
    }

    private static Set<String> names(String source) {
        return KERNEL.matcher(source)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Empty on GPUs, and where the engine is built without oneDNN. */
    private static Optional<ScriptModule> onProcessor(byte[] source, Device device)
            throws IOException {
        if (device.isGpu()) {
            return Optional.empty();
        }
        byte[] archive = archive(source);
        try {
            return Optional.of(ScriptModule.load(archive, device));
        } catch (EngineException e) {
            return Optional.empty();
        }
    }

    /**
     * Empty in FP16. In BF16 the engine's own products stand in where oneDNN has none for the
     * processor: on x86 it wants AVX-512.
     */
    private static Optional<ScriptModule> written(Device device, Precision precision)
            throws IOException {
        if (precision == Precision.FP16) {
            return Optional.empty();
        }
        Optional<ScriptModule> found = onProcessor(blocks(true), device);
        if (precision == Precision.FP32 || found.isEmpty() || multipliesHalves(found.get())) {
            return found;
        }
        found.get().close();
        return onProcessor(blocks(false), device);
    }

    private static byte[] blocks(boolean byOneDnn) throws IOException {
        String source = new String(source("blocks.py"), StandardCharsets.UTF_8);
        return source.replace("BY_ONE_DNN", byOneDnn ? "True" : "False")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean multipliesHalves(ScriptModule blocks) {
        try {
            blocks.run("half_product").close();
            return true;
        } catch (EngineException e) {
            return false;
        }
    }

    /** Whether {@link #runByOneDnn} is there: on processors, in most builds of the engine. */
    boolean hasOneDnn() {
        return oneDnn.isPresent();
    }

    /** Whether {@link #runWritten} is there: with oneDNN, and not in FP16. */
    boolean hasWritten() {
        return blocks.isPresent();
    }

    /** Runs a kernel of oneDNN, which keeps no gradient. */
    PtNDArray runByOneDnn(PtNDManager manager, String kernel, IValue... arguments) {
        return run(oneDnn.orElseThrow(), manager, kernel, arguments);
    }

    /** Runs a kernel of {@code blocks.py}; the caller closes its result and the arguments. */
    IValue runWritten(String kernel, IValue... arguments) {
        return blocks.orElseThrow().run(kernel, arguments);
    }

    /** Runs a kernel and hands its tensor to {@code manager}; the arguments are closed. */
    PtNDArray run(PtNDManager manager, String kernel, IValue... arguments) {
        return run(module, manager, kernel, arguments);
    }

    /** Whether {@link #runHalved} differs from {@link #run}. */
    boolean hasHalves() {
        return halves.isPresent();
    }

    /**
     * The same with products in 16 bits: what they read is cast on its way in, and their results
     * stay in 16 bits. Sums with a tensor of 32 bits, and layer norms, are in 32.
     */
    PtNDArray runHalved(PtNDManager manager, String kernel, IValue... arguments) {
        ScriptModule own = halved.contains(kernel) ? halves.orElseThrow() : module;
        return run(own, manager, kernel, arguments);
    }

    /** What a kernel says of its arguments, which are closed; nothing is read from the device. */
    boolean holds(String kernel, IValue argument) {
        try (argument;
                IValue result = module.run(kernel, argument)) {
            return result.toBoolean();
        }
    }

    private static PtNDArray run(
            ScriptModule module, PtNDManager manager, String kernel, IValue... arguments) {
        try (IValue result = module.run(kernel, arguments)) {
            return result.toTensor(manager);
        } catch (EngineException e) {
            throw DeviceMemoryException.of(e);
        } finally {
            for (IValue argument : arguments) {
                argument.close();
            }
        }
    }

    void close() {
        module.close();
        oneDnn.ifPresent(ScriptModule::close);
        blocks.ifPresent(ScriptModule::close);
        halves.ifPresent(ScriptModule::close);
    }

    /** The text of the kernels. */
    static byte[] source() throws IOException {
        return source("kernels.py");
    }

    private static byte[] source(String file) throws IOException {
        try (InputStream in = Kernels.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }

    /** A module of this source, as the engine reads it. */
    static byte[] archive(byte[] source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "m/data.pkl", DATA);
            store(zip, "m/code/__torch__.py", source);
            store(zip, "m/constants.pkl", NO_CONSTANTS);
            store(zip, "m/version", "10\n".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /** The engine reads stored entries only. */
    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
