package io.github.alprolab.kernel.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** Evaluates one snippet after the other. */
final class SnippetRunner {
    private final JShell shell;
    private final CellExecution execution;
    private final SnippetPlaces places;
    private final CompileAdvice advice;
    private final SnippetRemains remains;
    private final UnusableDeclarations unusable;
    private final Runnable renewCompiler;
    private final RunLog log;
    private final AnnotationProcessors processors;

    SnippetRunner(
            JShell shell,
            CellExecution execution,
            SnippetPlaces places,
            CompileAdvice advice,
            Runnable renewCompiler) {
        this.shell = shell;
        this.execution = execution;
        this.places = places;
        this.advice = advice;
        this.remains = new SnippetRemains(shell, execution.classes(), places);
        this.unusable = new UnusableDeclarations(shell, places, advice);
        this.renewCompiler = renewCompiler;
        this.processors = new AnnotationProcessors(shell, execution.classes().loader());
        this.log = new RunLog(execution.classes(), places);
    }

    Outcome run(SnippetPlaces.Place place) {
        Optional<CellError> tooLong = LongTexts.error(shell.sourceCodeAnalysis(), place);
        if (tooLong.isPresent()) {
            return Outcome.failed(tooLong.get());
        }
        processors.told(place.text().written()).forEach(System.err::println);
        places.begin(place);
        execution.run().begin();
        List<SnippetEvent> events = shell.eval(place.text().code());
        execution.closeEmptied(); // of what was declared and did not run
        Optional<CellError> unmade = unmade(events, place);
        Outcome outcome = unmade.map(Outcome::failed).orElseGet(() -> outcome(events, place));
        log(events, place, outcome);
        events.forEach(event -> remains.settle(event, unmade.isPresent()));
        if (unmade.isPresent()) {
            renewCompiler.run();
        }
        return outcome;
    }

    private Outcome outcome(List<SnippetEvent> events, SnippetPlaces.Place place) {
        Outcome outcome = Outcome.NOTHING;
        for (SnippetEvent event : events) {
            unusable.note(event);
            if (event.causeSnippet() != null) {
                changed(event, events.get(0).snippet());
                continue;
            }
            outcome = outcome(event, place);
            if (outcome.error().isPresent()) {
                break;
            }
        }
        return outcome;
    }

    private void log(List<SnippetEvent> events, SnippetPlaces.Place place, Outcome outcome) {
        for (SnippetEvent event : events) {
            boolean own = event.causeSnippet() == null;
            if (own) {
                boolean nested = execution.inside().isPresent();
                log.ran(event.snippet(), place, execution.run().ran(), outcome, nested);
            } else if (event.snippet() instanceof VarSnippet && event.isSignatureChange()) {
                log.changed(event.snippet(), place.cell());
            }
        }
    }

    /** What ran, and what came from what. */
    RunLog log() {
        return log;
    }

    /** Why there is no class of what was declared or run, and JShell is silent about it. */
    private Optional<CellError> unmade(List<SnippetEvent> events, SnippetPlaces.Place place) {
        return events.stream()
                .map(SnippetEvent::snippet)
                .filter(snippet -> ClassLimits.refuse(shell, snippet))
                .findFirst()
                .map(snippet -> compileError(snippet, place))
                .or(() -> execution.run().refused().map(fault -> ErrorText.unloaded(fault, place)));
    }

    private CellError compileError(Snippet snippet, SnippetPlaces.Place place) {
        return CompileText.compile(
                shell.diagnostics(snippet).toList(), place.textOf(snippet), place, advice);
    }

    /** Frees what is left of snippets that are over. */
    void tidy() {
        if (execution
                .inside()
                .isEmpty()) { // else a cell runs a part, in the middle of JShell's work
            remains.tidy();
            execution.closeEmptied();
        }
    }

    /** Gives up the snippet whose thread was left behind; JShell does not learn how it ends. */
    void abandon() {
        unusable.tell();
        places.last().flatMap(this::snippet).ifPresent(remains::abandon);
    }

    private Optional<Snippet> snippet(String id) {
        return shell.snippets().filter(snippet -> snippet.id().equals(id)).findFirst();
    }

