/**
 * The course: exercises that check themselves, those of its six units, and those of the notebooks.
 * Entry types: {@link io.github.alprolab.dsl.course.Exercise}, {@link
 * io.github.alprolab.dsl.course.Course} and {@link io.github.alprolab.dsl.course.Predict}. Uses
 * {@code check}, {@code crop}, {@code record}, {@code show}, {@code table}, {@code training},
 * {@code alpro.objective}, {@code alpro.retrieval}, {@code alpro.train}, {@code datasets}, {@code
 * datasets.file}, {@code datasets.gallery} and {@code dsl}.
 */
package io.github.alprolab.dsl.course;
