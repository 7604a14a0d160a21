package io.github.alprolab.kernel.session;

import io.github.alprolab.kernel.classpath.CellClassPath;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The compiler's files, whose index of the class path is made once. Each task of javac, of which a
 * snippet takes four or five, sets the release of multi-release jars anew, and the file manager
 * answers by forgetting the index of every jar, though the release is always the same.
 */
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private static final String MULTI_RELEASE = "--multi-release";
    private static final List<String> CLASS_PATH = List.of("-classpath", "--class-path", "-cp");

    private final CellClassPath classPath;
    private String release = "";

    CompilerFiles(StandardJavaFileManager files, CellClassPath classPath) {
        super(files);
        this.classPath = classPath;
        placeClassPath();
    }

    private void placeClassPath() {
        try {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath.entries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel's own packages are not there for cells. */
    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        return location == StandardLocation.CLASS_PATH && classPath.hides(packageName)
                ? List.of()
                : super.list(location, packageName, kinds, recurse);
    }

    @Override
    public boolean handleOption(String option, Iterator<String> values) {
        if (CLASS_PATH.contains(option) && values.hasNext()) {
            values.next(); // JShell's own idea of it: what the kernel was started with and more
            placeClassPath();
            return true;
        }
        if (!option.equals(MULTI_RELEASE) || !values.hasNext()) {
            return super.handleOption(option, values);
        }
        String value = values.next();
        if (value.equals(release)) {
            return true;
        }
        release = value;
        return super.handleOption(option, List.of(value).iterator());
    }

    /**
     * Where the compiler looks for plug-ins of its own: not on the class path, because each task
     * would search every jar of it.
     */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return ClassLoader.getPlatformClassLoader();
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
            Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(
            Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public void setLocationForModule(
            Location location, String module, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationForModule(location, module, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }
}
