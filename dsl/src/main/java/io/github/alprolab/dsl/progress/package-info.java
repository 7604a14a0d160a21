/**
 * Live news of long work. Entry type: {@link io.github.alprolab.dsl.progress.ProgressSink}: the
 * console's, or one that a front-end offers through {@link
 * io.github.alprolab.dsl.progress.FrontEnd}. Depends on {@code show} and {@code figure}.
 */
package io.github.alprolab.dsl.progress;
