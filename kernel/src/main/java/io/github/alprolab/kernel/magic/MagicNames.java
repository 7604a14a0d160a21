package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.help.Completer;
import io.github.alprolab.kernel.help.Completion;
import io.github.alprolab.kernel.help.Match;
import io.github.alprolab.kernel.session.Identifiers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Completes and explains the names of magics where one may stand. */
public final class MagicNames implements Completer {
    /** At the start of a line or behind an {@code =}, up to the cursor or over the whole name. */
    private static final Pattern PLACE = Pattern.compile("(?:^|\\n|=)[ \\t]*(%{1,2})(\\w*)\\z");

    private final Cells cells;

    /** Completes the magics that these cells have at that time. */
    public MagicNames(Cells cells) {
        this.cells = cells;
    }

    @Override
    public Optional<Completion> complete(String code, int index) {
        Matcher place = PLACE.matcher(code.substring(0, index));
        if (!place.find()) {
            return Optional.empty();
        }
        boolean above = place.group(1).length() == 2;
        List<Match> matches =
                cells.magics().stream()
                        .filter(magic -> above ? magic.isCell() : magic.isLine())
                        .flatMap(magic -> names(magic).map(name -> match(magic, name)))
                        .filter(match -> match.text().startsWith(place.group(2)))
                        .sorted(Comparator.comparing(Match::text))
                        .toList();
        return Optional.of(new Completion(place.start(2), matches));
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int index) {
        Matcher place = PLACE.matcher(code.substring(0, Identifiers.end(code, index)));
        return place.find()
                ? cells.magics().stream()
                        .filter(magic -> names(magic).anyMatch(place.group(2)::equals))
                        .map(magic -> MimeBundle.plain(magic.help()))
                        .findFirst()
                : Optional.empty();
    }

    private static Match match(Magic magic, String name) {
        return new Match(name, "magic", magic.help().lines().findFirst().orElse(""));
    }

    private static Stream<String> names(Magic magic) {
        return Stream.concat(Stream.of(magic.name()), magic.aliases().stream());
    }
}
