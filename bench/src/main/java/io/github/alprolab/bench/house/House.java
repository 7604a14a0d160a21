package io.github.alprolab.bench.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints the counts, each with the places that are to be mended. */
public final class House {
    private static final int MOST_SHOWN = 40;

    private House() {}

    /** Takes the folder of the repository. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments.length == 0 ? "." : arguments[0]);
        Sources sources = Sources.of(root);
        sources.lines()
                .forEach(
                        (module, lines) ->
                                row("lines of main code in " + module, lines, List.of()));
        row(
                "lines of main code",
                sources.lines().values().stream().mapToInt(n -> n).sum(),
                List.of());
        row(
                "public methods with Javadoc",
                "%.1f %% of %d"
                        .formatted(
                                100.0 * sources.documented() / sources.publicMethods(),
                                sources.publicMethods()),
                sources.undocumented());
        Classes classes = Classes.of(root);
        places("knots of packages that know one another", classes.knots());
        places("public names that exist twice", classes.namesTwice());
        places("files that no notebook, command or API reaches", classes.unreached());
        places("files that name an objective", sources.filesNamingAnObjective());
        row("settings, each declared once", classes.settings().size(), List.of());
    }

    private static void places(String what, List<String> places) {
        row(what, places.size(), places);
    }

    private static void row(String what, Object count, List<String> places) {
        System.out.printf(Locale.ROOT, "%-55s %s%n", what, count);
        places.stream().limit(MOST_SHOWN).forEach(place -> System.out.println("    " + place));
        if (places.size() > MOST_SHOWN) {
            System.out.println("    and " + (places.size() - MOST_SHOWN) + " more");
        }
    }
}
