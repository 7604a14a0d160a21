package io.github.alprolab.alpro.tensor;

import ai.djl.engine.Engine;
import ai.djl.util.Utils;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Lets the engine find a GPU on a machine that has NVIDIA's driver and nothing else of CUDA.
 *
 * <p>The engine asks CUDA's runtime library how many GPUs there are, looks for that library among
 * those of the system alone, and takes its CUDA natives, which bring the library along, for foreign
 * where the answer is none. So the bundled runtime is put where the engine looks, before it looks.
 * Where there is no driver it answers 0, and the engine takes the CPU's natives of the same build.
 */
public final class EngineLibraries {
    private EngineLibraries() {}

    /** The engine, started once all is ready. */
    private static final class Started {
        private static final Engine ENGINE = start();

        private static Engine start() {
            ready();
            Engine engine = Engine.getEngine("PyTorch");
            EngineThreads.fit();
            return engine;
        }
    }

    /** What is done once, by whoever needs a native library first. */
    private static final class Ready {
        private static final Optional<BundledCuda> CUDA = prepare();

        private static Optional<BundledCuda> prepare() {
            // Words are taken apart on the CPU; the tokenizer would fetch a CUDA build of its own.
            if (Utils.getEnvOrSystemProperty("RUST_FLAVOR") == null) {
                System.setProperty("RUST_FLAVOR", "cpu");
            }
            Optional<BundledCuda> cuda = BundledCuda.of(EngineLibraries.class.getClassLoader());
            cuda.ifPresent(EngineLibraries::offer);
            return cuda;
        }
    }

    private static void offer(BundledCuda cuda) {
        try {
            Path folder = cuda.runtime(Utils.getEngineCacheDir("pytorch"));
            NativeLibrary.addSearchPath("cudart", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CUDA's runtime library could not be unpacked below "
                            + Utils.getEngineCacheDir("pytorch")
                            + "; make room there, or name another folder by DJL_CACHE_DIR",
                    e);
        }
    }

    /** Is called before anything else asks the engine's library for the machine. */
    public static void ready() {
        bundled();
    }

    /** The CUDA natives of this build; empty in a build for CPUs. */
    static Optional<BundledCuda> bundled() {
        return Ready.CUDA;
    }

    static Engine engine() {
        return Started.ENGINE;
    }
}
