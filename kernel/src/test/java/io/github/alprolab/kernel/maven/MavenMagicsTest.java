package io.github.alprolab.kernel.maven;

import static io.github.alprolab.kernel.maven.FileRepository.dependency;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.StatementLimit;
import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenMagicsTest {
    @TempDir Path folder;
    private final List<String> shown = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private FileRepository repository;
    private JavaSession session;
    private Cells cells;

    @BeforeEach
    void open() throws Exception {
        System.setProperty("maven.repo.local", folder.resolve("local").toString());
        repository = new FileRepository(Files.createDirectory(folder.resolve("remote")));
        session =
                new JavaSession(
                        List.of("java.util.*", "static io.github.alprolab.kernel.api.Notebook.*"));
        cells = new Cells(session, StatementLimit.none());
        MavenMagics.of(cells, "this test").forEach(cells::register);
        Notebook.connectKernel(cells);
        Notebook.connect(new Recorder());
    }

    @AfterEach
    void close() {
        System.clearProperty("maven.repo.local");
        session.close();
    }

    private final class Recorder implements Notebook.Screen {
        @Override
        public MimeBundle render(Object value) {
            return (MimeBundle) value;
        }

        @Override
        public void show(MimeBundle bundle, String displayId, boolean update) {
            shown.add(String.valueOf(bundle.data().get("text/plain")));
            ids.add(displayId);
        }
    }

    private Outcome run(String code) {
        return cells.run("%mavenRepo here " + repository.url() + "\n" + code, 1);
    }

    private Object value(String code) {
        Outcome outcome = run(code);
        assertThat(outcome.error()).isEmpty();
        return outcome.value().orElse(null);
    }

    private String error(String code) {
        return run(code).error().orElseThrow().value();
    }

    private String text() {
        return shown.get(shown.size() - 1);
    }

    @Test
    void aLibraryAndWhatItNeedsCanBeUsedInTheSameCell() throws Exception {
        repository.put("leaf", "1.0", "");
        repository.put(
                "tree", "2.0", "<dependencies>" + dependency("leaf", "1.0") + "</dependencies>");
        assertThat(value("%maven g:tree:2.0\nimport g.*;\nTree.says() + Leaf.says()"))
                .isEqualTo("2.01.0");
        assertThat(text())
                .startsWith("Added 2 jars: tree 2.0, leaf 1.0")
                .contains("(2 files fetched, ");
        assertThat(ids).hasSameElementsAs(List.of(ids.get(0)));
    }

    @Test
    void resourcesAndServicesOfALibraryAreFound() throws Exception {
        repository.put("leaf", "1.0", "");
        assertThat(
                        value(
                                "%addMavenDependencies g:leaf:1.0\n"
                                        + "ServiceLoader.load(java.util.function.Supplier.class).iterator().next().get()"))
                .isEqualTo("1.0");
        assertThat(
                        value(
                                "new String(Thread.currentThread().getContextClassLoader()"
                                        + ".getResourceAsStream(\"leaf.txt\").readAllBytes())"))
                .isEqualTo("1.0");
        assertThat(value("g.Leaf.class.getResource(\"/leaf.txt\") != null")).isEqualTo(true);
    }

    @Test
    void classifiersAndPackagingTypesAreTakenAsWritten() throws Exception {
        repository.put("leaf", "1.0", "");
        repository.putJar("leaf", "1.0", "linux", "native");
        assertThat(value("var jars = %maven g:leaf:jar:linux:1.0;\njars.toString()").toString())
                .endsWith("leaf-1.0-linux.jar]");
        assertThat(value("g.Leaf.says()")).isEqualTo("native");
        assertThat(text()).startsWith("Added 1 jar: leaf:linux 1.0");
        repository.putPom(
                "set",
                "1",
                "<packaging>pom</packaging><dependencies>"
                        + dependency("leaf", "1.0")
                        + "</dependencies>");
        value("%maven g:set:pom:1");
        assertThat(text()).startsWith("Added 1 jar: leaf 1.0");
    }

    @Test
    void whatIsLocalIsNotFetchedAgainAndNeedsNoRepository() throws Exception {
        repository.put("leaf", "1.0", "");
        value("%maven g:leaf:1.0");
        Path gone = folder.resolve("gone");
        Files.move(repository.folder(), gone);
        session.close();
        open();
        assertThat(value("%maven g:leaf:1.0\ng.Leaf.says()")).isEqualTo("1.0");
        assertThat(text()).isEqualTo("Added 1 jar: leaf 1.0");
    }

    @Test
    void theVersionThatWonIsNamed() throws Exception {
        repository.put("leaf", "1.0", "");
        repository.put("leaf", "3.0", "");
        repository.put(
                "near", "1", "<dependencies>" + dependency("leaf", "3.0") + "</dependencies>");
        repository.put(
                "tree",
                "2.0",
                "<dependencies>"
                        + dependency("leaf", "1.0")
                        + dependency("near", "1")
                        + "</dependencies>");
        assertThat(value("%maven g:tree:2.0\ng.Leaf.says()")).isEqualTo("1.0");
        assertThat(text()).contains("Conflict: g:leaf 1.0 won over 3.0, which near 1 asked for.");
        value("%maven g:leaf:3.0");
        assertThat(text())
                .contains(
                        "leaf 3.0 was left out: code of version 1.0 is in use (g.Leaf). Restart the"
                                + " kernel and ask for 3.0 first to have it.");
    }

    @Test
    void eachOfThreeVersionsTakesThePlaceOfOneThatNoCodeHasUsed() throws Exception {
        for (String version : List.of("1.0", "2.0", "3.0")) {
            repository.put("leaf", version, "");
        }
        value("%maven g:leaf:1.0\nimport g.Leaf;");
        value("%maven g:leaf:3.0");
        assertThat(text())
                .contains("leaf 3.0 took the place of leaf 1.0, which no code had used yet.");
        assertThat(value("%maven g:leaf:2.0\nLeaf.says()")).isEqualTo("2.0");
        assertThat(value("%maven g:leaf:2.0\nLeaf.says()")).isEqualTo("2.0");
        assertThat(text()).contains("leaf 2.0 was there already.");
        assertThat(
                        value(
                                "new String(Leaf.class.getResourceAsStream(\"/leaf.txt\")"
                                        + ".readAllBytes())"))
                .isEqualTo("2.0");
    }

    @Test
    void aVersionThatACellNamedStaysAgainstOneThatComesAlong() throws Exception {
        repository.put("leaf", "1.0", "");
        repository.put("leaf", "2.0", "");
        repository.put("leaf", "3.0", "");
        repository.put(
                "tree", "1", "<dependencies>" + dependency("leaf", "1.0") + "</dependencies>");
        repository.put(
                "wood", "1", "<dependencies>" + dependency("leaf", "3.0") + "</dependencies>");
        value("%maven g:wood:1\n%maven g:tree:1");
        assertThat(text()).contains("leaf 1.0 was left out for version 3.0, which is higher.");
        value("%maven g:leaf:2.0\n%maven g:wood:1");
        assertThat(text())
                .contains("leaf 3.0 was left out for version 2.0, which a cell asked for.");
        assertThat(value("g.Leaf.says()")).isEqualTo("2.0");
    }

    @Test
    void anExcludedDependencyStaysOut() throws Exception {
        repository.put("leaf", "1.0", "");
        repository.put(
                "tree", "2.0", "<dependencies>" + dependency("leaf", "1.0") + "</dependencies>");
        value("%maven g:tree:2.0 --exclude g:leaf");
        assertThat(text()).startsWith("Added 1 jar: tree 2.0");
        assertThat(error("%maven g:tree:2.0 --exclude leaf")).contains("groupId:artifactId");
    }

    @Test
    void aLibraryOfTheKernelIsNothingThatIsThereAlready() throws Exception {
        repository.put("asm", "1.0", "");
        assertThat(value("%maven g:asm:1.0\ng.Asm.says()")).isEqualTo("1.0");
        assertThat(text()).isEqualTo("Added 1 jar: asm 1.0 (1 file fetched, 0.0 MB)");
    }

    @Test
    void piecesOfAPomAreEnough() throws Exception {
        repository.put("leaf", "1.0", "");
        repository.put(
                "tree", "2.0", "<dependencies>" + dependency("leaf", "1.0") + "</dependencies>");
        String pom =
                "%%loadFromPOM\n<repository><id>there</id><url>"
                        + repository.url()
                        + "</url></repository>\n<properties><v>2.0</v></properties>\n"
                        + dependency("tree", "${v}")
                                .replace(
                                        "</dependency>",
                                        "<exclusions><exclusion><groupId>g</groupId>"
                                                + "<artifactId>leaf</artifactId></exclusion></exclusions></dependency>");
        assertThat(cells.run(pom, 1).error()).isEmpty();
        assertThat(text()).startsWith("Added 1 jar: tree 2.0");
        assertThat(cells.run("g.Tree.says()", 2).value()).contains("2.0");
    }

    @Test
    void aPomFileIsReadWithParentManagementAndScopes() throws Exception {
        repository.put("leaf", "1.0", "");
        repository.put("tree", "2.0", "");
        repository.putPom(
                "parent",
                "1",
                "<packaging>pom</packaging><dependencyManagement><dependencies>"
                        + dependency("leaf", "1.0")
                        + "</dependencies></dependencyManagement>");
        Path pom = folder.resolve("pom.xml");
        Files.writeString(
                pom,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
                <parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version><relativePath/></parent>
                <artifactId>mine</artifactId><dependencies>
                <dependency><groupId>g</groupId><artifactId>leaf</artifactId></dependency>
                %s</dependencies></project>
                """
                        .formatted(
                                dependency("tree", "2.0")
                                        .replace("</version>", "</version><scope>test</scope>")));
        value("%loadFromPOM " + pom);
        assertThat(text()).startsWith("Added 1 jar: leaf 1.0");
        value("%loadFromPOM " + pom + " test");
        assertThat(text()).startsWith("Added 1 jar: tree 2.0");
        assertThat(error("%loadFromPOM " + pom + " nonsense")).contains("provided");
    }

    @Test
    void faultsAreNamedWithWhatToDo() {
        assertThat(error("%maven g:missing:1.0"))
                .contains("g:missing:jar:1.0", "here (", "%mavenRepo");
        assertThat(error("%maven g:missing:[2,3)")).contains("No versions available", "[2,3)");
        assertThat(error("%maven nonsense")).contains("groupId:artifactId");
        assertThat(error("%maven")).contains("needs coordinates");
        assertThat(error("%mavenRepo only")).contains("an id and an address");
        assertThat(error("%mavenRepo here no/address")).contains("needs an address");
        assertThat(error("%loadFromPOM nowhere.xml")).contains("There is no POM");
        assertThat(cells.run("%%loadFromPOM\n<dependency>", 1).error().orElseThrow().value())
                .contains("not well-formed");
        assertThat(
                        cells.run(
                                        "%%loadFromPOM\n<!DOCTYPE a [<!ENTITY b SYSTEM \"file:/etc/passwd\">]><name>&b;</name>",
                                        1)
                                .error()
                                .orElseThrow()
                                .value())
                .contains("not well-formed");
    }
}
