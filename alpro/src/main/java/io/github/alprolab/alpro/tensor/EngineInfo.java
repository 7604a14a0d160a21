package io.github.alprolab.alpro.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Platform;
import ai.djl.util.cuda.CudaUtils;

/**
 * Which engine computes.
 *
 * @param engine its name
 * @param version its version
 * @param flavour {@code cpu} or a CUDA flavour such as {@code cu124}
 * @param cuda whether it sees a GPU
 * @param threads threads inside one operation
 */
public record EngineInfo(String engine, String version, String flavour, boolean cuda, int threads) {

    /** Bytes of the first GPU that are in use, by all programs; 0 where there is none to ask. */
    public static long deviceBytes() {
        return CudaUtils.hasCuda() ? CudaUtils.getGpuMemory(Device.gpu(0)).getUsed() : 0;
    }

    /** Loads the engine where that has not happened yet, and asks it. */
    public static EngineInfo current() {
        Engine engine = Compute.engine();
        return new EngineInfo(
                engine.getEngineName(),
                engine.getVersion(),
                Platform.detectPlatform("pytorch").getFlavor(),
                engine.hasCapability("CUDA"),
                JniUtils.getNumThreads());
    }
}
