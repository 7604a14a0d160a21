package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;

/**
 * Libtorch's own switch for TF32, which lets GPUs from capability 8.0 on read the numbers of a
 * product of float32 matrices with 10 bits behind the point instead of 23. It holds for the whole
 * process and does nothing on a CPU. The engine's Java side has no call for it, so that libtorch's
 * is called by its name.
 */
final class TensorFloat32 {
    private static final String CONTEXT = "_ZN2at13globalContextEv";
    private static final String SET = "_ZN2at7Context18setAllowTF32CuBLASEb";
    private static final String GET = "_ZNK2at7Context15allowTF32CuBLASEv";
    private static final int BYTE = 0xff;

    private TensorFloat32() {}

    /**
     * Switches it.
     *
     * @throws UnsatisfiedLinkError when this libtorch has no such switch
     */
    static void allow(boolean on) {
        library().getFunction(SET).invokeVoid(new Object[] {context(), on ? 1 : 0});
    }

    /** Whether it is on. */
    static boolean isAllowed() {
        return (library().getFunction(GET).invokeInt(new Object[] {context()}) & BYTE) != 0;
    }

    private static Pointer context() {
        return library().getFunction(CONTEXT).invokePointer(new Object[0]);
    }

    private static NativeLibrary library() {
        EngineLibraries.engine();
        Path torch =
                Path.of(LibUtils.getLibtorchPath()).resolve(System.mapLibraryName("torch_cpu"));
        return NativeLibrary.getInstance(torch.toString());
    }
}
