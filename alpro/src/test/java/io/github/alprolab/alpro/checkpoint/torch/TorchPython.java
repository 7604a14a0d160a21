package io.github.alprolab.alpro.checkpoint.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Python that has PyTorch, named by the environment variable {@code ALPROLAB_TORCH_PYTHON}. */
final class TorchPython {
    private static final String PYTHON =
            System.getenv().getOrDefault("ALPROLAB_TORCH_PYTHON", "python3");

    private final Path folder;

    TorchPython(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where it is not there. */
    TorchPython orSkip() throws IOException, InterruptedException {
        assumeTrue(
                run("import torch") == 0,
                "PyTorch is not installed for " + PYTHON + "; name one by ALPROLAB_TORCH_PYTHON");
        return this;
    }

    /** Runs a program, whose assertions must hold. */
    void passes(String program) throws IOException, InterruptedException {
        int code = run(program);
        assertThat(code).as(Files.readString(folder.resolve("output"))).isZero();
    }

    boolean isThere() throws IOException, InterruptedException {
        return run("import torch") == 0;
    }

    private int run(String program) throws IOException, InterruptedException {
        Path script = folder.resolve("check.py");
        Files.writeString(script, program, StandardCharsets.UTF_8);
        try {
            return new ProcessBuilder(PYTHON, script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1; // no such program
        }
    }
}
