package io.github.alprolab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/architecture.md} draws the packages that there are, and walks past real classes. */
class ArchitecturePageTest {
    private static final Path PAGE = Path.of("..", "docs", "architecture.md");
    private static final String WRITE = "ALPROLAB_WRITE_PAGES";
    private static final String BEGIN = "<!-- written by ArchitecturePageTest -->\n";
    private static final String END = "<!-- end -->\n";

    /** A row of a walk: package, classes and more. */
    private static final Pattern STEP =
            Pattern.compile("(?m)^\\| `([\\w.]+)` \\| ((?:`[A-Z]\\w+`(?:, )?)+) \\|");

    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");

    private static JavaClasses modules;

    @BeforeAll
    static void readTheModules() {
        modules =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.alprolab");
    }

    @Test
    void thePageDrawsThePackagesAndTheirArrows() throws IOException {
        String packages = PackageMap.of(modules).markdown();
        if (System.getenv(WRITE) != null) {
            Files.writeString(PAGE, before() + BEGIN + packages + END + after());
        }
        assertThat(Files.readString(PAGE))
                .as("written anew by: " + WRITE + "=1 ./lab test notebooks ArchitecturePageTest")
                .isEqualTo(before() + BEGIN + packages + END + after());
    }

    @ParameterizedTest
    @ValueSource(strings = {"One clip from file to loss", "One cell from wire to JShell"})
    void everyClassOfAWalkIsInItsPackage(String walk) throws IOException {
        List<MatchResult> steps = STEP.matcher(section(walk)).results().toList();

        assertThat(steps).hasSizeGreaterThan(7);
        for (MatchResult step : steps) {
            for (MatchResult name : NAME.matcher(step.group(2)).results().toList()) {
                assertThat(modules.contain(type(step.group(1), name.group(1))))
                        .as(step.group())
                        .isTrue();
            }
        }
    }

    /** Who takes a step is known to another of the walk, or knows it. */
    @ParameterizedTest
    @ValueSource(strings = {"One clip from file to loss", "One cell from wire to JShell"})
    void everyClassOfAWalkIsConnectedWithAnother(String walk) throws IOException {
        List<JavaClass> all =
                STEP.matcher(section(walk))
                        .results()
                        .flatMap(
                                step ->
                                        NAME.matcher(step.group(2))
                                                .results()
                                                .map(n -> type(step.group(1), n.group(1))))
                        .map(modules::get)
                        .toList();

        for (JavaClass here : all) {
            assertThat(all)
                    .as("known to " + here.getName())
                    .anyMatch(
                            other ->
                                    !other.equals(here)
                                            && (knows(other, here) || knows(here, other)));
        }
    }

    private static boolean knows(JavaClass one, JavaClass other) {
        return one.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                        d ->
                                d.getTargetClass()
                                        .getName()
                                        .replaceFirst("\\$.*", "")
                                        .equals(other.getName()));
    }

    private static String type(String packageName, String simpleName) {
        return "io.github.alprolab." + packageName + "." + simpleName;
    }

    private static String section(String title) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("## " + title + "\n");
        assertThat(from).as(title).isPositive();
        int to = page.indexOf("\n## ", from);
        return page.substring(from, to < 0 ? page.length() : to);
    }

    private static String before() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(0, page.indexOf(BEGIN));
    }

    private static String after() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf(END) + END.length());
    }
}
