package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.Globs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Magics for jars and folders that are on this machine. */
final class ClassPathMagics {
    private final Cells cells;

    private ClassPathMagics(Cells cells) {
        this.cells = cells;
    }

    static List<Magic> of(Cells cells) {
        ClassPathMagics magics = new ClassPathMagics(cells);
        return List.of(
                BuiltinMagic.line(
                        "jars",
                        "Adds jars of this machine to the class path.\n%jars PATTERN...; * and ?"
                                + " stand for signs, a folder with a slash for all in it",
                        call -> magics.add(call, Files::isRegularFile)),
                BuiltinMagic.line(
                        "classpath",
                        "Adds jars and folders of classes of this machine to the class path.\n"
                                + "%classpath PATTERN...",
                        call -> magics.add(call, Files::exists)));
    }

    private List<String> add(MagicCall call, Predicate<Path> wanted) {
        if (call.arguments().isEmpty()) {
            throw new MagicException(call.written() + " needs what to add, for example lib/*.jar.");
        }
        List<String> added = new ArrayList<>();
        for (String pattern : call.arguments()) {
            Globs.find(pattern).stream()
                    .filter(wanted)
                    .map(path -> path.toAbsolutePath().normalize().toString())
                    .forEach(added::add);
        }
        added.forEach(cells::addToClasspath);
        return added;
    }
}
