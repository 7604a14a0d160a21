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
import java.util.function.Function;
import java.util.stream.Stream;

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
                                + " stand for signs, a folder for the jars in it",
                        call -> magics.add(call, ClassPathMagics::jars)),
                BuiltinMagic.line(
                        "classpath",
                        "Adds jars and folders of classes of this machine to the class path.\n"
                                + "%classpath PATTERN...",
                        call -> magics.add(call, Globs::find)));
    }

    private List<String> add(MagicCall call, Function<String, List<Path>> find) {
        if (call.arguments().isEmpty()) {
            throw new MagicException(call.written() + " needs what to add, for example lib/*.jar.");
        }
        List<String> added = new ArrayList<>();
        for (String pattern : call.arguments()) {
            find.apply(pattern).stream()
                    .map(path -> path.toAbsolutePath().normalize().toString())
                    .forEach(added::add);
        }
        added.forEach(cells::addToClasspath);
        return added;
    }

    private static List<Path> jars(String pattern) {
        return Globs.find(pattern).stream()
                .flatMap(
                        path ->
                                Files.isDirectory(path)
                                        ? Globs.find(path + "/*.jar").stream()
                                        : Stream.of(path))
                .toList();
    }
}
