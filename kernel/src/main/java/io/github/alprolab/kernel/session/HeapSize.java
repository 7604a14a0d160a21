package io.github.alprolab.kernel.session;

/**
 * An estimate of the heap a value takes with everything it reaches.
 *
 * @param bytes what was counted
 * @param whole false where something could not be looked into, so that it may be more
 */
public record HeapSize(long bytes, boolean whole) {

    /** Estimates; 64-bit JVMs with compressed references, as heaps below 32 GB have. */
    public static HeapSize of(Object value) {
        ObjectGraph graph = new ObjectGraph();
        graph.add(value);
        return graph.size();
    }
}
