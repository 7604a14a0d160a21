package io.github.alprolab.kernel.install;

/** How a program that cannot do what it was started for ends. */
public final class Refusal {
    private Refusal() {}

    /** Says why on the error stream and ends the JVM with 2. */
    public static void exit(String reason) {
        System.err.println(reason);
        System.exit(2);
    }
}
