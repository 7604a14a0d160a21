/**
 * Clips and texts in order: measured, kept, looked at and searched. Entry types: {@link
 * io.github.alprolab.dsl.ranking.Measurement} says what is ranked, {@link
 * io.github.alprolab.dsl.ranking.RetrievalWork} does it, {@link
 * io.github.alprolab.dsl.ranking.Scores} is what comes out.
 */
package io.github.alprolab.dsl.ranking;
