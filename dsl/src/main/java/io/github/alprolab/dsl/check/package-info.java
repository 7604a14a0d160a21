/**
 * What is looked at before any compute is spent. Entry type: {@link
 * io.github.alprolab.dsl.check.Report}; {@link io.github.alprolab.dsl.check.CheckCode} declares
 * every check, and the wording of all findings is in {@link io.github.alprolab.dsl.check.Checks},
 * {@link io.github.alprolab.dsl.check.DataChecks}, {@link io.github.alprolab.dsl.check.LookChecks}
 * and {@link io.github.alprolab.dsl.check.RankingChecks}. Touches no files and no devices. Uses
 * {@code show}, {@code alpro.checkpoint}, {@code alpro.config}, {@code alpro.objective}, {@code
 * alpro.setting}, {@code datasets}, {@code datasets.gallery} and {@code datasets.survey}.
 */
package io.github.alprolab.dsl.check;
