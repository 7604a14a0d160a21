package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.session.JavaSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.TypeDeclSnippet;

/** Finds the class that a name in a cell means, by what cells declared and imported. */
final class Names {
    private final JShell shell;
    private final ClassLoader loader;

    Names(JavaSession session) {
        this.shell = session.shell();
        this.loader = session.loader();
    }

    /** The class of a simple, qualified or nested name; type arguments are passed over. */
    Optional<Class<?>> resolve(String written) {
        String name = Signature.withoutTypeArguments(written).strip();
        if (name.isEmpty() || name.endsWith("]")) {
            return Optional.empty();
        }
        return declared(name)
                .or(() -> imported(name))
                .or(() -> load("java.lang." + name))
                .or(() -> importedOnDemand(name))
                .or(() -> load(name));
    }

    /** How a cell may write a class: by the shortest name that means it. */
    String write(Class<?> type) {
        String name = type.getSimpleName();
        for (Class<?> at = type; at != null; at = at.getDeclaringClass()) {
            name = at == type ? name : at.getSimpleName() + "." + name;
            if (resolve(name).filter(type::equals).isPresent()) {
                return name;
            }
        }
        return type.getCanonicalName();
    }

    /** The types that cells imported by their own names or declared. */
    List<Class<?>> known() {
        Stream<Optional<Class<?>>> imported =
                shell.imports()
                        .filter(one -> !one.isStatic() && !one.fullname().endsWith(".*"))
                        .map(one -> load(one.fullname()));
        Stream<Optional<Class<?>>> declared = shell.types().map(type -> declared(type.name()));
        return Stream.concat(imported, declared).<Class<?>>flatMap(Optional::stream).toList();
    }

    private Optional<Class<?>> declared(String name) {
        String first = name.replaceAll("\\..*", "");
        return shell.types()
                .filter(type -> type.name().equals(first) && shell.status(type).isActive())
                .findFirst()
                .flatMap(type -> load(wrapper(type) + "." + name));
    }

    private String wrapper(TypeDeclSnippet type) {
        return shell.sourceCodeAnalysis().wrapper(type).fullClassName();
    }

    /** By an import of the class itself, which goes before all others. */
    private Optional<Class<?>> imported(String name) {
        String first = name.replaceAll("\\..*", "");
        return imports()
                .filter(full -> full.endsWith("." + first))
                .findFirst()
                .flatMap(full -> load(full + name.substring(first.length())));
    }

    private Optional<Class<?>> importedOnDemand(String name) {
        return imports()
                .filter(full -> full.endsWith(".*"))
                .map(full -> load(full.replace("*", name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<String> imports() {
        return shell.imports().map(ImportSnippet::fullname);
    }

    /** Loads a class whose name may write nested ones with dots. */
    private Optional<Class<?>> load(String name) {
        String binary = name;
        while (true) {
            try {
                return Optional.of(Class.forName(binary, false, loader));
            } catch (ClassNotFoundException | LinkageError absent) {
                int dot = binary.lastIndexOf('.');
                int before = binary.lastIndexOf('.', dot - 1) + 1;
                if (dot < 0 || Character.isLowerCase(binary.charAt(before))) {
                    return Optional.empty(); // no type is left in front, a package at most
                }
                binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
            }
        }
    }
}
