/**
 * What is looked at before any compute is spent. Entry type: {@link
 * io.github.alprolab.dsl.check.Report}; {@link io.github.alprolab.dsl.check.CheckCode} declares
 * every check, and the wording of all findings is in {@link io.github.alprolab.dsl.check.Checks},
 * {@link io.github.alprolab.dsl.check.DataChecks} and {@link
 * io.github.alprolab.dsl.check.LookChecks}. Touches no files and no devices; depends on {@code
 * show} and {@code alpro.config}.
 */
package io.github.alprolab.dsl.check;
