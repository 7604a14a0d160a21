package io.github.alprolab.kernel.maven;

import io.github.alprolab.kernel.api.MagicException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/** Reads a POM file as Maven does: with its parents, properties, profiles and imports. */
final class PomDependencies {
    private static final Artifact POM = new DefaultArtifact("notebook", "cell", "pom", "1");

    private final Repositories repositories;

    PomDependencies(Repositories repositories) {
        this.repositories = repositories;
    }

    /** What a POM asks for in these scopes. */
    Wanted read(Path pom, Set<String> scopes, TransferListener listener) {
        DefaultRepositorySystemSession session =
                new DefaultRepositorySystemSession(repositories.context().repositorySystemSession())
                        .setTransferListener(listener)
                        .setArtifactDescriptorPolicy(
                                new SimpleArtifactDescriptorPolicy(false, false))
                        .setWorkspaceReader(new OnePom(pom.toAbsolutePath().toFile()));
        ArtifactDescriptorRequest request =
                new ArtifactDescriptorRequest(POM, repositories.all(List.of()), "");
        try {
            ArtifactDescriptorResult found =
                    repositories
                            .context()
                            .repositorySystem()
                            .readArtifactDescriptor(session, request);
            List<Dependency> wanted =
                    found.getDependencies().stream()
                            .filter(d -> scopes.contains(scope(d)))
                            .map(d -> d.setScope("compile").setOptional(false))
                            .toList();
            return new Wanted(wanted, found.getManagedDependencies(), found.getRepositories());
        } catch (ArtifactDescriptorException e) {
            throw new MagicException(
                    "The POM cannot be used: "
                            + (e.getCause() == null ? e : e.getCause()).getMessage(),
                    e);
        }
    }

    private static String scope(Dependency dependency) {
        return dependency.getScope().isEmpty() ? "compile" : dependency.getScope();
    }

    /** Lets Maven take one file for the POM of {@link #POM}. */
    private record OnePom(File file) implements WorkspaceReader {
        private static final WorkspaceRepository PLACE = new WorkspaceRepository("notebook");

        @Override
        public WorkspaceRepository getRepository() {
            return PLACE;
        }

        @Override
        public File findArtifact(Artifact artifact) {
            boolean isPom =
                    artifact.getGroupId().equals(POM.getGroupId())
                            && artifact.getArtifactId().equals(POM.getArtifactId())
                            && artifact.getExtension().equals("pom");
            return isPom ? file : null;
        }

        @Override
        public List<String> findVersions(Artifact artifact) {
            return List.of();
        }
    }
}
