package io.github.alprolab.alpro.prompter;

import java.nio.file.Path;
import java.util.List;

/**
 * What the teacher of PEM is made of.
 *
 * @param prompterCheckpoint a trained prompter
 * @param entities E entity names
 * @param templates prompts with {@code {}} in the entity's place
 */
public record PromptConfig(Path prompterCheckpoint, List<String> entities, List<String> templates) {

    public PromptConfig {
        entities = List.copyOf(entities);
        templates = List.copyOf(templates);
        if (entities.isEmpty() || templates.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d entities and %d templates are given; PEM needs at least one of each."
                            .formatted(entities.size(), templates.size()));
        }
        for (String template : templates) {
            if (!template.contains("{}")) {
                throw new IllegalArgumentException(
                        "The template \"" + template + "\" has no {} for the entity.");
            }
        }
    }
}
