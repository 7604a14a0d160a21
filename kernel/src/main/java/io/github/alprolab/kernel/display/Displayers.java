package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Displayable;
import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.session.CellStopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Finds how a value is shown: by itself, by an extension, by the kernel, or as its text. */
public final class Displayers {
    /** For types of libraries that only cells have, in whatever version. */
    private static final Map<String, Function<Object, MimeBundle>> OF_LIBRARIES =
            Map.of(
                    ChartDisplayer.TYPE, ChartDisplayer::display,
                    TableDisplayer.TYPE, TableDisplayer::display);

    private final List<Displayer<?>> ofCells = new CopyOnWriteArrayList<>();
    private final List<Displayer<?>> displayers = new ArrayList<>();

    /** The extensions' displayers in order, then the built-in ones. */
    public Displayers(List<Displayer<?>> ofExtensions) {
        displayers.addAll(ofExtensions);
        displayers.add(new ImageDisplayer());
    }

    /** Takes one that comes before all others, and instead of one that cells gave for its type. */
    public void add(Displayer<?> displayer) {
        String type = declaredName(displayer);
        ofCells.removeIf(known -> declaredName(known).equals(type));
        ofCells.add(0, displayer);
    }

    /** Without the number that JShell gives a type when a cell declares it anew. */
    private static String declaredName(Displayer<?> displayer) {
        return displayer.type().getName().replaceFirst("^REPL\\.\\$JShell\\$\\w+", "");
    }

    /**
     * The representations of a value; empty stands for null. Where its own code or a displayer
     * fails, that is said beside its text; only an interrupt ends the rendering.
     */
    public MimeBundle render(Optional<Object> value) {
        return render(value, List.of());
    }

    /** The same for a caller who wants it by these MIME types; none for all. */
    public MimeBundle render(Optional<Object> value, List<String> types) {
        return value.map(v -> guarded(v, types)).orElse(MimeBundle.plain("null"));
    }

    private MimeBundle guarded(Object value, List<String> types) {
        try {
            return render(value, types);
        } catch (CellStopped stopped) {
            throw stopped;
        } catch (Throwable e) { // also an Error: the cell itself has done its work
            return MimeBundle.plain(
                    PlainText.of(value) + "\n(showing it failed: " + PlainText.failure(e) + ")");
        }
    }

    private MimeBundle render(Object value, List<String> types) {
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        Optional<MimeBundle> shown = shown(ofCells, value, types);
        if (shown.isPresent()) {
            return shown.get();
        }
        if (value instanceof Displayable displayable) {
            return displayable.display();
        }
        shown = shown(displayers, value, types).or(() -> ofLibrary(value));
        if (shown.isPresent()) {
            return shown.get();
        }
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            return inOptional(render(optional.get(), types));
        }
        MimeBundle plain = MimeBundle.plain(PlainText.of(value));
        return Tables.html(value).map(html -> plain.and("text/html", html)).orElse(plain);
    }

    private static MimeBundle inOptional(MimeBundle content) {
        return content.and("text/plain", "Optional[" + content.data().get("text/plain") + "]");
    }

    private static Optional<MimeBundle> shown(
            List<Displayer<?>> displayers, Object value, List<String> types) {
        return displayers.stream()
                .filter(displayer -> displayer.type().isInstance(value))
                .findFirst()
                .map(displayer -> show(displayer, value, types));
    }

    private static <T> MimeBundle show(Displayer<T> displayer, Object value, List<String> types) {
        T shown = displayer.type().cast(value);
        return types.isEmpty() ? displayer.display(shown) : displayer.display(shown, types);
    }

    private static Optional<MimeBundle> ofLibrary(Object value) {
        return OF_LIBRARIES.entrySet().stream()
                .filter(one -> LibraryValue.isA(value.getClass(), one.getKey()))
                .map(one -> one.getValue().apply(value))
                .findFirst();
    }
}
