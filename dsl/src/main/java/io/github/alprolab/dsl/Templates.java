package io.github.alprolab.dsl;

import io.github.alprolab.alpro.prompter.PromptTemplates;
import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.List;

/** Sentences with {@code {}} in the entity's place. */
public final class Templates implements Shown {
    private final String code;
    private final List<String> texts;

    private Templates(String code, List<String> texts) {
        this.code = code;
        this.texts = List.copyOf(texts);
    }

    /** The twelve published prompts for videos, such as "A footage of a {}." */
    public static Templates alproVideo() {
        return new Templates("Templates.alproVideo()", PromptTemplates.video());
    }

    /** The twelve published prompts for images, such as "A photo of a {}." */
    public static Templates alproImage() {
        return new Templates("Templates.alproImage()", PromptTemplates.image());
    }

    /** Own sentences, at least one, each with {@code {}}. */
    public static Templates of(String... texts) {
        for (String text : texts) {
            if (!text.contains("{}")) {
                throw new AdviceException(
                        "C27",
                        "The template “%s” has no {} for the entity.".formatted(text),
                        "Templates.of(\"A video of a {}.\")");
            }
        }
        if (texts.length == 0) {
            throw new AdviceException(
                    "C27", "No template is given.", "Templates.of(\"A video of a {}.\")");
        }
        return new Templates("Templates.of(" + Code.of(List.of(texts)) + ")", List.of(texts));
    }

    /** The sentences in order. */
    public List<String> texts() {
        return texts;
    }

    @Override
    public Showing show() {
        return Showing.plain(String.join("\n", texts));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Templates that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
