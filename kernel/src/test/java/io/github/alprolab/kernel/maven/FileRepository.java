package io.github.alprolab.kernel.maven;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A Maven repository in a folder, made by a test. */
record FileRepository(Path folder) {
    String url() {
        return folder.toUri().toString();
    }

    /**
     * Puts an artifact there whose class {@code g.Name} says its version; pieces go into its POM.
     */
    void put(String artifactId, String version, String pomPieces) throws IOException {
        putPom(artifactId, version, pomPieces);
        putJar(artifactId, version, "", version);
    }

    void putPom(String artifactId, String version, String pieces) throws IOException {
        Path pom = file(artifactId, version, "", "pom");
        Files.createDirectories(pom.getParent());
        Files.writeString(
                pom,
                """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>g</groupId><artifactId>%s</artifactId><version>%s</version>%s</project>
                """
                        .formatted(artifactId, version, pieces));
    }

    /** A jar with the class, a resource and a service. */
    void putJar(String artifactId, String version, String classifier, String says)
            throws IOException {
        String name = Character.toUpperCase(artifactId.charAt(0)) + artifactId.substring(1);
        Path work = Files.createTempDirectory(folder, "work");
        Path source = Files.createDirectory(work.resolve("g")).resolve(name + ".java");
        Files.writeString(
                source,
                """
                package g;
                public class %s implements java.util.function.Supplier<String> {
                    public static String says() { return "%s"; }
                    public String get() { return says(); }
                }
                """
                        .formatted(name, says));
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "--release", "17", source.toString());
        if (failed != 0) {
            throw new IOException("The test's class does not compile");
        }
        Files.delete(source);
        Files.writeString(work.resolve(artifactId + ".txt"), says);
        Path services = Files.createDirectories(work.resolve("META-INF/services"));
        Files.writeString(services.resolve("java.util.function.Supplier"), "g." + name);
        Path jar = file(artifactId, version, classifier, "jar");
        Files.createDirectories(jar.getParent());
        pack(work, jar);
    }

    static String dependency(String artifactId, String version) {
        return "<dependency><groupId>g</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                .formatted(artifactId, version);
    }

    private Path file(String artifactId, String version, String classifier, String extension) {
        String end = classifier.isEmpty() ? "" : "-" + classifier;
        return folder.resolve("g/" + artifactId + "/" + version)
                .resolve(artifactId + "-" + version + end + "." + extension);
    }

    private static void pack(Path from, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(from.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }
}
