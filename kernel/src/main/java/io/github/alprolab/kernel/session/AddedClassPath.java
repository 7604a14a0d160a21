package io.github.alprolab.kernel.session;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Jars and folders that came while the kernel ran; classes, resources and services of them. */
final class AddedClassPath extends URLClassLoader {

    AddedClassPath(ClassLoader parent) {
        super("added", new URL[0], parent);
    }

    void add(Path entry) {
        try {
            addURL(entry.toUri().toURL()); // of a folder it ends in a slash, as it has to
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry + " cannot be on a class path.", e);
        }
    }
}
