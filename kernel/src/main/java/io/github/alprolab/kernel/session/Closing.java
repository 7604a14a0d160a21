package io.github.alprolab.kernel.session;

import java.util.Collection;

/**
 * Closes what a variable held when the variable is gone. Values of the JDK's own classes are left
 * to the collector, which closes their files itself and cannot close a stream that the JVM shares,
 * such as {@code System.out}.
 */
final class Closing {
    private Closing() {}

    /** Closes a value that neither the live values nor static fields of their classes reach. */
    static void closeUnlessHeld(String variable, AutoCloseable value, Collection<Object> live) {
        if (ObjectGraph.isOfTheJdk(value.getClass())) {
            return;
        }
        ObjectGraph graph = new ObjectGraph();
        graph.addStatics(value.getClass());
        live.forEach(graph::add);
        if (graph.mayReach(value)) {
            return;
        }
        try {
            value.close();
        } catch (Throwable e) { // the new value matters more than what the old one still says
            System.err.println(
                    "The old value of " + variable + " could not be closed: " + Thrown.words(e));
        }
    }
}
