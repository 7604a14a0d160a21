package io.github.alprolab.datasets.video;

import org.bytedeco.javacpp.Pointer;

/** What this process takes of the machine's memory, the decoder's part included. */
public final class ProcessMemory {
    private ProcessMemory() {}

    /** Resident bytes; 0 where the system does not tell. */
    public static long residentBytes() {
        Ffmpeg.load();
        return Pointer.physicalBytes();
    }
}
