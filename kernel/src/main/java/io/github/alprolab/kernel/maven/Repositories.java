package io.github.alprolab.kernel.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import io.github.alprolab.kernel.api.MagicException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The Maven of this machine: its local repository, its settings with mirrors, proxies and
 * credentials, and the repositories that cells added. The local repository is {@code
 * ~/.m2/repository} unless the settings or the system property {@code maven.repo.local} say
 * otherwise.
 */
final class Repositories {
    private final List<RemoteRepository> added = new ArrayList<>();
    private Context context;

    /** Adds a repository, or replaces the one of the same id. */
    void add(String id, String url) {
        try {
            if (new URI(url).getScheme() == null) {
                throw new MagicException(
                        "The repository "
                                + id
                                + " needs an address such as https://... or file:...,"
                                + " not "
                                + url
                                + ".");
            }
        } catch (URISyntaxException e) {
            throw new MagicException(url + " is no address: " + e.getReason() + ".", e);
        }
        added.removeIf(known -> known.getId().equals(id));
        added.add(new RemoteRepository.Builder(id, "default", url).build());
    }

    /** All to look in, as the settings' mirrors, proxies and credentials have them. */
    List<RemoteRepository> all(List<RemoteRepository> more) {
        Context maven = context();
        List<RemoteRepository> own = new ArrayList<>(added);
        more.stream()
                .filter(r -> own.stream().noneMatch(known -> known.getId().equals(r.getId())))
                .forEach(own::add);
        List<RemoteRepository> all =
                new ArrayList<>(
                        maven.repositorySystem()
                                .newResolutionRepositories(maven.repositorySystemSession(), own));
        maven.remoteRepositories().stream()
                .filter(r -> all.stream().noneMatch(known -> known.getId().equals(r.getId())))
                .forEach(all::add);
        return all;
    }

    /** Set up at the first use, which takes about half a second. */
    synchronized Context context() {
        if (context == null) {
            ContextOverrides.Builder overrides = ContextOverrides.create().withUserSettings(true);
            Optional.ofNullable(System.getProperty("maven.repo.local"))
                    .map(Path::of)
                    .ifPresent(overrides::withLocalRepositoryOverride);
            mavenHome().ifPresent(overrides::withMavenSystemHomeOverride);
            context = created(overrides.build());
        }
        return context;
    }

    /** Maven's services are the kernel's, which the loader of a cell that asks for them hides. */
    private static Context created(ContextOverrides overrides) {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(Repositories.class.getClassLoader());
        try {
            return Runtimes.INSTANCE.getRuntime().create(overrides);
        } finally {
            here.setContextClassLoader(before);
        }
    }

    /** Where Maven is installed: its settings hold for all users of the machine. */
    private static Optional<Path> mavenHome() {
        String said = System.getenv("MAVEN_HOME");
        if (said != null && !said.isBlank()) {
            return Optional.of(Path.of(said));
        }
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve("mvn"))
                .filter(Files::isExecutable)
                .findFirst()
                .flatMap(Repositories::homeOf);
    }

    private static Optional<Path> homeOf(Path mvn) {
        try {
            return Optional.ofNullable(mvn.toRealPath().getParent())
                    .map(Path::getParent)
                    .filter(home -> Files.exists(home.resolve("conf/settings.xml")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
