package io.github.spencerpark.ijava;

import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.api.NotebookKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;

/** The running kernel, as notebooks of IJava see it. */
public final class JavaKernel {
    private final NotebookKernel kernel;

    JavaKernel(NotebookKernel kernel) {
        this.kernel = kernel;
    }

    /** What shows values, and takes renderers of other types. */
    public Renderer getRenderer() {
        return new Renderer();
    }

    /** The magics. */
    public Magics getMagics() {
        return new Magics(kernel.getMagics());
    }

    /** Adds a jar or a folder of classes to the class path of cells. */
    public void addToClasspath(String path) {
        kernel.addToClasspath(path);
    }

    /**
     * Runs code as a cell would, magics too, and returns the value of its last expression, null
     * where there is none.
     */
    public Object evalRaw(String code) {
        return kernel.evalRaw(code);
    }

    /** The same, rendered; null where there is no value. */
    public DisplayData eval(String code) {
        Object value = kernel.evalRaw(code);
        return value == null ? null : getRenderer().render(value);
    }

    /** Shows what is rendered already, under its own id where it has one. */
    public void display(DisplayData data) {
        data.setDisplayId(Notebook.display(data));
    }
}
