package io.github.alprolab.alpro.tensor;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Platform;

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
