package io.github.alprolab.kernel.help.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of comments that a library ships. */
class IndexJavadocTest {
    private static final String SOURCE =
            """
            package a.b;
            import java.util.*;
            /** A type. */
            public abstract class Plan<T extends Comparable<T>> {
                /** A field. */
                public static final int MOST = 3;
                /** Hidden. */
                private int secret;
                /** Makes one. */
                public Plan(List<? extends Map.Entry<String, T>> entries, int[]... more) {}
                /** Does. */
                public <R> T run(@Deprecated java.util.function.Function<T, R> work, T item) {
                    /** Not a member. */
                    class Local { public void inner() {} }
                    return item;
                }
                public void silent() {}
                /** A choice. */
                public enum Kind { /** The first. */ ONE, TWO }
                /** An interface. */
                interface Hidden { /** Not seen. */ void call(); }
                /** A view. */
                public interface View { /** Shows. */ void show(String... words); }
            }
            """;

    @TempDir Path folder;

    @Test
    void commentsOfPublicMembersAreFiledByTheirParametersSimpleTypes() throws IOException {
        Path source = Files.createDirectories(folder.resolve("a/b")).resolve("Plan.java");
        Files.writeString(source, SOURCE);
        Path index = folder.resolve("out/javadoc.json");

        IndexJavadoc.main(new String[] {index.toString(), folder.toString()});

        Map<?, ?> comments = new ObjectMapper().readValue(index.toFile(), Map.class);
        assertThat(comments.keySet().stream().map(String::valueOf))
                .containsExactly(
                        "a.b.Plan",
                        "a.b.Plan#MOST",
                        "a.b.Plan#Plan(List,int[][])",
                        "a.b.Plan#run(Function,T)",
                        "a.b.Plan.Kind",
                        "a.b.Plan.Kind#ONE",
                        "a.b.Plan.View",
                        "a.b.Plan.View#show(String[])");
        assertThat(comments.get("a.b.Plan.View").toString().strip()).isEqualTo("A view.");
    }

    @Test
    void aCallWithoutFoldersSaysWhatIsNeeded() {
        assertThatThrownBy(() -> IndexJavadoc.main(new String[] {"only.json"}))
                .hasMessageContaining("one or more source folders");
    }
}
