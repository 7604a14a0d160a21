package io.github.alprolab.kernel.install;

import java.util.Optional;

/** Whether this Java can compile cells. */
public final class Jdk {
    private static final int LEAST = 17;

    private Jdk() {}

    /** What is wrong with the Java that runs this, in words for who started it. */
    public static Optional<String> fault() {
        if (Runtime.version().feature() < LEAST) {
            return Optional.of("This is Java " + Runtime.version() + ". " + what());
        }
        return ModuleLayer.boot().findModule("jdk.jshell").isPresent()
                ? Optional.empty()
                : Optional.of(
                        "The Java in "
                                + System.getProperty("java.home")
                                + " is a runtime only (a JRE). "
                                + what());
    }

    private static String what() {
        return "The kernel compiles cells and needs a JDK of version "
                + LEAST
                + " or newer; install one and put its bin folder first in PATH, or point JAVA_HOME"
                + " to it.";
    }
}
