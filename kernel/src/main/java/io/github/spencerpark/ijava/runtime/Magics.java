package io.github.spencerpark.ijava.runtime;

import io.github.alprolab.kernel.api.Notebook;

/**
 * Calls magics, by the functions that every cell has, so that importing them again changes nothing.
 */
public final class Magics extends Notebook {
    private Magics() {}
}
