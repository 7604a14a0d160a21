package io.github.alprolab.alpro.model;

/** Which prompts describe a batch: it holds videos or still images, never both. */
public enum PromptKind {
    /** "A video of a dog." */
    VIDEO,
    /** "A photo of a dog." */
    IMAGE
}
