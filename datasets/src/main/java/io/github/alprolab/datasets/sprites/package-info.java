/**
 * The script behind every clip of the moving-sprites corpus, and what follows from it: pictures,
 * captions, boxes and questions.
 *
 * <p>Start at {@link io.github.alprolab.datasets.sprites.SpriteScript}. {@link
 * io.github.alprolab.datasets.sprites.ScriptWriter} draws scripts from a seed by a {@link
 * io.github.alprolab.datasets.sprites.SpriteRecipe}; {@link
 * io.github.alprolab.datasets.sprites.QuestionWriter} asks about them. Everything here is plain
 * integer and IEEE arithmetic, so that every machine gets the same corpus.
 *
 * <p>May depend on the types of {@link io.github.alprolab.datasets}, on the question of its
 * readers, and on Commons Compress.
 */
package io.github.alprolab.datasets.sprites;
