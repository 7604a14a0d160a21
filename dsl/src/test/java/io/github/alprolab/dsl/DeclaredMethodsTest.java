package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tab and Shift-Tab say what the declarations say: each setting has a method of its name in the
 * noun, its Javadoc states the range and the default, and the noun has no method that sets
 * something undeclared.
 */
class DeclaredMethodsTest {
    /** A noun, its declarations, and what its methods set that is no setting. */
    private record Noun(Class<?> type, Schema schema, boolean ownDefaults, Set<String> others) {}

    private static final List<Noun> NOUNS =
            List.of(
                    new Noun(
                            Trainer.class,
                            TrainConfig.standard().values().schema(),
                            true,
                            Set.of()),
                    new Noun(
                            Encoders.class,
                            EncoderSizes.standard().schema(),
                            false,
                            Set.of("fusion")),
                    new Noun(VideoPart.class, VideoPart.BASE.values().schema(), false, Set.of()),
                    new Noun(TextPart.class, TextPart.BASE.values().schema(), false, Set.of()),
                    new Noun(Pairs.class, Pairs.schema(), true, Set.of("asPublished")),
                    new Noun(Questions.class, Questions.schema(), true, Set.of("asPublished")),
                    new Noun(
                            Retrieval.class,
                            Retrieval.schema(),
                            true,
                            Set.of(
                                    "pairs",
                                    "from",
                                    "trainer",
                                    "rerankAll",
                                    "rerankLikeReferenceCode")),
                    new Noun(
                            VideoQa.class,
                            VideoQa.schema(),
                            true,
                            Set.of(
                                    "questions",
                                    "from",
                                    "encoders",
                                    "trainer",
                                    "device",
                                    "asPublished")),
                    new Noun(Prompter.class, Prompter.schema(), true, Set.of()),
                    new Noun(Model.class, Model.schema(), true, Set.of()));

    @TestFactory
    Stream<DynamicTest> everySettingHasAMethodAndNothingElseIsSet() {
        return NOUNS.stream()
                .map(n -> dynamicTest(n.type().getSimpleName(), () -> methodsAreDeclared(n)));
    }

    private static void methodsAreDeclared(Noun noun) {
        Set<String> declared =
                settings(noun).map(DeclaredMethodsTest::method).collect(Collectors.toSet());
        Set<String> setting =
                Stream.of(noun.type().getDeclaredMethods())
                        .filter(m -> m.getReturnType() == noun.type())
                        .filter(m -> java.lang.reflect.Modifier.isPublic(m.getModifiers()))
                        .filter(m -> !java.lang.reflect.Modifier.isStatic(m.getModifiers()))
                        .map(java.lang.reflect.Method::getName)
                        .filter(Predicate.not(noun.others()::contains))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(setting).isEqualTo(new TreeSet<>(declared));
    }

    @TestFactory
    Stream<DynamicTest> theJavadocOfAMethodStatesRangeAndDefault() {
        return NOUNS.stream()
                .flatMap(
                        n ->
                                settings(n)
                                        .map(
                                                s ->
                                                        dynamicTest(
                                                                n.type().getSimpleName() + "." + s,
                                                                () -> isStated(n, s))));
    }

    /** Where a method takes an enum its type says what is allowed. */
    private static <T> void isStated(Noun noun, Setting<T> setting) throws IOException {
        String javadoc = javadoc(noun.type(), method(setting));
        boolean named = setting.allowed().startsWith("one of ");

        assertThat(javadoc).contains(named ? "" : setting.allowed());
        if (noun.ownDefaults() && !setting.equals(TrainConfig.LEARNING_RATE)) {
            assertThat(javadoc).contains("default").contains(setting.text(setting.standard()));
        }
    }

    private static Stream<Setting<?>> settings(Noun noun) {
        return noun.schema().settings().stream().filter(s -> !s.name().equals("optimizer"));
    }

    /** The encoders' BERT is given to the method of the part that it starts. */
    private static String method(Setting<?> setting) {
        return setting.name().equals("bert") ? "text" : setting.name();
    }

    /** All comments above the methods of a name that take something, on one line. */
    private static String javadoc(Class<?> type, String method) throws IOException {
        String source =
                Files.readString(
                        Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
        Matcher found =
                Pattern.compile(
                                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public "
                                        + type.getSimpleName()
                                        + " "
                                        + method
                                        + "\\(",
                                Pattern.DOTALL)
                        .matcher(source);
        StringBuilder all = new StringBuilder();
        while (found.find()) {
            all.append(
                    found.group(1)
                            .replaceAll("\\s+(\\*\\s+)?", " ")
                            .replaceAll("\\{@code ([^}]*)}", "$1"));
        }
        return all.toString();
    }
}
