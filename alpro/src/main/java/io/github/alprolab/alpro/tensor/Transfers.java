package io.github.alprolab.alpro.tensor;

/**
 * What went between the Java heap and a device. A GPU stands still for each reading, since that
 * waits for all that was asked before; the same calls are counted on a CPU, where they cost little.
 *
 * @param reads copies from the device to the heap
 * @param bytesRead their bytes
 * @param uploads copies from the heap to the device
 * @param bytesUploaded their bytes
 */
public record Transfers(long reads, long bytesRead, long uploads, long bytesUploaded) {

    /** What was added since an earlier count of the same device. */
    public Transfers since(Transfers earlier) {
        return new Transfers(
                reads - earlier.reads,
                bytesRead - earlier.bytesRead,
                uploads - earlier.uploads,
                bytesUploaded - earlier.bytesUploaded);
    }
}
