package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.session.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Finds what a cursor is on, in or behind, and explains it. */
final class Inspector implements Completer {
    /** More overloads than this are no help. */
    private static final int MOST = 12;

    private final SourceCodeAnalysis analysis;
    private final Documentations documentations;

    Inspector(SourceCodeAnalysis analysis, Documentations documentations) {
        this.analysis = analysis;
        this.documentations = documentations;
    }

    @Override
    public Optional<Completion> complete(String code, int index) {
        return Optional.empty();
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int index) {
        for (String question : questions(code, index)) {
            List<Documentation> found = analysis.documentation(question, question.length(), true);
            if (!found.isEmpty()) {
                return Optional.of(page(found));
            }
        }
        return Optional.empty();
    }

    private MimeBundle page(List<Documentation> found) {
        List<Explained> all =
                found.stream().limit(MOST).map(documentations::explain).distinct().toList();
        return HelpPage.of(all, found.size() - Math.min(MOST, found.size()));
    }

    /** Beginnings of the code that ask JShell for the name here, the call around or before. */
    private static List<String> questions(String code, int index) {
        Place place = Place.of(code, index);
        List<String> questions = new ArrayList<>();
        if (place.kind() == Place.Kind.CODE) {
            questions.addAll(ofName(code, index));
        }
        // Where an argument begins, the call is meant and not the name that stands there already.
        place.call()
                .ifPresent(
                        call ->
                                questions.add(
                                        call.start() == index ? 0 : questions.size(),
                                        code.substring(0, call.start())));
        if (place.kind() == Place.Kind.CODE) {
            questions.addAll(ofCallBefore(code, index));
        }
        return questions;
    }

    private static List<String> ofName(String code, int index) {
        int start = Identifiers.start(code, index);
        int end = Identifiers.end(code, index);
        if (start == end || !Character.isJavaIdentifierStart(code.charAt(start))) {
            return List.of();
        }
        String name = code.substring(0, end);
        boolean called = code.substring(end).stripLeading().startsWith("(");
        return called ? List.of(name + "(", name) : List.of(name, name + "(");
    }

    /** For a cursor behind the closing parenthesis, perhaps with a semicolon between. */
    private static List<String> ofCallBefore(String code, int index) {
        String before = code.substring(0, index).replaceAll("[;\\s]+$", "");
        return before.endsWith(")")
                ? List.of(before.substring(0, Receivers.openingOf(before, before.length() - 1) + 1))
                : List.of();
    }
}
