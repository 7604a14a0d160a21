package io.github.alprolab.kernel.api;

/** What the kernel offers an extension. */
public interface KernelServices {

    /** Shows an output in the running cell that can be replaced. */
    LiveDisplay display(MimeBundle first);

    /** Source of the running cell as it was sent, or of the last; empty before the first. */
    String code();

    /** Channels to parts of the front-end. */
    Comms comms();

    /** Whether the running cell was asked to stop; false again when the next cell starts. */
    boolean interruptRequested();

    /**
     * Tells the kernel that the running work ends by itself when it is asked to. While a hook is
     * registered an interrupt calls it and gives the cell 30 seconds before its thread is
     * interrupted.
     *
     * @return closes to unregister
     */
    Registration onInterrupt(Runnable hook);

    /** A registration that ends when it is closed. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
