package io.github.alprolab.alpro.setting;

/** Whether a setting is part of what a run is: of its record and of its hash. */
public enum Identity {
    /** Always written out. */
    ALWAYS,
    /**
     * Only where it differs from its default: a newer setting that leaves old hashes as they were.
     */
    WHERE_CHANGED,
    /** Never: another value gives the same numbers. */
    NEVER
}
