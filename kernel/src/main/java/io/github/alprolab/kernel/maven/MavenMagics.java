package io.github.alprolab.kernel.maven;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.builtin.BuiltinMagic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;

/**
 * {@code %maven}, {@code %mavenRepo} and {@code %loadFromPOM}, with IJava's names and arguments.
 */
public final class MavenMagics {
    private static final String EXCLUDE = "--exclude";
    private static final Set<String> SCOPES = Set.of("compile", "runtime", "system", "import");
    private static final Set<String> ALL_SCOPES =
            Set.of("compile", "runtime", "system", "import", "provided", "test");

    private final Repositories repositories = new Repositories();
    private final Resolution resolution = new Resolution(repositories);
    private final LoadedArtifacts loaded;

    private MavenMagics(Cells cells, String owner) {
        this.loaded = new LoadedArtifacts(cells, owner);
    }

    /**
     * The magics for cells.
     *
     * @param owner whose libraries cells share, in messages
     */
    public static List<Magic> of(Cells cells, String owner) {
        MavenMagics magics = new MavenMagics(cells, owner);
        return List.of(
                BuiltinMagic.line(
                                "maven",
                                "Adds libraries from Maven repositories to the class path, with all"
                                        + " that they need.\n"
                                        + "%maven groupId:artifactId:[packagingType:[classifier]]:version..."
                                        + " [--exclude groupId:artifactId]...\n"
                                        + "What the local repository has is not fetched again.",
                                magics::maven)
                        .or("addMavenDependency", "addMavenDependencies"),
                BuiltinMagic.line(
                                "mavenRepo",
                                "Adds a Maven repository for %maven.\n%mavenRepo ID URL",
                                magics::addRepository)
                        .or("addMavenRepo"),
                BuiltinMagic.line(
                                "loadFromPOM",
                                "Adds the dependencies of a POM to the class path.\n"
                                        + "%loadFromPOM FILE [SCOPE]..., or %%loadFromPOM [SCOPE]..."
                                        + " above a POM or pieces of one; scopes are compile,"
                                        + " runtime, system and import where none is given",
                                magics::loadFromPom)
                        .orAboveCell(),
                BuiltinMagic.line(
                        "dependency",
                        "The same as %maven in the words of rapaio-jupyter-kernel.\n"
                                + "%dependency /add COORDINATES..., then %dependency /resolve;"
                                + " %dependency /add-repo ID URL",
                        new DependencyMagic(magics::maven, magics::addRepository)::run));
    }

    private List<String> maven(MagicCall call) {
        List<Exclusion> exclusions = new ArrayList<>();
        List<Coordinates> wanted = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            String argument = call.arguments().get(i);
            if (argument.equals(EXCLUDE)) {
                exclusions.add(exclusion(call, ++i));
            } else {
                wanted.add(Coordinates.parse(argument));
            }
        }
        if (wanted.isEmpty()) {
            throw new MagicException(
                    call.written()
                            + " needs coordinates, for example"
                            + " org.apache.commons:commons-lang3:3.17.0.");
        }
        List<Dependency> dependencies =
                wanted.stream().map(c -> dependency(c).setExclusions(exclusions)).toList();
        return add(new Wanted(dependencies, List.of(), List.of()), new Progress());
    }

    private static Exclusion exclusion(MagicCall call, int index) {
        String text = index < call.arguments().size() ? call.arguments().get(index) : "";
        String[] parts = text.split(":");
        if (parts.length != 2 || parts[0].isEmpty()) {
            throw new MagicException(
                    EXCLUDE
                            + " takes groupId:artifactId, where * stands for all, not \""
                            + text
                            + "\".");
        }
        return new Exclusion(parts[0], parts[1], "*", "*");
    }

    private Dependency dependency(Coordinates wanted) {
        RepositorySystemSession session = repositories.context().repositorySystemSession();
        ArtifactType type = session.getArtifactTypeRegistry().get(wanted.packaging());
        String classifier =
                wanted.classifier().isEmpty() && type != null
                        ? type.getClassifier()
                        : wanted.classifier();
        return new Dependency(
                new DefaultArtifact(
                        wanted.groupId(),
                        wanted.artifactId(),
                        classifier,
                        type == null ? wanted.packaging() : type.getExtension(),
                        wanted.version()),
                "compile");
    }

    private Object addRepository(MagicCall call) {
        if (call.arguments().size() != 2) {
            throw new MagicException(
                    call.written()
                            + " takes an id and an address, for example"
                            + " %mavenRepo mine https://repository.example.org/maven2");
        }
        repositories.add(call.arguments().get(0), call.arguments().get(1));
        return null;
    }

    private List<String> loadFromPom(MagicCall call) throws IOException {
        List<String> arguments = call.arguments();
        if (call.body().isEmpty()) {
            if (arguments.isEmpty()) {
                throw new MagicException("%loadFromPOM needs the path of a POM.");
            }
            Path pom = Path.of(arguments.get(0));
            if (!Files.isRegularFile(pom)) {
                throw new MagicException("There is no POM " + pom.toAbsolutePath() + ".");
            }
            return load(pom, scopes(arguments.subList(1, arguments.size())));
        }
        Set<String> scopes = scopes(arguments);
        Path pom = Files.createTempFile("notebook", ".pom");
        try {
            Files.writeString(pom, PomText.whole(call.body().get()));
            return load(pom, scopes);
        } finally {
            Files.delete(pom);
        }
    }

    private static Set<String> scopes(List<String> given) {
        for (String scope : given) {
            if (!ALL_SCOPES.contains(scope)) {
                throw new MagicException(
                        "There is no scope "
                                + scope
                                + "; there are "
                                + new TreeSet<>(ALL_SCOPES)
                                + ".");
            }
        }
        return given.isEmpty() ? SCOPES : Set.copyOf(given);
    }

    private List<String> load(Path pom, Set<String> scopes) {
        Progress progress = new Progress();
        Wanted wanted = new PomDependencies(repositories).read(pom, scopes, progress);
        if (wanted.dependencies().isEmpty()) {
            throw new MagicException(
                    "The POM has no dependencies of the scopes " + new TreeSet<>(scopes) + ".");
        }
        return add(wanted, progress);
    }

    private static Set<String> asked(Wanted wanted) {
        return wanted.dependencies().stream()
                .map(dependency -> ArtifactIdUtils.toVersionlessId(dependency.getArtifact()))
                .collect(Collectors.toSet());
    }

    private List<String> add(Wanted wanted, Progress progress) {
        Resolved resolved = resolution.resolve(wanted, progress);
        LoadedArtifacts.Added added = loaded.add(resolved.artifacts(), asked(wanted));
        List<String> text = new ArrayList<>();
        int count = added.paths().size();
        text.add(
                count == 0
                        ? "Nothing was added to the class path."
                        : "Added %d %s: %s%s"
                                .formatted(
                                        count,
                                        count == 1 ? "jar" : "jars",
                                        String.join(", ", added.names()),
                                        progress.fetchedInWords()));
        resolved.conflicts().forEach(conflict -> text.add("Conflict: " + conflict + "."));
        added.notes().forEach(text::add);
        progress.end(String.join("\n", text));
        return added.paths();
    }
}
