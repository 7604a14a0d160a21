/**
 * The course: exercises that check themselves, and those of its six units. Entry types: {@link
 * io.github.alprolab.dsl.course.Exercise} and {@link io.github.alprolab.dsl.course.Course}. Uses
 * {@code check}, {@code crop}, {@code record}, {@code show}, {@code table}, {@code training},
 * {@code alpro.objective}, {@code alpro.retrieval}, {@code alpro.train}, {@code datasets}, {@code
 * datasets.file}, {@code datasets.gallery} and {@code dsl}.
 */
package io.github.alprolab.dsl.course;
