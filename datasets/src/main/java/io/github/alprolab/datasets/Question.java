package io.github.alprolab.datasets;

/**
 * A question about a video: every question file becomes rows of this shape.
 *
 * @param id unique within its file
 * @param video name of the video as the annotations spell it
 * @param text the question
 * @param answer the right answer
 * @param type what is asked for
 */
public record Question(String id, String video, String text, String answer, QuestionType type) {}
