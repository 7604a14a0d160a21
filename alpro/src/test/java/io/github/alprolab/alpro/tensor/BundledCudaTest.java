package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over folders that look like the jars of natives. */
class BundledCudaTest {
    private static final String RUNTIME = "pytorch/cu124/linux-x86_64/libcudart-8774.so.12";

    @TempDir Path folder;

    @Test
    void findsCudaAmongTheNativesOfABuild() throws IOException {
        BundledCuda cuda = found(jar("cpu", "libc10.so"), cuda("libc10.so,libcudart-8774.so.12"));
        assertThat(cuda.flavour()).isEqualTo("cu124");
        assertThat(cuda.cuda()).isEqualTo("12.4");
        assertThat(cuda.runtime()).isEqualTo(RUNTIME);
    }

    @Test
    void aBuildForCpusHasNone() throws IOException {
        assertThat(BundledCuda.of(loader(jar("cpu", "libc10.so,libtorch.so")))).isEmpty();
    }

    @Test
    void unpacksTheRuntimeAloneUnderTheNameThatIsLookedFor() throws IOException {
        Path jar = cuda("libc10.so,libcudart-8774.so.12,libtorch_cuda.so");
        Files.createDirectories(jar.resolve(RUNTIME).getParent());
        Files.writeString(jar.resolve(RUNTIME), "library");
        Path unpacked = found(jar).runtime(folder.resolve("cache"));
        try (var files = Files.list(unpacked)) {
            assertThat(files).containsExactly(unpacked.resolve("libcudart.so"));
        }
        assertThat(unpacked.resolve("libcudart.so")).hasContent("library");
        assertThat(found(jar).runtime(folder.resolve("cache"))).isEqualTo(unpacked);
    }

    @Test
    void saysWhenTheJarLacksTheRuntime() throws IOException {
        BundledCuda cuda = found(cuda("libcudart-8774.so.12"));
        assertThatThrownBy(() -> cuda.runtime(folder.resolve("cache")))
                .isInstanceOf(IOException.class)
                .hasMessage(RUNTIME + " is missing in the jar of the CUDA natives");
    }

    private static BundledCuda found(Path... jars) throws IOException {
        Optional<BundledCuda> found = BundledCuda.of(loader(jars));
        assertThat(found).isPresent();
        return found.get();
    }

    private Path cuda(String libraries) throws IOException {
        return jar("cu124", libraries);
    }

    private Path jar(String flavour, String libraries) throws IOException {
        Path jar = folder.resolve(flavour);
        Files.createDirectories(jar.resolve("native/lib"));
        Files.writeString(
                jar.resolve("native/lib/pytorch.properties"),
                "version=2.5.1\nflavor=%s\nclassifier=linux-x86_64\nlibraries=%s"
                        .formatted(flavour, libraries));
        return jar;
    }

    private static ClassLoader loader(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }
}
