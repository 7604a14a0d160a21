package io.github.alprolab.kernel.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * Finds the comment of a declaration: JShell's own where sources are at hand (the JDK's {@code
 * src.zip}), else that of an index on the class path, also under a type it comes from.
 */
final class Documentations {
    private final Names names;
    private final JavadocIndex index;

    Documentations(Names names, JavadocIndex index) {
        this.names = names;
        this.index = index;
    }

    Explained explain(Documentation one) {
        String own = one.javadoc();
        return new Explained(
                shown(one.signature()),
                own == null || own.isBlank() ? indexed(one.signature()) : Optional.of(own));
    }

    /** Of members and variables without packages; a type keeps its own. */
    private static String shown(String written) {
        String signature = Signature.withoutRecordHeader(written);
        return signature.contains("(") || signature.contains(":")
                ? signature.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
                : signature;
    }

    private Optional<String> indexed(String text) {
        Signature signature = Signature.of(text);
        Optional<String> ofMember =
                names.resolve(signature.owner()).flatMap(owner -> ofMember(owner, signature.key()));
        return ofMember.isPresent() ? ofMember : ofType(text, signature);
    }

    /** Of a type itself, of the type that a record's header belongs to, or of a variable's type. */
    private Optional<String> ofType(String text, Signature signature) {
        int colon = text.indexOf(':');
        String path = signature.owner() + "." + signature.name();
        return Stream.of(colon < 0 ? path : text.substring(colon + 1), signature.owner())
                .filter(
                        name ->
                                colon >= 0
                                        || signature.parameters().isPresent()
                                        || name.equals(path))
                .map(name -> names.resolve(name.replaceAll("^\\.", "")))
                .flatMap(Optional::stream)
                .map(type -> index.find(type.getCanonicalName()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> ofMember(Class<?> owner, String key) {
        return supertypes(owner).stream()
                .map(Class::getCanonicalName)
                .filter(Objects::nonNull)
                .map(type -> index.find(type + "#" + key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A type, then what it extends and implements, nearest first. */
    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>();
        open.add(type);
        while (!open.isEmpty()) {
            Class<?> next = open.remove();
            if (found.add(next)) {
                Stream.ofNullable(next.getSuperclass()).forEach(open::add);
                Stream.of(next.getInterfaces()).forEach(open::add);
            }
        }
        return found;
    }
}
