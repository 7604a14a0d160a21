package ai.djl.pytorch.jni;

import ai.djl.Device;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A loaded TorchScript module whose methods are called with any argument types and keep gradients.
 *
 * <p>It lives in the engine's package because the engine offers a gradient-keeping call for tensor
 * arguments only; every public route with numbers or lists runs in inference mode, and the results
 * of that mode cannot enter a backward pass. Works on the class path, not as a named module.
 */
public final class ScriptModule implements AutoCloseable {
    private final long handle;

    private ScriptModule(long handle) {
        this.handle = handle;
    }

    /**
     * Loads a module from its archive bytes onto a device.
     *
     * @throws IOException when the archive cannot be read
     */
    public static ScriptModule load(byte[] archive, Device device) throws IOException {
        long handle =
                JniUtils.loadModuleHandle(new ByteArrayInputStream(archive), device, false, false);
        PyTorchLibrary.LIB.moduleTrain(handle);
        return new ScriptModule(handle);
    }

    /** Runs one method and returns its result, which the caller closes; arguments stay open. */
    public IValue run(String method, IValue... arguments) {
        long[] handles = Arrays.stream(arguments).mapToLong(IValue::getHandle).toArray();
        return new IValue(PyTorchLibrary.LIB.moduleRunMethod(handle, method, handles, true, false));
    }

    @Override
    public void close() {
        JniUtils.deleteModule(handle);
    }
}
