package io.github.alprolab.kernel.debug;

import java.lang.instrument.Instrumentation;

/** What the JVM hands the right to change loaded classes to. */
public final class Agent {
    private static volatile Instrumentation instrumentation;

    private Agent() {}

    /** Called by the JVM. */
    public static void agentmain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /** What the JVM gave; null before. */
    public static Instrumentation instrumentation() {
        return instrumentation;
    }
}
