package io.github.alprolab.kernel.session;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipFile;

/** Jars and folders that came while the kernel ran; classes, resources and services of them. */
final class AddedClassPath extends URLClassLoader {

    private final List<String> entries = new CopyOnWriteArrayList<>();

    AddedClassPath(ClassLoader parent) {
        super("added", new URL[0], parent);
    }

    /** What the kernel itself was started with; never empty. */
    static List<String> ofTheKernel() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    /** What was added, in order. */
    List<String> entries() {
        return List.copyOf(entries);
    }

    void add(Path entry) {
        entries.add(entry.toString());
        try {
            addURL(entry.toUri().toURL()); // of a folder it ends in a slash, as it has to
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry + " cannot be on a class path.", e);
        }
    }

    /** Refuses what javac takes for a jar and cannot read. */
    static void requireReadable(Path entry) {
        String name = entry.toString().toLowerCase(Locale.ROOT);
        if (Files.isRegularFile(entry) && (name.endsWith(".jar") || name.endsWith(".zip"))) {
            try (ZipFile jar = new ZipFile(entry.toFile())) {
                jar.size();
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        entry
                                + " cannot be read as a jar ("
                                + e.getMessage()
                                + "); it was not added to the class path.",
                        e);
            }
        }
    }
}
