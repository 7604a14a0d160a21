package io.github.alprolab.dsl.show;

/** A value with a picture of its own. Its {@code toString} stays short; this is the long form. */
public interface Shown {
    /** All representations; plain text is always among them. */
    Showing show();
}
