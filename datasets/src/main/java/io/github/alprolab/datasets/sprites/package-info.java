/**
 * The moving-sprites corpus: the script behind every clip, and what follows from it: pictures,
 * captions, boxes and questions.
 *
 * <p>Start at {@link io.github.alprolab.datasets.sprites.MovingSprites}. Each of its clips is a
 * {@link io.github.alprolab.datasets.sprites.SpriteScript}; {@link
 * io.github.alprolab.datasets.sprites.ScriptWriter} draws scripts from a seed by a {@link
 * io.github.alprolab.datasets.sprites.SpriteRecipe}; {@link
 * io.github.alprolab.datasets.sprites.QuestionWriter} asks about them. Everything here is plain
 * integer and IEEE arithmetic, so that every machine gets the same corpus.
 *
 * <p>Uses {@code datasets}, {@code augmentation}, {@code cache}, {@code file} and {@code video}.
 */
package io.github.alprolab.datasets.sprites;
