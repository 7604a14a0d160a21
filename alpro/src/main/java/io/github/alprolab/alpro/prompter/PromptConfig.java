package io.github.alprolab.alpro.prompter;

import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.trained.ModelFile;
import java.nio.file.Path;
import java.util.List;

/**
 * What a teacher that labels crops is made of.
 *
 * @param prompterCheckpoint a trained prompter
 * @param entities E entity names
 * @param templates prompts for videos, with {@code {}} in the entity's place
 * @param imageTemplates prompts for still images
 */
public record PromptConfig(
        ModelFile prompterCheckpoint,
        List<String> entities,
        List<String> templates,
        List<String> imageTemplates) {

    public PromptConfig {
        entities = List.copyOf(entities);
        templates = List.copyOf(templates);
        imageTemplates = List.copyOf(imageTemplates);
        if (entities.isEmpty() || templates.isEmpty() || imageTemplates.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d entities, %d templates for videos and %d for images are given; a prompter needs at least one of each."
                            .formatted(entities.size(), templates.size(), imageTemplates.size()));
        }
        requirePlaces(templates);
        requirePlaces(imageTemplates);
    }

    /** With the published templates for still images. */
    public PromptConfig(Path prompterCheckpoint, List<String> entities, List<String> templates) {
        this(ModelFile.of(prompterCheckpoint), entities, templates, PromptTemplates.image());
    }

    /** The prompts for clips of a kind. */
    public List<String> templates(PromptKind kind) {
        return kind == PromptKind.VIDEO ? templates : imageTemplates;
    }

    private static void requirePlaces(List<String> templates) {
        for (String template : templates) {
            if (!template.contains("{}")) {
                throw new IllegalArgumentException(
                        "The template \"" + template + "\" has no {} for the entity.");
            }
        }
    }
}
