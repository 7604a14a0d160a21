package io.github.alprolab.kernel.maven;

import java.util.List;
import org.eclipse.aether.artifact.Artifact;

/**
 * Files of dependencies.
 *
 * @param artifacts with their files, those wanted first
 * @param conflicts which version won over which, a sentence each
 */
record Resolved(List<Artifact> artifacts, List<String> conflicts) {
    Resolved {
        artifacts = List.copyOf(artifacts);
        conflicts = List.copyOf(conflicts);
    }
}
