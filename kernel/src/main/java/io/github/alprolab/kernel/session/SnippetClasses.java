package io.github.alprolab.kernel.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import org.objectweb.asm.ClassReader;

/**
 * Loads snippet classes. Types that cells declare, and code that uses them, share one loader and so
 * one package; everything else gets a loader of its own, and is freed when nothing uses it.
 */
final class SnippetClasses implements LoaderDelegate {
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$[0-9A-Z_a-z]+");

    /** Compiled anew, a snippet gets letters behind its number. */
    private static final Pattern NUMBER = Pattern.compile("REPL\\.\\$JShell\\$([0-9]{1,9})[A-Z]*");

    private static final int CLASS_CONSTANT = 7;

    private final CellLoader shared;
    private final Map<String, Class<?>> loaded = new ConcurrentHashMap<>();
    private final Map<String, CellLoader> pending = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> uses = new ConcurrentHashMap<>();
    private final Map<String, FieldUses> fields = new ConcurrentHashMap<>();
    private final VariableFields variables = new VariableFields();

    /** Loads them below the loader of what they see. */
    SnippetClasses(ClassLoader seen) {
        this.shared = new CellLoader(seen, this);
    }

    static boolean isWrapper(String className) {
        return WRAPPER.matcher(className).matches();
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        boolean[] done = new boolean[classes.length];
        Map<String, Map<String, byte[]>> families = new LinkedHashMap<>();
        for (ClassBytecodes one : classes) {
            families.computeIfAbsent(wrapper(one.name()), name -> new LinkedHashMap<>())
                    .put(one.name(), one.bytecodes());
        }
        try {
            // All are known before the first is linked, because they may name each other.
            families.forEach((wrapper, family) -> loader(wrapper, family).add(family));
            for (int i = 0; i < classes.length; i++) {
                Class<?> type = findClass(classes[i].name());
                type.getDeclaredMethods(); // links now, so that a faulty class fails here
                variables.track(type);
                done[i] = true;
            }
        } catch (Throwable e) {
            ClassInstallException refused =
                    new ClassInstallException("A cell's class could not be loaded", done);
            refused.initCause(e);
            throw refused;
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        // A loaded class cannot be exchanged; JShell then makes one of another name.
    }

    @Override
    public void addToClasspath(String path) {
        // CellClassPath has it already, and its loader with it.
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> type = loaded.get(name);
        if (type != null) {
            return type;
        }
        CellLoader loader = pending.get(name);
        if (loader == null) {
            throw new ClassNotFoundException(name);
        }
        return loader.loadClass(name);
    }

    ClassLoader loader() {
        return shared;
    }

    VariableFields variables() {
        return variables;
    }

    /** A wrapper and all those that its code uses, also by others. */
    Set<String> usedBy(String wrapper) {
        Set<String> used = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(Set.of(wrapper));
        while (!left.isEmpty()) {
            String next = left.pop();
            if (used.add(next)) {
                left.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return used;
    }

    /** The wrappers that a wrapper's code uses itself; none for one that is over. */
    Set<String> directlyUsedBy(String wrapper) {
        return uses.getOrDefault(wrapper, Set.of());
    }

    /** What a wrapper's code does with the variables of cells. */
    FieldUses fieldsUsedBy(String wrapper) {
        return fields.getOrDefault(wrapper, new FieldUses(Set.of(), Set.of()));
    }

    /**
     * The number that JShell gives all snippets that declare the same; empty for its own classes.
     */
    static Optional<Integer> number(String wrapper) {
        Matcher matcher = NUMBER.matcher(wrapper);
        return matcher.matches()
                ? Optional.of(Integer.valueOf(matcher.group(1)))
                : Optional.empty();
    }

    /** Forgets snippets that nobody can name any more; a class goes when nothing uses it. */
    void forget(Set<String> wrappers) {
        loaded.keySet().removeIf(name -> wrappers.contains(wrapper(name)));
        uses.keySet().removeAll(wrappers);
        fields.keySet().removeAll(wrappers);
    }

    void defined(Class<?> type) {
        loaded.put(type.getName(), type);
    }

    void begun(String name) {
        pending.remove(name);
    }

    private CellLoader loader(String wrapper, Map<String, byte[]> family) {
        List<String> used =
                family.values().stream().flatMap(code -> usedClasses(code).stream()).toList();
        uses.put(
                wrapper,
                used.stream()
                        .map(SnippetClasses::wrapper)
                        .filter(SnippetClasses::isWrapper)
                        .collect(Collectors.toSet()));
        fields.put(wrapper, FieldUses.of(family.values()));
        CellLoader loader = isAlone(used) ? new CellLoader(shared, this) : shared;
        family.keySet().forEach(name -> pending.put(name, loader));
        return loader;
    }

    /** Whether no type that a cell declared is in these classes or used by them. */
    private static boolean isAlone(List<String> used) {
        return used.stream().noneMatch(SnippetClasses::isDeclaredType);
    }

    private static boolean isDeclaredType(String name) {
        String wrapper = wrapper(name);
        String rest = name.substring(wrapper.length());
        // Anonymous and local classes are $1 and $1Name; a type declared by a cell is $Name.
        return !rest.isEmpty() && isWrapper(wrapper) && !Character.isDigit(rest.charAt(1));
    }

    private static List<String> usedClasses(byte[] code) {
        ClassReader reader = new ClassReader(code);
        char[] buffer = new char[reader.getMaxStringLength()];
        List<String> names = new ArrayList<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && code[offset - 1] == CLASS_CONSTANT) {
                names.add(reader.readUTF8(offset, buffer).replace('/', '.'));
            }
        }
        return names;
    }

    /** The name of JShell's class around a class: {@code REPL.$JShell$7} of {@code …$7$Net}. */
    static String wrapper(String name) {
        Matcher matcher = WRAPPER.matcher(name);
        return matcher.lookingAt() ? matcher.group() : name;
    }
}
