package io.github.alprolab.kernel.classpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.install.Jdk;
import io.github.alprolab.kernel.install.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What a session sees where only a part of the kernel's class path is shared. */
class CellClassPathTest {
    private static final String OWN = "io.github.alprolab.kernel.";

    /** A service that the jar of Jackson's mapper has. */
    private static final String CORE = "com.fasterxml.jackson.core.ObjectCodec";

    @TempDir Path folder;

    private static Path jarOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static CellClassPath sharing(Class<?>... types) throws Exception {
        StringBuilder shared = new StringBuilder();
        for (Class<?> type : types) {
            shared.append(jarOf(type)).append(File.pathSeparator);
        }
        return new CellClassPath(shared.toString(), Jdk.class);
    }

    @Test
    void ofTheKernelOnlyTheApiIsSeenAndWhatWovenCodeCalls() throws Exception {
        ClassLoader loader = sharing().loader();

        assertThat(loader.loadClass(Notebook.class.getName())).isSameAs(Notebook.class);
        assertThat(loader.loadClass(Jdk.class.getName())).isSameAs(Jdk.class);
        for (Class<?> unseen : List.of(Refusal.class, ObjectMapper.class, Table.class)) {
            assertThatThrownBy(() -> loader.loadClass(unseen.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThat(loader.getResource(unseen.getName().replace('.', '/') + ".class")).isNull();
        }
    }

    @Test
    void theCompilerSeesTheSame() throws Exception {
        CellClassPath all = sharing(Table.class);

        assertThat(all.entries()).containsExactly(jarOf(Notebook.class), jarOf(Table.class));
        assertThat(all.hides(OWN + "session")).isTrue();
        assertThat(all.hides("io.github.alprolab.kernel")).isTrue();
        assertThat(all.hides(OWN + "api")).isFalse();
        assertThat(all.hides(OWN + "api.widget")).isFalse();
        assertThat(all.hides("io.github.alprolab.kernels")).isFalse();
    }

    @Test
    void whatIsSharedIsTheKernelsOwnClassWithItsResources() throws Exception {
        CellClassPath all = sharing(Table.class);

        assertThat(all.loader().loadClass(Table.class.getName())).isSameAs(Table.class);
        assertThat(all.loader().getResource("tech/tablesaw/api/Table.class")).isNotNull();
        assertThat(all.sharedVersion("tech.tablesaw", "tablesaw-core", "")).isPresent();
        assertThat(all.sharedVersion("tech.tablesaw", "tablesaw-core", "tests")).isEmpty();
        assertThat(all.sharedVersion("org.example", "tablesaw-core", "")).isEmpty();
    }

    @Test
    void modulesOfTheJdkThatOnlyProgramsSeeAreSeenToo() throws Exception {
        assertThat(sharing().loader().loadClass("jdk.jshell.JShell").getModule().isNamed())
                .isTrue();
    }

    @Test
    void servicesOfTheJdksModulesAreFoundAndThoseOfUnseenLibrariesAreNot() throws Exception {
        ClassLoader loader = sharing().loader();

        assertThat(ServiceLoader.load(RandomGenerator.class, loader).stream())
                .anyMatch(one -> one.type().getModule().getName().equals("jdk.random"));
        assertThat(Collections.list(loader.getResources("META-INF/services/" + CORE))).isEmpty();
        assertThat(
                        Collections.list(
                                sharing(ObjectMapper.class)
                                        .loader()
                                        .getResources("META-INF/services/" + CORE)))
                .hasSize(1);
    }

    @Test
    void theHelpOfTheKernelIsFound() throws Exception {
        String help = "META-INF/alprolab/javadoc.json";

        assertThat(Collections.list(sharing().loader().getResources(help))).hasSize(1);
    }

    @Test
    void whatWasAddedComesFirstAndCanBeTakenAwayUntilItIsUsed() throws Exception {
        CellClassPath all = sharing();
        Path jackson = folderWith(ObjectMapper.class);
        all.add(jackson);

        assertThat(all.entries()).containsExactly(jarOf(Notebook.class), jackson);
        assertThat(all.used(jackson)).isEmpty();
        all.remove(jackson);
        assertThat(all.loader().getResource("com/fasterxml/jackson/databind/ObjectMapper.class"))
                .isNull();
        all.add(jackson);
        assertThatThrownBy(() -> all.loader().loadClass(ObjectMapper.class.getName()))
                .isInstanceOf(LinkageError.class); // its supertype is not there
        assertThat(all.used(jackson)).contains(ObjectMapper.class.getName());
    }

    @Test
    void aNameOfTheJdkOrOfTheApiIsNotReplaced() throws Exception {
        CellClassPath all = sharing();
        all.add(folderWith(Notebook.class));
        all.add(folderWith(String.class));

        assertThat(all.loader().loadClass(Notebook.class.getName())).isSameAs(Notebook.class);
        assertThat(all.loader().loadClass("java.lang.String")).isSameAs(String.class);
    }

    private Path folderWith(Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve(type.getSimpleName()).resolve(file);
        Files.createDirectories(copy.getParent());
        try (var code = type.getResourceAsStream("/" + file)) {
            Files.copy(code, copy);
        }
        return folder.resolve(type.getSimpleName());
    }
}
