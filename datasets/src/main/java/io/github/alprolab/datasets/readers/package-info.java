/**
 * Annotation files of real data sets. {@link io.github.alprolab.datasets.readers.CaptionFiles} and
 * {@link io.github.alprolab.datasets.readers.QuestionFiles} read them as streams, {@link
 * io.github.alprolab.datasets.readers.AnnotatedVideos} joins captions with a folder of videos.
 *
 * <p>A row is counted from 1: the line of a csv (its header included) or jsonl file, the element of
 * a json list. Depends on Jackson, Commons CSV and Tablesaw.
 *
 * <p>Uses {@code datasets}, {@code archive}, {@code file}, {@code text} and {@code video}.
 */
package io.github.alprolab.datasets.readers;
