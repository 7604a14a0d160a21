package io.github.alprolab.kernel.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * Jars and folders that cells asked for: their classes, resources and services, before those of its
 * parent, but behind the JDK and what the kernel offers cells. All share one loader, as on a class
 * path; one of which nothing was loaded can be taken away again, which no loader of the JDK can.
 */
final class AddedLoader extends SecureClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final Set<String> OF_THE_JDK =
            ModuleLayer.boot().modules().stream()
                    .flatMap(module -> module.getPackages().stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    AddedLoader(ClassLoader parent) {
        super("added", parent);
    }

    /** A jar or a folder; {@code files} finds what is in it, as any class path does. */
    private static final class Entry {
        private final Path path;
        private final URLClassLoader files;
        private volatile String used;

        Entry(Path path) {
            this.path = path;
            try {
                // Of a folder the address ends in a slash, as it has to.
                this.files = new URLClassLoader(new URL[] {path.toUri().toURL()}, null);
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(path + " cannot be on a class path.", e);
            }
        }
    }

    List<Path> entries() {
        return entries.stream().map(entry -> entry.path).toList();
    }

    synchronized void add(Path path) {
        if (find(path).isEmpty()) {
            entries.add(new Entry(path));
        }
    }

    synchronized void remove(Path path) {
        Entry entry = find(path).filter(e -> e.used == null).orElseThrow();
        entries.remove(entry);
        try {
            entry.files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> used(Path path) {
        return find(path).map(entry -> entry.used);
    }

    private Optional<Entry> find(Path path) {
        return entries.stream().filter(entry -> entry.path.equals(path)).findFirst();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> type = findLoadedClass(name);
            if (type == null) {
                type = ofTheJdk(name);
            }
            if (type == null && !CellClassPath.isOffered(name)) {
                type = added(name);
            }
            if (type == null) {
                type = getParent().loadClass(name);
            }
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    private static Class<?> ofTheJdk(String name) {
        if (!OF_THE_JDK.contains(packageOf(name))) {
            return null; // sooner than by an exception, of which a large library makes thousands
        }
        try {
            return getPlatformClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    private Class<?> added(String name) throws ClassNotFoundException {
        for (Entry entry : entries) {
            URL code = entry.files.findResource(name.replace('.', '/') + ".class");
            if (code != null) {
                entry.used = name;
                return define(name, code);
            }
        }
        return null;
    }

    private Class<?> define(String name, URL place) throws ClassNotFoundException {
        try {
            URLConnection connection = place.openConnection();
            byte[] code;
            try (InputStream in = connection.getInputStream()) {
                code = in.readAllBytes();
            }
            JarURLConnection jar = connection instanceof JarURLConnection j ? j : null;
            definePackage(name, jar == null ? null : jar.getManifest());
            URL from = jar == null ? folder(place, name) : jar.getJarFileURL();
            Certificate[] signers = jar == null ? null : jar.getCertificates();
            return defineClass(name, code, 0, code.length, new CodeSource(from, signers));
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " could not be read from " + place, e);
        }
    }

    private static URL folder(URL place, String name) throws MalformedURLException {
        String text = place.toString();
        int end = text.length() - name.length() - ".class".length();
        return URI.create(text.substring(0, end)).toURL();
    }

    private void definePackage(String className, Manifest manifest) {
        String name = packageOf(className);
        if (name.isEmpty() || getDefinedPackage(name) != null) {
            return;
        }
        Attributes all = manifest == null ? new Attributes() : manifest.getMainAttributes();
        Attributes own =
                manifest == null ? null : manifest.getAttributes(name.replace('.', '/') + "/");
        try {
            definePackage(
                    name,
                    said(own, all, Attributes.Name.SPECIFICATION_TITLE),
                    said(own, all, Attributes.Name.SPECIFICATION_VERSION),
                    said(own, all, Attributes.Name.SPECIFICATION_VENDOR),
                    said(own, all, Attributes.Name.IMPLEMENTATION_TITLE),
                    said(own, all, Attributes.Name.IMPLEMENTATION_VERSION),
                    said(own, all, Attributes.Name.IMPLEMENTATION_VENDOR),
                    null);
        } catch (IllegalArgumentException another) {
            // thread has defined it meanwhile
        }
    }

    private static String said(Attributes own, Attributes all, Attributes.Name name) {
        String text = own == null ? null : own.getValue(name);
        return text == null ? all.getValue(name) : text;
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }

    @Override
    protected URL findResource(String name) {
        return entries.stream()
                .map(entry -> entry.files.findResource(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        List<URL> all = new ArrayList<>();
        for (Entry entry : entries) {
            all.addAll(Collections.list(entry.files.findResources(name)));
        }
        return Collections.enumeration(all);
    }
}
