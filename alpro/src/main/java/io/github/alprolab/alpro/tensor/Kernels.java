package io.github.alprolab.alpro.tensor;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.ScriptModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

    private final ScriptModule module;
    private final Optional<ScriptModule> oneDnn;
    private final Optional<ScriptModule> blocks;

    Kernels(Device device) {
        try {
            module = ScriptModule.load(archive(source()), device);
            oneDnn = onProcessor("onednn.py", device);
            blocks = onProcessor("blocks.py", device);
        } catch (IOException e) {
            throw new UncheckedIOException("The tensor kernels could not be loaded", e);
        }
    }

    /** Empty on GPUs, and where the engine is built without oneDNN. */
    private static Optional<ScriptModule> onProcessor(String file, Device device)
            throws IOException {
        if (device.isGpu()) {
            return Optional.empty();
        }
        byte[] archive = archive(source(file));
        try {
            return Optional.of(ScriptModule.load(archive, device));
        } catch (EngineException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether {@link #runByOneDnn} and {@link #runWritten} are there: on processors, in most builds
     * of the engine.
     */
    boolean hasOneDnn() {
        return oneDnn.isPresent();
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
