package io.github.alprolab.kernel.extension;

import io.github.alprolab.kernel.api.DroppedValue;
import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.session.JavaSession;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** Prints what extensions say of statements whose value nobody keeps. */
public final class DroppedValues {
    private static final Pattern CALL_ON_NAME = Pattern.compile("([\\p{L}_$][\\w$]*)\\s*\\.");

    private final JavaSession session;
    private final List<KernelExtension> extensions;

    /** Tells of the values of a session by these extensions. */
    public DroppedValues(JavaSession session, List<KernelExtension> extensions) {
        this.session = session;
        this.extensions = extensions;
    }

    /** Begins to listen to the session, whose thread prints the advice. */
    public void watch() {
        session.shell().onSnippetEvent(this::seen);
    }

    private void seen(SnippetEvent event) {
        Snippet snippet = event.snippet();
        String source = snippet.source().strip();
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                && event.causeSnippet() == null
                && event.status() == Snippet.Status.VALID // not when the session tidies up
                && source.endsWith(";")) {
            session.variable(((VarSnippet) snippet).name())
                    .map(value -> dropped(source.substring(0, source.length() - 1), value))
                    .ifPresent(this::advise);
        }
    }

    private DroppedValue dropped(String expression, Object value) {
        Matcher call = CALL_ON_NAME.matcher(expression);
        Optional<String> name = call.lookingAt() ? Optional.of(call.group(1)) : Optional.empty();
        Optional<Object> receiver = name.flatMap(session::variable);
        return new DroppedValue(
                expression.strip(),
                value,
                receiver.isPresent() ? name : Optional.empty(),
                receiver);
    }

    private void advise(DroppedValue dropped) {
        extensions.stream()
                .map(extension -> extension.advice(dropped))
                .flatMap(Optional::stream)
                .forEach(System.out::println);
    }
}
