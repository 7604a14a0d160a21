package io.github.alprolab.kernel.maven;

import io.github.alprolab.kernel.api.MagicException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResult;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/**
 * Finds dependencies with theirs. What the local repository has is taken from there; only where
 * something is missing, or a version may have a newer file, the repositories are asked.
 */
final class Resolution {
    private final Repositories repositories;

    Resolution(Repositories repositories) {
        this.repositories = repositories;
    }

    /**
     * Resolves.
     *
     * @throws MagicException where something cannot be found, with the repositories asked
     */
    Resolved resolve(Wanted wanted, TransferListener listener) {
        if (wanted.isFixed()) {
            try {
                return resolve(wanted, session(true, listener));
            } catch (RepositoryException missing) {
                // the repositories are asked below
            }
        }
        try {
            return resolve(wanted, session(false, listener));
        } catch (RepositoryException e) {
            throw new MagicException(
                    "Maven: "
                            + reason(e)
                            + "\nAsked were the local repository "
                            + repositories
                                    .context()
                                    .repositorySystemSession()
                                    .getLocalRepository()
                                    .getBasedir()
                            + " and "
                            + repositories.all(wanted.repositories()).stream()
                                    .map(r -> r.getId() + " (" + r.getUrl() + ")")
                                    .toList()
                            + "; %mavenRepo ID URL adds another.");
        }
    }

    /** Where dependencies could not even be collected, only the last cause says why. */
    private static String reason(RepositoryException e) {
        if (!(e.getCause() instanceof DependencyCollectionException)) {
            return e.getMessage();
        }
        Throwable last = e.getCause();
        while (last.getCause() instanceof RepositoryException) {
            last = last.getCause();
        }
        return last.getMessage();
    }

    private DefaultRepositorySystemSession session(boolean offline, TransferListener listener) {
        return new DefaultRepositorySystemSession(repositories.context().repositorySystemSession())
                // What the first try did not find must not be remembered for the second.
                .setCache(new DefaultRepositoryCache())
                .setOffline(offline)
                // A library without its description would come without what it needs.
                .setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(!offline, !offline))
                .setTransferListener(listener);
    }

    private Resolved resolve(Wanted wanted, DefaultRepositorySystemSession session)
            throws RepositoryException {
        List<RemoteRepository> from = repositories.all(wanted.repositories());
        CollectRequest collect = new CollectRequest();
        collect.setDependencies(wanted.dependencies());
        collect.setManagedDependencies(wanted.managed());
        collect.setRepositories(from);
        RepositorySystem system = repositories.context().repositorySystem();
        DependencyResult result =
                system.resolveDependencies(session, new DependencyRequest(collect, null));
        DefaultRepositorySystemSession verbose = new DefaultRepositorySystemSession(session);
        verbose.setConfigProperty(
                ConflictResolver.CONFIG_PROP_VERBOSE, ConflictResolver.Verbosity.STANDARD);
        Set<String> conflicts = new LinkedHashSet<>();
        addConflicts(system.collectDependencies(verbose, collect).getRoot(), conflicts);
        return new Resolved(
                result.getArtifactResults().stream().map(ArtifactResult::getArtifact).toList(),
                new ArrayList<>(conflicts));
    }

    private static void addConflicts(DependencyNode parent, Set<String> conflicts) {
        for (DependencyNode child : parent.getChildren()) {
            if (child.getData().get(ConflictResolver.NODE_DATA_WINNER)
                    instanceof DependencyNode winner) {
                addConflict(parent, child, winner, conflicts);
            }
            addConflicts(child, conflicts);
        }
    }

    private static void addConflict(
            DependencyNode parent,
            DependencyNode loser,
            DependencyNode winner,
            Set<String> conflicts) {
        String lost = loser.getArtifact().getVersion();
        String won = winner.getArtifact().getVersion();
        if (!lost.equals(won)) {
            Dependency by = parent.getDependency();
            conflicts.add(
                    "%s:%s %s won over %s, which %s asked for"
                            .formatted(
                                    winner.getArtifact().getGroupId(),
                                    winner.getArtifact().getArtifactId(),
                                    won,
                                    lost,
                                    by == null
                                            ? "the cell"
                                            : by.getArtifact().getArtifactId()
                                                    + " "
                                                    + by.getArtifact().getVersion()));
        }
    }
}
