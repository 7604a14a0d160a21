package io.github.alprolab.kernel.classpath;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The class path of cells. It is read on the thread that runs cells, and by any thread that loads
 * classes.
 */
public final class CellClassPath {
    /**
     * Names the entries of the kernel's own class path that cells share; where it is not set, they
     * share all.
     */
    public static final String SHARED = "alprolab.kernel.shared";

    private final Path kernel;
    private final boolean isWhole;
    private final List<Path> shared;
    private final AddedLoader added;

    CellClassPath(String said, Class<?>... called) {
        this.kernel = placeOfTheKernel();
        this.isWhole = said == null;
        this.shared = paths(isWhole ? System.getProperty("java.class.path") : said);
        ClassLoader app = CellClassPath.class.getClassLoader();
        this.added = new AddedLoader(isWhole ? app : new SharedLoader(app, kernel, shared, called));
    }

    /**
     * That of a new session of this kernel.
     *
     * @param called classes of the kernel that the woven code of cells calls
     */
    public static CellClassPath ofThisKernel(Class<?>... called) {
        return new CellClassPath(System.getProperty(SHARED), called);
    }

    private static List<Path> paths(String text) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(text)
                .filter(entry -> !entry.isBlank())
                .map(CellClassPath::canonical)
                .toList();
    }

    /** What the kernel itself was started with. */
    public static List<String> ofTheKernel() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    /** As the loader of the kernel's classes names it. */
    private static Path canonical(String entry) {
        try {
            return new File(entry).getCanonicalFile().toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(entry + " of the class path cannot be found", e);
        }
    }

    private static Path placeOfTheKernel() {
        var source = CellClassPath.class.getProtectionDomain().getCodeSource();
        return Path.of(URI.create(source.getLocation().toString()));
    }

    /** What is searched, in this order, by the compiler and, but for the JDK, when code runs. */
    public List<Path> entries() {
        // A kernel of which all is shared has no part that goes before the others.
        List<Path> all = new ArrayList<>(isWhole ? List.of() : List.of(kernel));
        all.addAll(added());
        shared.stream().filter(entry -> !all.contains(entry)).forEach(all::add);
        return all;
    }

    /** What was added, in order. */
    public List<Path> added() {
        return added.entries();
    }

    /** Whether a package is the kernel's own business, which the compiler does not see. */
    public boolean hides(String packageName) {
        return !isWhole && isInner(packageName + ".");
    }

    /** Whether a name is of the kernel, but not of what it offers cells. */
    static boolean isInner(String name) {
        return name.startsWith("io.github.alprolab.kernel.")
                && !name.startsWith("io.github.alprolab.kernel.api.");
    }

    /** Whether a name is of what the kernel offers cells, which nothing that is added replaces. */
    static boolean isOffered(String name) {
        return name.startsWith("io.github.alprolab.kernel.api.")
                || name.startsWith("io.github.spencerpark.");
    }

    /** The loader of all this. */
    public ClassLoader loader() {
        return added;
    }

    /**
     * Adds a jar or a folder of classes; one that is there stays where it is.
     *
     * @throws IllegalArgumentException for a jar that cannot be read
     */
    public void add(Path entry) {
        requireReadable(entry); // javac would fail in every later cell
        added.add(entry.toAbsolutePath().normalize());
    }

    /** Removes what was added and of which no class was loaded. */
    public void remove(Path entry) {
        added.remove(entry.toAbsolutePath().normalize());
    }

    /** A class of this entry that was loaded, empty where none was. */
    public Optional<String> used(Path entry) {
        return added.used(entry.toAbsolutePath().normalize());
    }

    /**
     * The version by which cells share an artifact, as the folders of a Maven repository name it.
     */
    public Optional<String> sharedVersion(String groupId, String artifactId, String classifier) {
        Path folder = Path.of(groupId.replace('.', '/'), artifactId);
        String end = (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
        return shared.stream()
                .filter(
                        jar ->
                                jar.getNameCount() > 2
                                        && jar.getParent().getParent().endsWith(folder))
                .map(jar -> jar.getParent().getFileName() + "\n" + jar.getFileName())
                .map(text -> text.split("\n"))
                .filter(jar -> jar[1].equals(artifactId + "-" + jar[0] + end))
                .map(jar -> jar[0])
                .findFirst();
    }

    private static void requireReadable(Path entry) {
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
