package io.github.alprolab.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences «Uses {@code api} and {@code session}.» of the sources of packages. A name is that
 * of a package of the same module, from the module's root on, or begins with a module: {@code
 * alpro.video}. Who uses none says «Uses no other package.».
 *
 * @param folders of sources, looked through in this order
 */
record UsesSentences(List<Path> folders) {
    private static final String ROOT = "io.github.alprolab.";
    private static final Pattern SENTENCE =
            Pattern.compile("\\bUses ((?:\\{@code [\\w.]+}|[^.{])+)\\.");
    private static final Pattern NAME = Pattern.compile("\\{@code ([\\w.]+)}");

    boolean isOurs(String packageName) {
        return (packageName + ".").startsWith(ROOT);
    }

    /** The packages that a package says it uses; empty where it has no such sentence. */
    Optional<Set<String>> of(String packageName) {
        return source(packageName)
                .map(UsesSentences::read)
                .map(text -> text.replaceAll("\\s*\\n \\* ?", " "))
                .map(SENTENCE::matcher)
                .filter(Matcher::find)
                .map(sentence -> names(sentence.group(1), packageName));
    }

    private Set<String> names(String sentence, String packageName) {
        Set<String> names = new TreeSet<>();
        String module = packageName.substring(ROOT.length()).replaceFirst("\\..*", "");
        Matcher name = NAME.matcher(sentence);
        while (name.find()) {
            String inside = ROOT + module + "." + name.group(1);
            names.add(source(inside).isPresent() ? inside : ROOT + name.group(1));
        }
        return names;
    }

    private Optional<Path> source(String packageName) {
        return folders.stream()
                .map(f -> f.resolve(packageName.replace('.', '/')).resolve("package-info.java"))
                .filter(Files::exists)
                .findFirst();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