    /** Says which declarations of the cell that ended nothing can use yet, and why. */
    void tellUnusable() {
        unusable.tell().forEach(System.err::println);
    }

    /** Runs what gives a value, and keeps no unnamed result of it. */
    Outcome withoutTrace(Supplier<Outcome> work) {
        VariableFields variables = execution.classes().variables();
        Optional<String> before = variables.newestUnnamed();
        Outcome outcome = work.get();
        variables
                .newestUnnamed()
                .filter(name -> !before.equals(Optional.of(name)))
                .ifPresent(remains::dropVariable);
        return outcome;
    }

    private Outcome outcome(SnippetEvent event, SnippetPlaces.Place place) {
        Snippet snippet = event.snippet();
        if (event.status() == Snippet.Status.REJECTED) {
            return Outcome.failed(compileError(snippet, place));
        }
        if (event.exception() != null) {
            return Outcome.failed(error(event));
        }
        return isValue(snippet) && !place.text().code().endsWith(";")
                ? new Outcome(true, execution.run().result(), Optional.empty())
                : Outcome.NOTHING;
    }

    /** Whether a snippet is an expression; one without a name becomes a variable of JShell's. */
    private static boolean isValue(Snippet snippet) {
        return snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || (snippet.kind() == Snippet.Kind.EXPRESSION
                        && snippet.subKind() != Snippet.SubKind.ASSIGNMENT_SUBKIND);
    }

    /** An earlier snippet that the one just run changed: say so where a variable lost its value. */
    private void changed(SnippetEvent event, Snippet cause) {
        boolean lost = event.isSignatureChange() || !event.status().isActive();
        if (lost
                && event.snippet() instanceof VarSnippet variable
                && event.status() != Snippet.Status.OVERWRITTEN
                && event.previousStatus().isDefined()) {
            System.err.println(
                    variable.name()
                            + (event.status().isDefined() ? " was reset" : " is gone")
                            + ", because "
                            + (cause instanceof DeclarationSnippet named ? named.name() : "a type")
                            + " was declared anew. Run the cell that gives "
                            + variable.name()
                            + " its value again.");
            if (!event.status().isDefined()) {
                execution.classes().variables().drop(variable.name());
            }
        }
    }

    private CellError error(SnippetEvent event) {
        if (event.exception() instanceof EvalException translated) {
            Throwable real = execution.run().thrown().orElse(translated);
            return ErrorText.thrown(real, translated, places);
        }
        if (event.exception() instanceof UnresolvedReferenceException missing) {
            return unusable.error(missing.getSnippet());
        }
        return ErrorText.thrown(event.exception(), null, places);
    }

    /** Runs code of cells that is no snippet; gives what went wrong. */
    Optional<CellError> call(Runnable work) {
        return execution.call(work).map(this::told);
    }

    /** JShell tells the lines of its classes where a snippet throws, so one does. */
    private CellError told(Throwable error) {
        execution.run().begin();
        execution.throwNext(error);
        SnippetEvent event = shell.eval("{ }").get(0);
        remains.settle(event, false);
        return ErrorText.thrown(error, event.exception(), places);
    }

    /** The text of the snippet whose code runs now, behind the declarations that it uses. */
    Optional<String> runningCode() {
        return execution.run().running().map(wrapper -> runningCode(wrapper));
    }

    private String runningCode(String wrapper) {
        Set<String> ids =
                execution.classes().usedBy(wrapper).stream()
                        .flatMap(used -> SnippetClasses.number(used).stream())
                        .flatMap(number -> places.newest(number).stream())
                        .collect(Collectors.toSet());
        return shell.snippets()
                .filter(s -> ids.contains(s.id()))
                .map(s -> s.source().strip())
                .collect(Collectors.joining("\n"));
    }

    /** The innermost frame and the running snippet's place. */
    Optional<String> position(StackTraceElement[] frames) {
        return frames.length == 0
                ? Optional.empty()
                : Optional.of(
                        frames[0]
                                + places.running()
                                        .map(place -> ", called from " + place.position(1))
                                        .orElse(""));
    }
}
