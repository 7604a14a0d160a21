package io.github.alprolab.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernel's classes as a JVM has them in memory, kept from one start to the next; from Java 25
 * on with what their methods were seen to do. One that no longer fits is ignored without a word.
 */
record ClassArchive(Path folder) {
    private static final boolean WITH_PROFILES = Runtime.version().feature() >= 25;

    /** An archive that does not fit is no news; other logs are as their reader set them. */
    private static final List<String> SILENT =
            WITH_PROFILES ? List.of("-Xlog:aot*=off", "-Xlog:cds*=off") : List.of("-Xlog:cds*=off");

    private Path file() {
        return folder.resolve(WITH_PROFILES ? "classes.aot" : "classes.jsa");
    }

    /** Flags of a JVM that starts by it. */
    List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (WITH_PROFILES) {
            flags.add("-XX:AOTCache=" + file());
        } else {
            flags.addAll(List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + file()));
        }
        flags.addAll(SILENT);
        return flags;
    }

    /**
     * Makes it by a run of the kernel.
     *
     * @param java the program that runs Java
     * @param flags with which it will be started
     * @param program class path, class and arguments of a run that ends by itself
     */
    void make(String java, List<String> flags, List<String> program)
            throws IOException, InterruptedException {
        Files.deleteIfExists(file());
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        command.add((WITH_PROFILES ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file());
        command.addAll(SILENT);
        command.addAll(program);
        int exit =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IOException("The kernel could not be started for its class-data archive");
        }
    }
}
