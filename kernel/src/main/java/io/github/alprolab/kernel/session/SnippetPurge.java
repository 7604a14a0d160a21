package io.github.alprolab.kernel.session;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * Removes snippets that are over from JShell's own tables, which otherwise grow with every cell: 20
 * kB each, and each statement is compiled again when a variable that it read is declared anew.
 * JShell has no call for this, so it needs {@code --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED};
 * without it everything works and memory grows.
 */
final class SnippetPurge {
    private static final System.Logger LOG = System.getLogger(SnippetPurge.class.getName());
    private static final int BATCH = 64;

    /** The compiler keeps a little of every class; it begins anew after so many snippets. */
    private static final int COMPILER = 2048;

    private final Set<?> snippets;
    private final List<?> byIndex;
    private final Map<?, Set<Integer>> dependencies;
    private final Map<String, ?> wraps;
    private final Map<String, ?> classes;
    private final Map<String, ?> files;
    private final Map<String, ?> variables;
    private final Object compiler;
    private final Method begin;
    private final Method key;
    private final Method index;
    private final Method outerWrap;
    private final Method className;
    private final List<Snippet> over = new ArrayList<>();
    private int compiled;

    private SnippetPurge(JShell shell) throws ReflectiveOperationException {
        snippets = (Set<?>) JShellInternals.read(shell, "maps", "snippets");
        byIndex = (List<?>) JShellInternals.read(shell, "maps", "keyIndexToSnippet");
        dependencies = sets(JShellInternals.read(shell, "maps", "dependencies"));
        wraps = named(JShellInternals.read(shell, "outerMap", "classOuters"));
        classes = named(JShellInternals.read(shell, "classTracker", "map"));
        variables = named(JShellInternals.read(shell, "keyMap", "varMap"));
        compiler = JShellInternals.read(shell, "taskFactory");
        files = named(JShellInternals.read(compiler, "fileManager", "classObjects"));
        begin = JShellInternals.method(compiler.getClass(), "initTaskPool");
        key = JShellInternals.method(Snippet.class, "key");
        index = JShellInternals.method(key.getReturnType(), "index");
        outerWrap = JShellInternals.method(Snippet.class, "outerWrap");
        className = JShellInternals.method(outerWrap.getReturnType(), "classFullName");
    }

    /** Empty where this JVM does not open JShell, or where its JShell looks different. */
    static Optional<SnippetPurge> of(JShell shell) {
        if (!JShellInternals.areOpen()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SnippetPurge(shell));
        } catch (ReflectiveOperationException | ClassCastException e) {
            LOG.log(System.Logger.Level.WARNING, "Old snippets stay in memory: {0}", e);
            return Optional.empty();
        }
    }

    /** Notes a snippet that no later one can name. */
    void over(Snippet snippet) {
        over.add(snippet);
    }

    /** Removes what is over when it is worth while, and returns the snippets and their classes. */
    Purged purge() throws ReflectiveOperationException {
        Purged purged = new Purged(new ArrayList<>(), new HashSet<>());
        if (over.size() < BATCH) {
            return purged;
        }
        Set<Integer> freed = new HashSet<>();
        for (Snippet snippet : over) {
            purged.ids().add(snippet.id());
            wrapper(snippet).ifPresent(purged.wrappers()::add);
            snippets.remove(snippet);
            if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                variables.remove(((VarSnippet) snippet).name());
            }
            int place = (int) index.invoke(key.invoke(snippet));
            if (place < byIndex.size() && byIndex.get(place) == snippet) {
                byIndex.set(place, null);
                freed.add(place);
            }
        }
        for (Object live : snippets) { // a snippet that came again unchanged has the old class
            wrapper(live).ifPresent(purged.wrappers()::remove);
        }
        compiled += over.size();
        over.clear();
        dependencies.values().forEach(places -> places.removeAll(freed));
        dependencies.values().removeIf(Set::isEmpty);
        wraps.keySet().removeIf(name -> purged.wrappers().contains("REPL." + name));
        classes.keySet().removeIf(purged::isOf);
        files.keySet().removeIf(purged::isOf);
        if (compiled >= COMPILER) {
            compiled = 0;
            begin.invoke(compiler);
        }
        return purged;
    }

    /** The name of JShell's class around a snippet; what could not be parsed has none. */
    private Optional<String> wrapper(Object snippet) throws ReflectiveOperationException {
        Object wrap = outerWrap.invoke(snippet);
        return wrap == null ? Optional.empty() : Optional.of((String) className.invoke(wrap));
    }

    /** Ids of snippets and names of JShell's classes around them. */
    record Purged(List<String> ids, Set<String> wrappers) {
        private boolean isOf(String className) {
            return wrappers.contains(SnippetClasses.wrapper(className));
        }
    }

    @SuppressWarnings("unchecked") // of this type in the JDK's source
    private static Map<?, Set<Integer>> sets(Object map) {
        return (Map<?, Set<Integer>>) map;
    }

    @SuppressWarnings("unchecked") // see above
    private static Map<String, ?> named(Object map) {
        return (Map<String, ?>) map;
    }
}
