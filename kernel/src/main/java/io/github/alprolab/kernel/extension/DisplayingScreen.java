package io.github.alprolab.kernel.extension;

import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.display.Displayers;
import java.util.List;
import java.util.Optional;

/** A screen that turns values into what is shown by displayers, to which cells may add. */
public interface DisplayingScreen extends Notebook.Screen {
    /** Make values visible. */
    Displayers displayers();

    @Override
    default MimeBundle render(Object value) {
        return displayers().render(Optional.ofNullable(value));
    }

    @Override
    default MimeBundle render(Object value, List<String> types) {
        return displayers().render(Optional.ofNullable(value), types);
    }

    @Override
    default void add(Displayer<?> displayer) {
        displayers().add(displayer);
    }
}
