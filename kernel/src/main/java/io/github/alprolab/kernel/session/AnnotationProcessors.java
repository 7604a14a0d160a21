package io.github.alprolab.kernel.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.SupportedAnnotationTypes;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;

/**
 * Annotations that a processor of the class path would work on, such as those of Lombok. JShell
 * runs none, so that nothing is generated; that is said where such an annotation is used.
 */
final class AnnotationProcessors {
    private static final String SERVICES =
            "META-INF/services/javax.annotation.processing.Processor";
    private static final Pattern USED = Pattern.compile("@([\\p{L}_$][\\p{L}\\p{N}_$.]*)");

    /** Texts and comments, which hold no annotations. */
    private static final Pattern TEXTS =
            Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|//[^\n]*|/\\*.*?\\*/");

    private static final Set<String> OF_JAVA =
            Set.of(
                    "interface",
                    "Override",
                    "Deprecated",
                    "SuppressWarnings",
                    "FunctionalInterface",
                    "SafeVarargs");

    private final JShell shell;
    private final ClassLoader loader;

    AnnotationProcessors(JShell shell, ClassLoader loader) {
        this.shell = shell;
        this.loader = loader;
    }

    /** A sentence for each annotation of a snippet that a processor waits for in vain. */
    List<String> told(String snippet) {
        List<String> used =
                USED.matcher(TEXTS.matcher(snippet).replaceAll(" "))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !OF_JAVA.contains(name))
                        .distinct()
                        .toList();
        List<Class<?>> processors = used.isEmpty() ? List.of() : processors();
        return processors.isEmpty()
                ? List.of()
                : used.stream().flatMap(name -> told(name, processors).stream()).toList();
    }

    private Optional<String> told(String name, List<Class<?>> processors) {
        return annotation(name)
                .flatMap(type -> processors.stream().filter(p -> takes(p, type)).findFirst())
                .map(
                        processor ->
                                "@"
                                        + name
                                        + " adds nothing here: "
                                        + processor.getName()
                                        + " would work on it, and annotation processors do not run in"
                                        + " cells. Write out what it would add, or compile the class"
                                        + " into a jar and add that by %jars.");
    }

    /** By the types that it names, or because both come from one jar. */
    private static boolean takes(Class<?> processor, Class<?> annotation) {
        SupportedAnnotationTypes named = processor.getAnnotation(SupportedAnnotationTypes.class);
        String[] types = named == null ? new String[0] : named.value();
        boolean byName =
                Stream.of(types)
                        .filter(type -> !type.equals("*"))
                        .map(type -> Pattern.quote(type).replace("*", "\\E.*\\Q"))
                        .anyMatch(annotation.getName()::matches);
        return byName || from(processor).filter(from(annotation).orElse("")::equals).isPresent();
    }

    private static Optional<String> from(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(URL::toString);
    }

    private Optional<Class<?>> annotation(String name) {
        Stream<String> imported =
                shell.imports()
                        .filter(one -> !one.isStatic())
                        .filter(one -> one.name().equals(name) || one.name().endsWith("*"))
                        .map(ImportSnippet::fullname)
                        .map(full -> full.endsWith("*") ? full.replace("*", name) : full);
        return Stream.concat(Stream.of(name), imported)
                .flatMap(full -> type(full).stream())
                .filter(Class::isAnnotation)
                .findFirst();
    }

    private List<Class<?>> processors() {
        List<Class<?>> found = new ArrayList<>();
        try {
            for (URL services : Collections.list(loader.getResources(SERVICES))) {
                read(services).flatMap(name -> type(name).stream()).forEach(found::add);
            }
        } catch (IOException e) {
            return List.of(); // a jar that is gone says nothing of its processors
        }
        return found;
    }

    private static Stream<String> read(URL services) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(services.openStream(), StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList()
                    .stream();
        }
    }

    private Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
