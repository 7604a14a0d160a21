package io.github.alprolab.datasets.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an archive calls its entries, what is accepted stays inside and is portable. */
class EntryNamePropertyTest {
    private static final Path FOLDER = Path.of("some", "folder").toAbsolutePath();

    /** Names made of the pieces that attacks are made of. */
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> pieces =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "..",
                                ".",
                                "/",
                                "//",
                                "\\",
                                "a",
                                "B",
                                "é",
                                "e\u0301",
                                "C:",
                                "nul",
                                "COM1",
                                "lpt9.txt",
                                " ",
                                "\u0000",
                                "\u202e",
                                "...",
                                "~",
                                "$HOME",
                                "%2e%2e",
                                "\u2024\u2024",
                                "\uff0e\uff0e",
                                "\uff0f",
                                "con.mp4",
                                "-rf",
                                "*"),
                        Arbitraries.strings().ofMaxLength(4));
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Property(tries = 5000)
    void anAcceptedNameStaysInsideItsFolder(@ForAll("names") String name) {
        List<String> parts = accepted(name);
        Path path = FOLDER;
        for (String part : parts) {
            path = path.resolve(part);
        }
        assertThat(path.normalize()).isEqualTo(path).startsWithRaw(FOLDER);
        assertThat(path.getNameCount()).isEqualTo(FOLDER.getNameCount() + parts.size());
    }

    @Property(tries = 5000)
    void anAcceptedNameIsOneThatWindowsCanHold(@ForAll("names") String name) {
        for (String part : accepted(name)) {
            assertThat(part)
                    .doesNotMatch("(?s).*[<>:\"|?*\\\\/\\p{Cntrl}].*")
                    .doesNotMatch("(?s).*[. ]");
            assertThat(part.toLowerCase(Locale.ROOT))
                    .doesNotMatch("(?s)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
        }
    }

    @Property(tries = 2000)
    void readingAnAcceptedNameAgainChangesNothing(@ForAll("names") String name) {
        EntryName once = new EntryName(accepted(name));
        assertThat(EntryName.of(once.toString())).isEqualTo(once);
    }

    @Property(tries = 2000)
    void namesThatDifferInCaseOrEncodingOnlyCollide(@ForAll("names") String name) {
        List<String> parts = accepted(name);
        String spelled = String.join("/", parts);
        // Unicode itself does not match a Greek iota below a letter with the one beside it.
        Assume.that(!Normalizer.normalize(spelled, Normalizer.Form.NFD).contains("\u0345"));
        for (String other :
                List.of(
                        spelled.toUpperCase(Locale.ROOT),
                        Normalizer.normalize(spelled, Normalizer.Form.NFD),
                        Normalizer.normalize(spelled, Normalizer.Form.NFC))) {
            assertThat(EntryName.folded(other)).isEqualTo(EntryName.folded(spelled));
            if (!other.equals(spelled)) {
                TakenNames taken = new TakenNames();
                taken.take(new EntryName(parts), false);
                assertThatThrownBy(
                                () -> taken.take(new EntryName(List.of(other.split("/"))), false))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("only in case");
            }
        }
    }

    /** Parts of a name; none where it is refused, which is always allowed. */
    private static List<String> accepted(String name) {
        try {
            return EntryName.of(name).parts();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(?s).{8,}");
            return List.of();
        }
    }

    @Property(tries = 500)
    void plainNamesAreAccepted(@ForAll("plain") String name) {
        assertThat(EntryName.of(name).toString()).isEqualTo(name);
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("@_-0123456789é")
                .ofMinLength(4)
                .ofMaxLength(40)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join("/", parts))
                .filter(name -> !name.matches("(?i)(.*/)?(clock\\$|com[0-9]|lpt[0-9]).*"));
    }
}
