package io.github.alprolab.kernel.maven;

import io.github.alprolab.kernel.classpath.CellClassPath;
import io.github.alprolab.kernel.magic.Cells;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;
import org.eclipse.aether.version.VersionScheme;

/**
 * What is on the class path of cells already, and what becomes of another version of it. A version
 * that a cell names goes before one that merely comes along, of two that come along the higher one;
 * but code that was loaded cannot be exchanged.
 */
final class LoadedArtifacts {
    private final Cells cells;
    private final String owner;
    private final Map<String, Loaded> loaded = new HashMap<>();

    /**
     * None yet.
     *
     * @param owner whose libraries cells share, in messages
     */
    LoadedArtifacts(Cells cells, String owner) {
        this.cells = cells;
        this.owner = owner;
    }

    private record Loaded(String version, Path path, boolean isAsked) {}

    /**
     * What happened to artifacts.
     *
     * @param paths files now on the class path
     * @param names artifact ids and versions of these
     * @param notes what was replaced or left out and what is there twice, a sentence each
     */
    record Added(List<String> paths, List<String> names, List<String> notes) {}

    /** Adds what was resolved; {@code asked} are the versionless ids of those that a cell named. */
    Added add(List<Artifact> artifacts, Set<String> asked) {
        Added added = new Added(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> mixed =
                artifacts.stream()
                        .filter(a -> shared(a).filter(v -> !v.equals(a.getVersion())).isPresent())
                        .map(Artifact::getGroupId)
                        .collect(Collectors.toSet());
        for (Artifact artifact : artifacts) {
            if (isJar(artifact, added)) {
                add(artifact, asked.contains(id(artifact)), mixed, added);
            }
        }
        return added;
    }

    private static boolean isJar(Artifact artifact, Added added) {
        String extension = artifact.getExtension();
        if (!extension.equals("jar") && !extension.equals("pom")) {
            added.notes().add(name(artifact) + " is no jar; it is at " + artifact.getFile() + ".");
        }
        return extension.equals("jar");
    }

    private void add(Artifact artifact, boolean isAsked, Set<String> mixed, Added added) {
        Loaded before = loaded.get(id(artifact));
        Optional<String> shared = shared(artifact);
        if (before != null) {
            another(artifact, isAsked, before, added);
        } else if (shared.isEmpty() || mixed.contains(artifact.getGroupId())) {
            put(artifact, isAsked, added);
            shared.filter(version -> !version.equals(artifact.getVersion()))
                    .ifPresent(version -> added.notes().add(twice(artifact, version)));
        } else if (isAsked) {
            added.notes().add(name(artifact) + " is there already, with " + owner + ".");
        }
    }

    /** Values that pass between both are of one version or of the other. */
    private String twice(Artifact artifact, String version) {
        return "%s needs %s %s and keeps it for itself; %s was asked for and is what cells see."
                .formatted(
                        sentence(owner), artifact.getArtifactId(), version, artifact.getVersion());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void another(Artifact artifact, boolean isAsked, Loaded before, Added added) {
        String old = artifact.getArtifactId() + " " + before.version();
        if (before.version().equals(artifact.getVersion())) {
            if (isAsked) {
                added.notes().add(name(artifact) + " was there already.");
            }
        } else if (!isAsked && (before.isAsked() || isHigher(before.version(), artifact))) {
            added.notes()
                    .add(
                            name(artifact)
                                    + " was left out for version "
                                    + before.version()
                                    + (before.isAsked()
                                            ? ", which a cell asked for."
                                            : ", which is higher."));
        } else {
            Optional<String> used = cells.classPath().used(before.path());
            if (used.isPresent()) {
                added.notes().add(stays(artifact, before.version(), used.get()));
            } else {
                cells.replaceOnClassPath(before.path(), path(artifact));
                record(artifact, isAsked, added);
                added.notes()
                        .add(
                                name(artifact)
                                        + " took the place of "
                                        + old
                                        + ", which no code had used yet.");
            }
        }
    }

    private static String stays(Artifact artifact, String version, String used) {
        return "%s was left out: code of version %s is in use (%s). Restart the kernel and ask for %s first to have it."
                .formatted(name(artifact), version, used, artifact.getVersion());
    }

    private void put(Artifact artifact, boolean isAsked, Added added) {
        cells.addToClasspath(path(artifact).toString());
        record(artifact, isAsked, added);
    }

    private void record(Artifact artifact, boolean isAsked, Added added) {
        loaded.put(id(artifact), new Loaded(artifact.getVersion(), path(artifact), isAsked));
        added.paths().add(path(artifact).toString());
        added.names().add(name(artifact));
    }

    private Optional<String> shared(Artifact artifact) {
        CellClassPath classPath = cells.classPath();
        return classPath.sharedVersion(
                artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier());
    }

    private static boolean isHigher(String version, Artifact than) {
        VersionScheme scheme = new GenericVersionScheme();
        try {
            Version other = scheme.parseVersion(than.getVersion());
            return scheme.parseVersion(version).compareTo(other) > 0;
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalStateException(e); // a text of any form is a version of this scheme
        }
    }

    private static Path path(Artifact artifact) {
        return artifact.getFile().toPath().toAbsolutePath();
    }

    private static String id(Artifact artifact) {
        return ArtifactIdUtils.toVersionlessId(artifact);
    }

    private static String name(Artifact artifact) {
        String classifier = artifact.getClassifier();
        return artifact.getArtifactId()
                + (classifier.isEmpty() ? "" : ":" + classifier)
                + " "
                + artifact.getVersion();
    }
}
