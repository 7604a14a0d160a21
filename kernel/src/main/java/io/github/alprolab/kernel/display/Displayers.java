package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Displayable;
import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.session.CellStopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds how a value is shown: by itself, by an extension, by the kernel, or as its text. */
public final class Displayers {
    private final List<Displayer<?>> displayers = new ArrayList<>();

    /** The extensions' displayers in order, then the built-in ones whose library is there. */
    public Displayers(List<Displayer<?>> ofExtensions) {
        displayers.addAll(ofExtensions);
        displayers.add(new ImageDisplayer());
        // Lambdas, since a constructor's reference is linked before whereThere can catch anything.
        whereThere(() -> new ChartDisplayer()).ifPresent(displayers::add);
        whereThere(() -> new TableDisplayer()).ifPresent(displayers::add);
    }

    /**
     * The representations of a value; empty stands for null. Where its own code or a displayer
     * fails, that is said beside its text; only an interrupt ends the rendering.
     */
    public MimeBundle render(Optional<Object> value) {
        return value.map(this::guarded).orElse(MimeBundle.plain("null"));
    }

    private MimeBundle guarded(Object value) {
        try {
            return render(value);
        } catch (CellStopped stopped) {
            throw stopped;
        } catch (Throwable e) { // also an Error: the cell itself has done its work
            return MimeBundle.plain(
                    PlainText.of(value) + "\n(showing it failed: " + PlainText.failure(e) + ")");
        }
    }

    private MimeBundle render(Object value) {
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        if (value instanceof Displayable displayable) {
            return displayable.display();
        }
        for (Displayer<?> displayer : displayers) {
            if (displayer.type().isInstance(value)) {
                return show(displayer, value);
            }
        }
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            return inOptional(render(optional.get()));
        }
        MimeBundle plain = MimeBundle.plain(PlainText.of(value));
        return Tables.html(value).map(html -> plain.and("text/html", html)).orElse(plain);
    }

    private static MimeBundle inOptional(MimeBundle content) {
        return content.and("text/plain", "Optional[" + content.data().get("text/plain") + "]");
    }

    private static <T> MimeBundle show(Displayer<T> displayer, Object value) {
        return displayer.display(displayer.type().cast(value));
    }

    private static Optional<Displayer<?>> whereThere(Supplier<Displayer<?>> displayer) {
        try {
            Displayer<?> made = displayer.get();
            made.type(); // links the library
            return Optional.of(made);
        } catch (NoClassDefFoundError absent) {
            return Optional.empty();
        }
    }
}
