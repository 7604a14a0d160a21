package io.github.alprolab.alpro.tensor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A device has no room for a tensor. */
public final class DeviceMemoryException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** As CUDA's allocator and that of the CPU say it. */
    private static final Pattern FULL =
            Pattern.compile(
                    "CUDA out of memory|CUBLAS_STATUS_ALLOC_FAILED|can't allocate memory",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern WANTED =
            Pattern.compile(
                    "tried to allocate ([\\d.]+ ?(?:[KMGT]iB|bytes))", Pattern.CASE_INSENSITIVE);

    private DeviceMemoryException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the engine's exception says of memory; the exception itself where it says nothing. */
    static RuntimeException of(RuntimeException engine) {
        String message = String.valueOf(engine.getMessage());
        if (!FULL.matcher(message).find()) {
            return engine;
        }
        String device = message.contains("CPU") ? "this machine" : "the GPU";
        Matcher wanted = WANTED.matcher(message);
        Optional<String> size = wanted.find() ? Optional.of(wanted.group(1)) : Optional.empty();
        return new DeviceMemoryException(
                "The memory of "
                        + device
                        + " is full"
                        + size.map(s -> ": " + s + " more were asked for").orElse("")
                        + ".",
                engine);
    }

    /** The same with what to do. */
    public DeviceMemoryException advising(String words) {
        return new DeviceMemoryException(getMessage() + " " + words, getCause());
    }
}
