package io.github.alprolab.kernel.maven;

import java.util.List;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * What to resolve.
 *
 * @param dependencies wanted themselves
 * @param managed versions and exclusions for dependencies of dependencies
 * @param repositories to look in besides the known ones
 */
record Wanted(
        List<Dependency> dependencies,
        List<Dependency> managed,
        List<RemoteRepository> repositories) {

    Wanted {
        dependencies = List.copyOf(dependencies);
        managed = List.copyOf(managed);
        repositories = List.copyOf(repositories);
    }

    /** Whether every version wanted means the same files for ever. */
    boolean isFixed() {
        return dependencies.stream()
                .allMatch(d -> Coordinates.isFixed(d.getArtifact().getVersion()));
    }
}
