package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.List;

/**
 * Libtorch's own switches for TF32, which lets GPUs from capability 8.0 on read the numbers of a
 * product of float32 matrices, and of a convolution, with 10 bits behind the point instead of 23.
 * Libtorch starts with convolutions in TF32 and products in float32; here both are the same, and
 * float32 where nothing else is asked for. They hold for the whole process and do nothing on a CPU.
 * The engine's Java side has no call for them, so that libtorch's are called by their names.
 */
final class TensorFloat32 {
    private static final String CONTEXT = "_ZN2at13globalContextEv";
    private static final List<String> SET =
            List.of("_ZN2at7Context18setAllowTF32CuBLASEb", "_ZN2at7Context17setAllowTF32CuDNNEb");
    private static final List<String> GET =
            List.of("_ZNK2at7Context15allowTF32CuBLASEv", "_ZNK2at7Context14allowTF32CuDNNEv");
    private static final int BYTE = 0xff;

    private TensorFloat32() {}

    /**
     * Switches products and convolutions.
     *
     * @throws UnsatisfiedLinkError when this libtorch has no such switches
     */
    static void allow(boolean on) {
        SET.forEach(
                name ->
                        library()
                                .getFunction(name)
                                .invokeVoid(new Object[] {context(), on ? 1 : 0}));
    }

    /** Whether products, and then convolutions, may be in TF32. */
    static List<Boolean> allowed() {
        return GET.stream()
                .map(name -> library().getFunction(name).invokeInt(new Object[] {context()}))
                .map(answer -> (answer & BYTE) != 0)
                .toList();
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
