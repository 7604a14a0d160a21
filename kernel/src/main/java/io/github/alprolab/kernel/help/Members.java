package io.github.alprolab.kernel.help;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public members of classes with kinds and signatures, by name, and in which order people look
 * for them. Signatures are written when they are asked for, which of most members they never are.
 */
final class Members {
    /** What every object has. */
    static final Set<String> OF_OBJECT =
            Arrays.stream(Object.class.getMethods())
                    .map(method -> method.getName())
                    .collect(Collectors.toUnmodifiableSet());

    private final BiPredicate<Class<?>, String> plumbing;
    private final Map<String, Known> found = new HashMap<>();
    private boolean ofLibraries;

    /** Which members come first. */
    enum Rank {
        OWN,
        TYPE,
        /** From a class of the JDK, in a class that is none. */
        INHERITED,
        OF_OBJECT,
        CLASS,
        /** Offered only to those who begin to type it. */
        HIDDEN
    }

    private record Known(Rank rank, Supplier<Match> match) {}

    /**
     * No members yet.
     *
     * @param plumbing tells of a class and a member's name whether nobody looks for it there
     */
    Members(BiPredicate<Class<?>, String> plumbing) {
        this.plumbing = plumbing;
    }

    /** Adds a class's own and inherited members; what is known already stays. */
    void add(Class<?> type) {
        ofLibraries |= !isOfJdk(type);
        byName(withObject(type))
                .forEach((call, all) -> put(call, rank(type, all), "function", () -> text(all)));
        for (Field field : type.getFields()) {
            String kind = field.isEnumConstant() ? "instance" : "property";
            put(field.getName(), orHidden(Rank.OWN, field), kind, () -> text(field));
        }
        for (Class<?> nested : type.getClasses()) {
            String name = nested.getSimpleName();
            put(name, rank(type, nested), "class", () -> name);
        }
        if (type.isArray()) {
            put("length", Rank.OWN, "property", () -> "int length");
        }
        found.putIfAbsent("class", new Known(Rank.CLASS, () -> new Match("class", "keyword")));
    }

    /** Whether a class was added that is none of the JDK's. */
    boolean ofLibraries() {
        return ofLibraries;
    }

    private Rank rank(Class<?> type, List<Method> overloads) {
        Method one = overloads.get(0);
        if (OF_OBJECT.contains(one.getName())) {
            return Rank.OF_OBJECT;
        }
        return isOfJdk(one.getDeclaringClass()) && !isOfJdk(type)
                ? Rank.INHERITED
                : orHidden(Rank.OWN, one);
    }

    /** A type that the JDK nests in a superclass is found there. */
    private Rank rank(Class<?> type, Class<?> nested) {
        Class<?> declaring = nested.getDeclaringClass();
        boolean hidden = declaring != type && !isOfJdk(type);
        return hidden || plumbing.test(declaring, nested.getSimpleName()) ? Rank.HIDDEN : Rank.TYPE;
    }

    private Rank orHidden(Rank rank, Member one) {
        return plumbing.test(one.getDeclaringClass(), one.getName()) ? Rank.HIDDEN : rank;
    }

    private static boolean isOfJdk(Class<?> type) {
        return type.getName().startsWith("java.");
    }

    private void put(String name, Rank rank, String kind, Supplier<String> signature) {
        found.putIfAbsent(name, new Known(rank, () -> new Match(name, kind, signature.get())));
    }

    Optional<Match> find(String continuation) {
        return Optional.ofNullable(found.get(continuation)).map(member -> member.match().get());
    }

    /** By what is known of it, else by Java's customs of naming. */
    Rank rank(String continuation) {
        Known known = found.get(continuation);
        if (known != null) {
            return known.rank();
        }
        if (OF_OBJECT.contains(Match.bare(continuation))) {
            return Rank.OF_OBJECT;
        }
        return continuation.equals("class") ? Rank.CLASS : Rank.OWN;
    }

    /** The methods of a class as a reference names them; those of every object are left out. */
    static List<Match> references(Class<?> type) {
        return byName(withObject(type).filter(m -> m.getDeclaringClass() != Object.class))
                .values()
                .stream()
                .map(all -> new Match(all.get(0).getName(), "function", text(all)))
                .toList();
    }

    /** An interface inherits nothing from Object, its values do. */
    private static Stream<Method> withObject(Class<?> type) {
        return type.isInterface()
                ? Stream.of(type, Object.class).flatMap(c -> Arrays.stream(c.getMethods()))
                : Arrays.stream(type.getMethods());
    }

    /**
     * Methods as JShell offers them: {@code name()} where none has parameters, else {@code name(}.
     */
    static Map<String, List<Method>> byName(Stream<Method> methods) {
        Map<String, List<Method>> byCall = new TreeMap<>();
        methods.filter(method -> !method.isBridge())
                .sorted(Comparator.comparing(Method::getParameterCount))
                .collect(Collectors.groupingBy(Method::getName))
                .forEach((name, all) -> byCall.put(name + call(all), all));
        return byCall;
    }

    private static String call(List<Method> overloads) {
        return overloads.stream().allMatch(m -> m.getParameterCount() == 0) ? "()" : "(";
    }

    static String text(List<Method> overloads) {
        List<String> all = overloads.stream().map(Members::text).distinct().toList();
        return all.get(all.size() - 1) + (all.size() > 1 ? " (+" + (all.size() - 1) + ")" : "");
    }

    private static String text(Field field) {
        return simple(field.getGenericType()) + " " + field.getName();
    }

    /** A method as {@code Trainer epochs(int count)}. */
    private static String text(Method method) {
        List<String> parameters = new ArrayList<>();
        for (Parameter one : method.getParameters()) {
            String type = simple(one.getParameterizedType());
            String shown = one.isVarArgs() ? type.replaceAll("\\[]$", "...") : type;
            parameters.add(one.isNamePresent() ? shown + " " + one.getName() : shown);
        }
        return simple(method.getGenericReturnType())
                + " "
                + method.getName()
                + "("
                + String.join(", ", parameters)
                + ")";
    }

    /** A type's name without packages. */
    static String simple(Type type) {
        return type.getTypeName().replaceAll("(?:[\\w$]+[.$])+(?=[\\p{L}_])", "");
    }
}
