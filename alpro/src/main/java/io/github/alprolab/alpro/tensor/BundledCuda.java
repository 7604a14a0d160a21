package io.github.alprolab.alpro.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;

/**
 * The CUDA natives among the jars of this build.
 *
 * @param version of the natives
 * @param flavour such as {@code cu124}
 * @param runtime where CUDA's runtime library lies in its jar
 * @param jars where that is read from
 */
record BundledCuda(String version, String flavour, String runtime, ClassLoader jars) {
    private static final String NATIVES = "native/lib/pytorch.properties";

    /** What a class path has; the first where there are several. */
    static Optional<BundledCuda> of(ClassLoader jars) {
        try {
            for (URL url : Collections.list(jars.getResources(NATIVES))) {
                Optional<BundledCuda> found = read(url, jars);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the engine reads the same files, and says what is wrong
        }
    }

    private static Optional<BundledCuda> read(URL url, ClassLoader jars) throws IOException {
        Properties natives = new Properties();
        try (InputStream in = url.openStream()) {
            natives.load(in);
        }
        String flavour = natives.getProperty("flavor", "");
        String folder = "pytorch/" + flavour + "/" + natives.getProperty("classifier") + "/";
        return Arrays.stream(natives.getProperty("libraries", "").split(","))
                .filter(library -> flavour.startsWith("cu") && library.startsWith("libcudart"))
                .map(library -> natives.getProperty("version") + "|" + folder + library)
                .map(found -> found.split("\\|", 2))
                .map(found -> new BundledCuda(found[0], flavour, found[1], jars))
                .findFirst();
    }

    /** CUDA's version in words, {@code 12.4} for {@code cu124}. */
    String cuda() {
        String digits = flavour.replaceAll("\\D", "");
        return digits.substring(0, digits.length() - 1) + "." + digits.charAt(digits.length() - 1);
    }

    /**
     * Unpacks the runtime library alone, 0.7 MB of the natives' gigabytes, under the name by which
     * it is looked for.
     *
     * @param cache where the engine unpacks its natives
     * @return its folder
     */
    Path runtime(Path cache) throws IOException {
        Path folder = cache.resolve(version + "-" + flavour + "-runtime");
        Path library = folder.resolve("libcudart.so");
        if (Files.exists(library)) {
            return folder;
        }
        Files.createDirectories(folder);
        Path made = Files.createTempFile(folder, "libcudart", ".part");
        try (InputStream in = jars.getResourceAsStream(runtime)) {
            if (in == null) {
                throw new IOException(runtime + " is missing in the jar of the CUDA natives");
            }
            Files.copy(in, made, StandardCopyOption.REPLACE_EXISTING);
            Files.move(made, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
        }
        return folder;
    }
}
