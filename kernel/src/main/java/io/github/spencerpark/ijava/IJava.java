package io.github.spencerpark.ijava;

import io.github.alprolab.kernel.api.Notebook;

/** Where notebooks of IJava find their kernel. */
public final class IJava {
    private IJava() {}

    /** The running kernel. */
    public static JavaKernel getKernelInstance() {
        return new JavaKernel(Notebook.getKernelInstance());
    }
}
