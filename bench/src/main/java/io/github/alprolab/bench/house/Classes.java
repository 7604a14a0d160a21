package io.github.alprolab.bench.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.dsl.Imports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the compiled shipped modules tell. */
record Classes(JavaClasses all, Set<String> services) {
    private static final String API = "io.github.alprolab.kernel.api";

    /** Names that notebooks of IJava write, two of which IJava has twice. */
    private static final String IJAVA = "io.github.spencerpark.";

    static Classes of(Path root) throws IOException {
        List<Path> folders =
                Sources.MODULES.stream()
                        .map(m -> root.resolve(m).resolve("target/classes"))
                        .toList();
        Set<String> services = new TreeSet<>();
        for (Path folder : folders) {
            services.addAll(services(folder.resolve("META-INF/services")));
        }
        return new Classes(new ClassFileImporter().importPaths(folders), services);
    }

    private static List<String> services(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    names.addAll(Files.readAllLines(file));
                }
            }
        }
        return names;
    }

    /** Sets of packages, sub-packages counted as packages of their own, each of which needs all. */
    List<String> knots() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : all) {
            Set<String> to = arrows.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
            needed(type).map(JavaClass::getPackageName).forEach(to::add);
        }
        Map<String, Set<String>> reach = new TreeMap<>();
        arrows.keySet().forEach(name -> reach.put(name, reached(name, arrows)));
        Set<Set<String>> knots =
                arrows.keySet().stream()
                        .map(
                                name ->
                                        reach.get(name).stream()
                                                .filter(o -> reach.get(o).contains(name))
                                                .collect(Collectors.toCollection(TreeSet::new)))
                        .filter(knot -> knot.size() > 1)
                        .collect(Collectors.toCollection(HashSet::new));
        return knots.stream().map(Object::toString).sorted().toList();
    }

    private static Set<String> reached(String from, Map<String, Set<String>> arrows) {
        Set<String> reached = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(arrows.get(from));
        while (!left.isEmpty()) {
            String next = left.pop();
            if (!next.equals(from) && reached.add(next)) {
                left.addAll(arrows.getOrDefault(next, Set.of()));
            } else if (next.equals(from)) {
                reached.add(from);
            }
        }
        return reached;
    }

    /** Simple names that several public top-level types have, with their packages. */
    List<String> namesTwice() {
        Map<String, Set<String>> packages = new TreeMap<>();
        all.stream()
                .filter(t -> t.isTopLevelClass() && isPublic(t))
                .filter(t -> !t.getName().startsWith(IJAVA))
                .forEach(
                        t ->
                                packages.computeIfAbsent(t.getSimpleName(), n -> new TreeSet<>())
                                        .add(t.getPackageName()));
        return packages.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> e.getKey() + " " + e.getValue())
                .toList();
    }

    /** Files with no class that a notebook, a program, a service or the kernel's API leads to. */
    List<String> unreached() {
        Set<JavaClass> reached = new HashSet<>();
        Deque<JavaClass> left =
                all.stream().filter(this::isDoor).collect(Collectors.toCollection(ArrayDeque::new));
        while (!left.isEmpty()) {
            JavaClass next = left.pop();
            if (reached.add(next)) {
                needed(next).forEach(left::add);
            }
        }
        Set<String> files = reached.stream().map(Classes::file).collect(Collectors.toSet());
        return all.stream()
                .map(Classes::file)
                .filter(f -> !f.endsWith(".package-info") && !files.contains(f))
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isDoor(JavaClass type) {
        boolean imported =
                Imports.names().stream()
                        .anyMatch(
                                name ->
                                        name.equals(type.getName())
                                                || name.equals(type.getPackageName() + ".*")
                                                        && isPublic(type));
        boolean program = type.tryGetMethod("main", String[].class).isPresent();
        return imported
                || program
                || type.getPackageName().startsWith(API)
                || type.getPackageName().startsWith(IJAVA)
                || services.contains(type.getName());
    }

    /**
     * All settings, by the constants that declare them. A setting lives in the schema that its
     * constant adds it to, which refuses a second one of its name, and every list of settings comes
     * from there.
     */
    Set<String> settings() {
        Set<String> names = new TreeSet<>();
        all.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
                .filter(f -> f.getRawType().isEquivalentTo(Setting.class))
                .forEach(f -> names.add(f.getFullName()));
        return names;
    }

    /** Ours among the types that a type names. */
    private Stream<JavaClass> needed(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(t -> all.contain(t.getName()));
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /** The top-level type around a class. */
    private static String file(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }
}
