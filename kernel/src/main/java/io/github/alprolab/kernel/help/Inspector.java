package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.api.MimeBundle;
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

    /** Beginnings of the code that ask JShell for the name here, else for the call around. */
    private static List<String> questions(String code, int index) {
        Place place = Place.of(code, index);
        List<String> questions = new ArrayList<>();
        if (place.kind() == Place.Kind.CODE) {
            ofName(code, index, questions);
        }
        place.call().ifPresent(call -> questions.add(code.substring(0, call.start())));
        if (place.kind() == Place.Kind.CODE) {
            ofCallBefore(code, index, questions);
        }
        return questions;
    }

    private static void ofName(String code, int index, List<String> questions) {
        int start = index;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        int end = index;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        if (start < end && Character.isJavaIdentifierStart(code.charAt(start))) {
            String name = code.substring(0, end);
            boolean called = code.substring(end).stripLeading().startsWith("(");
            questions.add(called ? name + "(" : name);
            questions.add(called ? name : name + "(");
        }
    }

    /** For a cursor behind the closing parenthesis, perhaps with a semicolon between. */
    private static void ofCallBefore(String code, int index, List<String> questions) {
        String before = code.substring(0, index).replaceAll("[;\\s]+$", "");
        if (before.endsWith(")")) {
            int open = Receivers.openingOf(before, before.length() - 1);
            questions.add(before.substring(0, open + 1));
        }
    }
}
