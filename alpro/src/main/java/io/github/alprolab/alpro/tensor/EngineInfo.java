package io.github.alprolab.alpro.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import io.github.alprolab.alpro.config.DeviceChoice;
import java.util.List;
import java.util.Optional;

/**
 * Which engine computes, where, and why there.
 *
 * @param engine its name
 * @param version its version
 * @param flavour {@code cpu} or a CUDA flavour such as {@code cu124}
 * @param cuda whether it computes on a GPU
 * @param why what decided that, in a sentence
 * @param gpus what is on this machine, also where it is not used
 * @param threads threads inside one operation
 */
public record EngineInfo(
        String engine,
        String version,
        String flavour,
        boolean cuda,
        String why,
        List<GpuCard> gpus,
        int threads) {

    /** Bytes of the first GPU that are in use, by all programs; 0 where there is none to ask. */
    public static long deviceBytes() {
        EngineLibraries.ready();
        return CudaUtils.hasCuda() ? CudaUtils.getGpuMemory(Device.gpu(0)).getUsed() : 0;
    }

    /** Loads the engine where that has not happened yet, and asks it. */
    public static EngineInfo current() {
        Engine engine = Compute.engine();
        EngineChoice choice =
                EngineChoice.of(
                        EngineLibraries.bundled().map(BundledCuda::cuda),
                        engine.hasCapability("CUDA"),
                        Utils.getEnvOrSystemProperty("PYTORCH_LIBRARY_PATH") != null,
                        GpuCard.seen());
        return new EngineInfo(
                engine.getEngineName(),
                engine.getVersion(),
                flavourInUse(),
                choice.cuda(),
                choice.why(),
                GpuCard.seen(),
                JniUtils.getNumThreads());
    }

    /** Why a device cannot be computed on; empty where it can. */
    public Optional<String> refusal(DeviceChoice choice) {
        return Devices.refusal(choice, this);
    }

    /** The GPU that is computed on; empty on the CPU, or where the driver tells nothing. */
    public Optional<GpuCard> card(DeviceChoice choice) {
        return Devices.card(choice, this);
    }

    private static String flavourInUse() {
        String named = Utils.getEnvOrSystemProperty("PYTORCH_FLAVOR");
        return named == null ? Platform.detectPlatform("pytorch").getFlavor() : named;
    }
}
