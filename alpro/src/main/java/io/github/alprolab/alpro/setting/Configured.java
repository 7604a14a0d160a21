package io.github.alprolab.alpro.setting;

/** A value that is nothing but its settings, so that another one can hold it as a part. */
public interface Configured {
    /** One value for each of its settings. */
    Values values();
}
