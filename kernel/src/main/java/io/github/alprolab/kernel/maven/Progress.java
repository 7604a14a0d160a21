package io.github.alprolab.kernel.maven;

import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.Notebook;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** What is being fetched, in one output that is replaced in place. */
final class Progress extends AbstractTransferListener {
    private static final long PAUSE_NANOSECONDS = 200_000_000;

    private final Map<String, Long> bytesOf = new HashMap<>();
    private String displayId = "";
    private long shown;
    private int fetched;

    private long bytes() {
        return bytesOf.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public synchronized void transferProgressed(TransferEvent event) {
        bytesOf.put(event.getResource().getResourceName(), event.getTransferredBytes());
        if (System.nanoTime() - shown > PAUSE_NANOSECONDS) {
            String name = event.getResource().getResourceName();
            show(
                    String.format(
                            Locale.ROOT,
                            "Fetching %s: %d files and %.1f MB so far",
                            name.substring(name.lastIndexOf('/') + 1),
                            fetched,
                            bytes() / 1e6));
        }
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        bytesOf.put(event.getResource().getResourceName(), event.getTransferredBytes());
        if (!isSmall(event.getResource().getResourceName())) {
            fetched++;
        }
    }

    /** Replaces the last state by the result. */
    synchronized void end(String text) {
        show(text);
    }

    /** How much was fetched, as words behind a result; empty for nothing. */
    synchronized String fetchedInWords() {
        return fetched == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (%d %s fetched, %.1f MB)",
                        fetched,
                        fetched == 1 ? "file" : "files",
                        bytes() / 1e6);
    }

    /** Descriptions and checksums, which nobody counts as files. */
    private static boolean isSmall(String name) {
        return name.endsWith(".pom") || name.endsWith(".sha1") || name.endsWith(".xml");
    }

    private void show(String text) {
        shown = System.nanoTime();
        MimeBundle bundle = MimeBundle.plain(text);
        if (displayId.isEmpty()) {
            displayId = Notebook.display(bundle);
        } else {
            Notebook.updateDisplay(displayId, bundle);
        }
    }
}
