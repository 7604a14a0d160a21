package io.github.alprolab.kernel.classpath;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of the kernel's class path that cells share. Its classes are the kernel's own, so that
 * they come from the class-data archive and values pass between both; the others stay unseen.
 */
final class SharedLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** Comments that cells show as help, of the kernel and of what is shared. */
    private static final String HELP = "META-INF/alprolab/";

    private final ClassLoader app;
    private final Path kernel;
    private final Set<Path> shared;
    private final Set<String> called;
    private final Map<String, Boolean> isShared = new ConcurrentHashMap<>();

    SharedLoader(ClassLoader app, Path kernel, Collection<Path> shared, Class<?>... called) {
        // Its parent, because ServiceLoader goes up to where the JDK's own providers are.
        super("shared", app);
        this.app = app;
        this.kernel = kernel;
        this.shared = Set.copyOf(shared);
        this.called = Stream.of(called).map(Class::getName).collect(Collectors.toSet());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (CellClassPath.isInner(name) && !called.contains(name)) {
            throw new ClassNotFoundException(name);
        }
        Class<?> type = app.loadClass(name);
        if (type.getModule().isNamed() || isShared(type.getProtectionDomain().getCodeSource())) {
            return type;
        }
        throw new ClassNotFoundException(name);
    }

    private boolean isShared(CodeSource source) {
        return source != null
                && source.getLocation() != null
                && isShared.computeIfAbsent(
                        source.getLocation().toString(),
                        place -> {
                            Path entry = Path.of(URI.create(place));
                            return entry.equals(kernel) || shared.contains(entry);
                        });
    }

    @Override
    public URL getResource(String name) {
        URL ofTheJdk = getPlatformClassLoader().getResource(name);
        try {
            return ofTheJdk == null ? all(name).findFirst().orElse(null) : ofTheJdk;
        } catch (IOException e) {
            return null; // as other loaders have it
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        found.addAll(Collections.list(getPlatformClassLoader().getResources(name)));
        found.addAll(all(name).toList());
        return Collections.enumeration(found);
    }

    private Stream<URL> all(String name) throws IOException {
        boolean isOffered =
                CellClassPath.isOffered(name.replace('/', '.')) || name.startsWith(HELP);
        List<URL> found = Collections.list(app.getResources(name));
        return found.stream()
                .filter(
                        url ->
                                entry(url, name)
                                        .filter(
                                                e ->
                                                        shared.contains(e)
                                                                || isOffered && e.equals(kernel))
                                        .isPresent());
    }

    /** The jar or the folder that a resource lies in; empty for one of the JDK. */
    private static Optional<Path> entry(URL resource, String name) {
        String text = resource.toString();
        String place =
                resource.getProtocol().equals("jar")
                        ? text.substring("jar:".length(), text.indexOf("!/"))
                        : text.substring(0, Math.max(0, text.length() - name.length()));
        return place.startsWith("file:")
                ? Optional.of(Path.of(URI.create(place)))
                : Optional.empty();
    }
}
