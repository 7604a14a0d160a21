/**
 * A model's answers to questions: given, kept in a run, counted beside what needs no model, and
 * turned into figures. Entry types: {@link io.github.alprolab.dsl.answer.AnsweringWork}, {@link
 * io.github.alprolab.dsl.answer.GivenAnswers}. Uses {@code check}, {@code data}, {@code figure},
 * {@code progress}, {@code record}, {@code run}, {@code show}, {@code table}, {@code
 * alpro.answering}, {@code alpro.checkpoint}, {@code alpro.config}, {@code alpro.model}, {@code
 * alpro.objective}, {@code alpro.retrieval}, {@code datasets}, {@code datasets.cache} and {@code
 * datasets.readers}.
 */
package io.github.alprolab.dsl.answer;
