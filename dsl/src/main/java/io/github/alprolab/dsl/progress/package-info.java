/**
 * Live news of long work. Entry type: {@link io.github.alprolab.dsl.progress.ProgressSink}: the
 * console's, or one that a front-end offers through {@link
 * io.github.alprolab.dsl.progress.FrontEnd}. Uses {@code figure}, {@code show} and {@code
 * datasets.gallery}.
 */
package io.github.alprolab.dsl.progress;
