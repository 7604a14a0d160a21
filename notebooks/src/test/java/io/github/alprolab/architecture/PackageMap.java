package io.github.alprolab.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The packages of the shipped modules as Markdown: a drawing and a table for each module.
 *
 * @param arrows the packages of this repository that each package uses, by full names
 */
record PackageMap(Map<String, Set<String>> arrows) {
    private static final String ROOT = "io.github.alprolab.";

    /** In the order of the arrows. */
    private static final List<String> MODULES =
            List.of("kernel", "datasets", "alpro", "dsl", "serve");

    /** A comment up to the end of its first sentence. */
    private static final Pattern FIRST = Pattern.compile("/\\*\\*(.*?[.;])\\s");

    static PackageMap of(JavaClasses classes) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        classes.stream()
                .filter(type -> isOurs(type.getPackageName()))
                .forEach(
                        type -> {
                            String here = type.getPackageName();
                            Set<String> used = arrows.computeIfAbsent(here, n -> new TreeSet<>());
                            type.getDirectDependenciesFromSelf().stream()
                                    .map(Dependency::getTargetClass)
                                    .map(there -> there.getBaseComponentType().getPackageName())
                                    .filter(there -> isOurs(there) && !there.equals(here))
                                    .forEach(used::add);
                        });
        return new PackageMap(arrows);
    }

    String markdown() throws IOException {
        StringBuilder page = new StringBuilder(drawing("TB", modules()));
        for (String module : MODULES) {
            page.append("\n### ").append(module).append("\n\n");
            page.append(drawing("BT", inside(module))).append('\n');
            page.append("| package | what it is | uses |\n|---|---|---|\n");
            for (String name : inside(module).keySet()) {
                page.append(row(name, module));
            }
        }
        return page.toString();
    }

    private String row(String name, String module) throws IOException {
        String uses =
                arrows.get(name).stream()
                        .map(there -> "`" + shortName(there, module) + "`")
                        .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |\n"
                .formatted(shortName(name, module), sentence(name, module), uses);
    }

    /** Modules as packages, and the one package of the DSL that knows the kernel. */
    private Map<String, Set<String>> modules() {
        Map<String, Set<String>> all = new TreeMap<>();
        arrows.forEach(
                (here, used) -> {
                    Set<String> own =
                            all.computeIfAbsent(moduleOrJupyter(here), n -> new TreeSet<>());
                    used.stream().map(PackageMap::moduleOrJupyter).forEach(own::add);
                    own.remove(moduleOrJupyter(here));
                });
        return all;
    }

    private Map<String, Set<String>> inside(String module) {
        Map<String, Set<String>> all = new TreeMap<>();
        arrows.forEach(
                (here, used) -> {
                    if (module(here).equals(module)) {
                        Set<String> own = new TreeSet<>(used);
                        own.removeIf(there -> !module(there).equals(module));
                        all.put(here, own);
                    }
                });
        return all;
    }

    /** Of several ways between two packages the longest are drawn: the others follow from them. */
    private static String drawing(String direction, Map<String, Set<String>> graph) {
        StringBuilder lines = new StringBuilder("```mermaid\ngraph " + direction + "\n");
        graph.forEach(
                (here, used) ->
                        used.stream()
                                .filter(there -> !isReachedByOthers(there, used, graph))
                                .forEach(there -> lines.append(arrow(here, there))));
        graph.forEach(
                (here, used) -> {
                    boolean alone = used.isEmpty();
                    if (alone && graph.values().stream().noneMatch(all -> all.contains(here))) {
                        lines.append("  ").append(node(here)).append('\n');
                    }
                });
        return lines.append("```\n").toString();
    }

    private static boolean isReachedByOthers(
            String there, Set<String> used, Map<String, Set<String>> graph) {
        return used.stream()
                .filter(other -> !other.equals(there))
                .anyMatch(other -> reached(other, graph).contains(there));
    }

    private static Set<String> reached(String from, Map<String, Set<String>> graph) {
        Set<String> all = new TreeSet<>();
        for (String next : graph.getOrDefault(from, Set.of())) {
            if (all.add(next)) {
                all.addAll(reached(next, graph));
            }
        }
        return all;
    }

    private static String arrow(String here, String there) {
        return "  " + node(here) + " --> " + node(there) + "\n";
    }

    private static String node(String name) {
        String shown = name.startsWith(ROOT) ? shortName(name, module(name)) : name;
        return name.replace(ROOT, "").replace('.', '_') + "[\"" + shown + "\"]";
    }

    /** From the root of its module on, where it is the module that is written of. */
    private static String shortName(String name, String module) {
        String inside = ROOT + module + ".";
        return name.startsWith(inside)
                ? name.substring(inside.length())
                : name.substring(ROOT.length());
    }

    private static String moduleOrJupyter(String name) {
        return name.equals(ROOT + "dsl.jupyter") ? "dsl.jupyter" : module(name);
    }

    private static String module(String name) {
        return name.substring(ROOT.length()).replaceFirst("\\..*", "");
    }

    private static boolean isOurs(String name) {
        return name.startsWith(ROOT) && MODULES.contains(module(name));
    }

    /** The first sentence of a package's comment, without Javadoc's tags and citations. */
    private static String sentence(String name, String module) throws IOException {
        Path file =
                Path.of("..", module, "src/main/java", name.replace('.', '/'), "package-info.java");
        String comment =
                Files.readString(file)
                        .replaceAll("\\s*\\n \\* ?", " ")
                        .replaceAll("\\s*\\((?:paper|docs/method\\.md) [^)]*\\)", "");
        Matcher first = FIRST.matcher(comment);
        if (!first.find()) {
            throw new IOException(file + " has no sentence.");
        }
        return first.group(1)
                .replaceAll("\\{@link\\s+[\\w.]*?(\\w+)(?:#\\w+)?}", "`$1`")
                .replaceAll("\\{@code\\s+([^}]+)}", "`$1`")
                .replaceAll(";$", ".")
                .strip();
    }
}
