package io.github.alprolab.alpro.prompter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.model.PromptKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptConfigTest {
    private static final Path FILE = Path.of("prompter.alpro");

    @Test
    void eachKindOfClipHasTwelvePublishedPrompts() {
        PromptConfig config = new PromptConfig(FILE, List.of("dog"), PromptTemplates.video());
        assertThat(config.templates(PromptKind.VIDEO)).hasSize(12).contains("A video of a {}.");
        assertThat(config.templates(PromptKind.IMAGE)).hasSize(12).contains("A photo of a {}.");
    }

    @Test
    void promptsAreExpandedTemplateByTemplate() {
        assertThat(PromptTemplates.expand(List.of("a {}", "{}!"), List.of("dog", "cat")))
                .containsExactly("a dog", "a cat", "dog!", "cat!");
    }

    @Test
    void nothingToPromptAndTemplatesWithoutAPlaceAreRefused() {
        assertThatThrownBy(() -> new PromptConfig(FILE, List.of(), PromptTemplates.video()))
                .hasMessageContaining("0 entities, 12 templates");
        assertThatThrownBy(() -> new PromptConfig(FILE, List.of("dog"), List.of("a dog")))
                .hasMessageContaining("\"a dog\" has no {}");
    }
}
