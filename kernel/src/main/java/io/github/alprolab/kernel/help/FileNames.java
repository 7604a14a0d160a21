package io.github.alprolab.kernel.help;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** File names inside the quotes of strings, relative to the folder in which the kernel runs. */
final class FileNames implements Completer {
    /** A folder with more entries is not read on, so that the reply comes soon. */
    private static final int MOST_READ = 20_000;

    private static final int MOST_OFFERED = 500;

    private final Path folder;

    FileNames(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Completion> complete(String code, int index) {
        Place place = Place.of(code, index);
        if (place.kind() != Place.Kind.STRING) {
            return Optional.empty();
        }
        String typed = code.substring(place.start() + 1, index);
        int name = typed.lastIndexOf('/') + 1;
        List<Match> found = entries(typed.substring(0, name), typed.substring(name));
        return Optional.of(new Completion(index - typed.length() + name, found));
    }

    private List<Match> entries(String parent, String begun) {
        List<String> names = new ArrayList<>();
        int read = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.resolve(parent))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.startsWith(begun) && (begun.startsWith(".") || !name.startsWith("."))) {
                    names.add(Files.isDirectory(entry) ? name + "/" : name);
                }
                if (++read == MOST_READ) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException unreadable) {
            return List.of(); // no such folder: there is nothing to offer
        }
        return names.stream()
                .filter(FileNames::isPlain)
                .sorted(Comparator.naturalOrder())
                .limit(MOST_OFFERED)
                .map(name -> new Match(name, "path"))
                .toList();
    }

    /** Whether a name means itself between the quotes of a Java string. */
    private static boolean isPlain(String name) {
        return name.chars().noneMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c));
    }
}
