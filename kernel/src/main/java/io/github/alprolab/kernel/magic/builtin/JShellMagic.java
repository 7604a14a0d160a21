package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** {@code %jshell}: those commands of the tool jshell that list and drop what cells declared. */
final class JShellMagic {
    private static final List<String> COMMANDS =
            List.of("/vars", "/methods", "/types", "/imports", "/list", "/drop");

    /** What does here what other commands do there. */
    private static final Map<String, String> OTHERS =
            Map.of(
                    "/open", "%load FILE",
                    "/history", "%history",
                    "/help", "%magics",
                    "/?", "%magics",
                    "/env", "%classpath PATTERN and %maven, and JDK_JAVA_OPTIONS for the JVM",
                    "/reset", "a restart of the kernel",
                    "/reload", "a restart of the kernel",
                    "/exit", "the notebook's menu Kernel, Shut Down",
                    "/save", "jupyter nbconvert --to script");

    private final JShell shell;

    private JShellMagic(JShell shell) {
        this.shell = shell;
    }

    static List<Magic> of(JShell shell) {
        return List.of(
                BuiltinMagic.line(
                        "jshell",
                        "Lists or drops what cells declared, as in the tool jshell.\n%jshell "
                                + String.join(", ", COMMANDS)
                                + " NAME",
                        new JShellMagic(shell)::run));
    }

    private Object run(MagicCall call) {
        String command = call.arguments().isEmpty() ? "" : call.arguments().get(0);
        if (command.equals("/drop")) {
            drop(call.arguments().subList(1, call.arguments().size()));
        } else {
            listed(command).forEach(System.out::println);
        }
        return null;
    }

    private Stream<String> listed(String command) {
        return switch (command) {
            case "/vars" -> shell.variables().filter(this::isThere).map(JShellMagic::declared);
            case "/methods" -> shell.methods().filter(this::isThere).map(JShellMagic::declared);
            case "/types" -> shell.types().filter(this::isThere).map(JShellMagic::declared);
            case "/imports" -> shell.imports().map(s -> s.source().strip());
            case "/list" -> shell.snippets().filter(this::isThere).map(s -> s.source().strip());
            default -> throw unknown(command);
        };
    }

    private static MagicException unknown(String command) {
        String instead = OTHERS.get(command);
        return new MagicException(
                instead == null
                        ? "%jshell takes one of "
                                + String.join(", ", COMMANDS)
                                + (command.isEmpty() ? "." : ", not " + command + ".")
                        : "%jshell has no " + command + "; here it is " + instead + ".");
    }

    private void drop(List<String> names) {
        if (names.isEmpty()) {
            throw new MagicException("%jshell /drop needs the names of what to drop.");
        }
        for (String name : names) {
            List<Snippet> found = shell.snippets().filter(s -> isCalled(s, name)).toList();
            if (found.isEmpty()) {
                throw new MagicException("No cell declared " + name + "; %jshell /list shows all.");
            }
            found.forEach(shell::drop);
        }
    }

    private boolean isCalled(Snippet snippet, String name) {
        return isThere(snippet)
                && snippet instanceof DeclarationSnippet declaration
                && declaration.name().equals(name);
    }

    private boolean isThere(Snippet snippet) {
        return shell.status(snippet).isActive();
    }

    private static String declared(VarSnippet variable) {
        return variable.typeName() + " " + variable.name();
    }

    private static String declared(MethodSnippet method) {
        String signature = method.signature();
        int end = signature.indexOf(')') + 1;
        return signature.substring(end) + " " + method.name() + signature.substring(0, end);
    }

    private static String declared(TypeDeclSnippet type) {
        return switch (type.subKind()) {
                    case INTERFACE_SUBKIND -> "interface ";
                    case ENUM_SUBKIND -> "enum ";
                    case ANNOTATION_TYPE_SUBKIND -> "@interface ";
                    case RECORD_SUBKIND -> "record ";
                    default -> "class ";
                }
                + type.name();
    }
}
