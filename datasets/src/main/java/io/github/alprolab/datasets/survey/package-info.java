/**
 * What many clips are: asked on all processors, counted and told as tables.
 *
 * <p>Start at {@link io.github.alprolab.datasets.survey.ClipSurvey}.
 *
 * <p>Uses {@code datasets}.
 */
package io.github.alprolab.datasets.survey;
