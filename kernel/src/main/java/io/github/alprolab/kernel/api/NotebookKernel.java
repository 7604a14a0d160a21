package io.github.alprolab.kernel.api;

import java.util.Optional;

/** The running kernel, as cells see it; the names are those of IJava. */
public interface NotebookKernel {

    /** Adds a jar or a folder of classes to the class path of cells. */
    void addToClasspath(String path);

    /**
     * Runs code as a cell would, magics too, and returns the value of its last expression, null
     * where there is none.
     */
    Object evalRaw(String code);

    /**
     * The text of the statement that runs now, behind the texts of the declarations that it uses;
     * empty when none runs. Belongs to the thread that runs cells.
     */
    Optional<String> runningCode();

    /** The magics of this kernel. */
    MagicRegistry getMagics();
}
