package io.github.alprolab.datasets.sprites;

import java.util.List;

/**
 * A question that could be asked.
 *
 * @param text begins with the word of its type, ends with a question mark
 * @param answer one word
 * @param distractors wrong answers
 */
record Candidate(String text, String answer, List<String> distractors) {}
