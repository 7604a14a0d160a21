package io.github.alprolab.alpro.prompter;

import java.util.List;

/**
 * The published prompts (paper appendix; docs/method.md section 4.4); {@code {}} is the entity's
 * place.
 */
public final class PromptTemplates {
    private PromptTemplates() {}

    /** The twelve prompts for videos, in the published order. */
    public static List<String> video() {
        return List.of(
                "A footage of a {}.",
                "A footage of the {}.",
                "A footage of one {}.",
                "A video of a {}.",
                "A video of the {}.",
                "A video of one {}.",
                "A portrait of a {}.",
                "A portrait of the {}.",
                "A portrait of one {}.",
                "A video footage of a {}.",
                "A video footage of the {}.",
                "A video footage of one {}.");
    }

    /** The twelve prompts for images, in the published order. */
    public static List<String> image() {
        return List.of(
                "A photo of a {}.",
                "A photo of the {}.",
                "A photo of one {}.",
                "A picture of a {}.",
                "A picture of the {}.",
                "A picture of one {}.",
                "A good photo of the {}.",
                "A good photo of a {}.",
                "A good photo of one {}.",
                "A good picture of the {}.",
                "A good picture of a {}.",
                "A good picture of one {}.");
    }

    /** Every template filled with every entity, template-major. */
    public static List<String> expand(List<String> templates, List<String> entities) {
        return templates.stream()
                .flatMap(t -> entities.stream().map(e -> t.replace("{}", e)))
                .toList();
    }
}
