package io.github.alprolab.kernel.maven;

import io.github.alprolab.kernel.magic.Cells;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;

/** What is on the class path already: a second version beside it would never be seen. */
final class LoadedArtifacts {
    private final Cells cells;
    private final Map<String, String> versions = new HashMap<>();

    LoadedArtifacts(Cells cells) {
        this.cells = cells;
    }

    /**
     * What happened to artifacts.
     *
     * @param paths files now on the class path
     * @param names artifact ids and versions of these
     * @param notes what was left out, a sentence each
     */
    record Added(List<String> paths, List<String> names, List<String> notes) {}

    Added add(List<Artifact> artifacts) {
        Added added = new Added(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        artifacts.forEach(artifact -> add(artifact, added));
        return added;
    }

    private void add(Artifact artifact, Added added) {
        String classifier = artifact.getClassifier();
        String name =
                artifact.getArtifactId()
                        + (classifier.isEmpty() ? "" : ":" + classifier)
                        + " "
                        + artifact.getVersion();
        if (!artifact.getExtension().equals("jar")) {
            if (!artifact.getExtension().equals("pom")) {
                added.notes().add(name + " is no jar; it is at " + artifact.getFile() + ".");
            }
            return;
        }
        ofKernel(artifact.getArtifactId())
                .filter(version -> !version.equals(artifact.getVersion()))
                .ifPresent(
                        version ->
                                added.notes()
                                        .add(
                                                name
                                                        + " is hidden by version "
                                                        + version
                                                        + ", which this kernel runs with."));
        String before =
                versions.putIfAbsent(
                        ArtifactIdUtils.toVersionlessId(artifact), artifact.getVersion());
        if (before == null) {
            String path = artifact.getFile().getAbsolutePath();
            cells.addToClasspath(path);
            added.paths().add(path);
            added.names().add(name);
        } else if (before.equals(artifact.getVersion())) {
            added.notes().add(name + " was there already.");
        } else {
            added.notes()
                    .add(
                            name
                                    + " was left out, because version "
                                    + before
                                    + " is loaded; restart the kernel to change it.");
        }
    }

    /** The version by which a jar of the same name is on the kernel's own class path. */
    private static Optional<String> ofKernel(String artifactId) {
        Pattern jar = Pattern.compile(Pattern.quote(artifactId) + "-(\\d[^/\\\\]*)\\.jar");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path", ""))
                .map(path -> jar.matcher(String.valueOf(Path.of(path).getFileName())))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
