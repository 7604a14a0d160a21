/**
 * What notebooks see. Nouns are immutable values: {@code x()} reads, {@code x(v)} gives a changed
 * copy. An {@link io.github.alprolab.dsl.Experiment} has the verbs {@code check()}, {@code run()}
 * and {@code again()}, and where something is trained {@code smoke()}; its runs answer with figures
 * and tables.
 *
 * <pre>{@code
 * var pairs = Pairs.of(Datasets.movingSprites()).frames(4).size(64);
 * var teacher = Experiment.prompter("sprites-prompter")
 *         .pairs(pairs).encoders(Encoders.tiny())
 *         .trainer(Trainer.adamW(1e-3).epochs(7).batch(64)).run();
 * var prompter = Prompter.from(teacher.best())
 *         .entities(Entities.nouns(pairs.only(Split.TRAIN)).top(150));
 * var run = Experiment.pretraining("sprites-tiny")
 *         .pairs(pairs).encoders(Encoders.tiny()).prompter(prompter)
 *         .trainer(Trainer.adamW(1e-3).epochs(16).batch(64)).run();
 * run.curves(Metric.VTC_LOSS, Metric.VTM_LOSS);
 * Experiment.retrieval("sprites-zero-shot")
 *         .pairs(pairs.only(Split.TEST)).from(run.best()).run().metrics();
 * }</pre>
 *
 * <p>Entry types: {@link io.github.alprolab.dsl.Experiment}, {@link io.github.alprolab.dsl.Pairs}.
 * Uses {@code answer}, {@code check}, {@code comparison}, {@code crop}, {@code data}, {@code
 * embedding}, {@code figure}, {@code inside}, {@code listening}, {@code probe}, {@code progress},
 * {@code ranking}, {@code reading}, {@code record}, {@code run}, {@code shard}, {@code show},
 * {@code table}, {@code training}, {@code alpro.answering}, {@code alpro.bert}, {@code
 * alpro.checkpoint}, {@code alpro.config}, {@code alpro.data}, {@code alpro.inside}, {@code
 * alpro.objective}, {@code alpro.prompter}, {@code alpro.random}, {@code alpro.retrieval}, {@code
 * alpro.setting}, {@code alpro.tensor}, {@code alpro.text}, {@code alpro.train}, {@code
 * alpro.trained}, {@code datasets}, {@code datasets.augmentation}, {@code datasets.cache}, {@code
 * datasets.catalogue}, {@code datasets.file}, {@code datasets.parquet}, {@code datasets.readers},
 * {@code datasets.sprites}, {@code datasets.survey}, {@code datasets.text} and {@code
 * datasets.video}.
 */
package io.github.alprolab.dsl;
