package io.github.alprolab.kernel.magic.builtin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.magic.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A notebook of Java on disk, as far as {@code %load} needs it. */
final class NotebookFile {
    private NotebookFile() {}

    /**
     * The sources of the code cells.
     *
     * @throws MagicException for a file that is no notebook, or one of another language
     */
    static List<String> codeCells(Path file) throws IOException {
        JsonNode notebook = parsed(file);
        if (!notebook.path("cells").isArray()) {
            throw new MagicException(
                    file + " has no cells; is it a notebook of format 4 or later?");
        }
        requireJava(file, notebook.path("metadata"));
        List<String> codes = new ArrayList<>();
        for (JsonNode cell : notebook.path("cells")) {
            if (cell.path("cell_type").asText().equals("code")) {
                codes.add(text(cell.path("source")));
            }
        }
        return codes;
    }

    private static JsonNode parsed(Path file) throws IOException {
        try {
            return new ObjectMapper().readTree(SourceFile.read(file));
        } catch (JsonProcessingException e) {
            throw new MagicException(
                    file
                            + " is no notebook, for it is no whole JSON (line "
                            + e.getLocation().getLineNr()
                            + ").");
        }
    }

    /** Notebooks of old kernels write Java with a capital, some name no language. */
    private static void requireJava(Path file, JsonNode metadata) {
        String language =
                metadata.path("language_info")
                        .path("name")
                        .asText(metadata.path("kernelspec").path("language").asText("java"));
        if (!language.equalsIgnoreCase("java")) {
            throw new MagicException(
                    file + " is a notebook of " + language + "; %load runs those of Java.");
        }
    }

    /** A notebook keeps text whole or as a list of lines. */
    private static String text(JsonNode source) {
        if (!source.isArray()) {
            return source.asText();
        }
        StringBuilder text = new StringBuilder();
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
