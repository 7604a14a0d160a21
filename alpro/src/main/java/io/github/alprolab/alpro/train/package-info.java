/**
 * Training: one loop for the prompter, for pre-training and for fine-tuning on retrieval and on
 * questions, with checkpoints, exact resume and a listener. Entry types: {@link
 * io.github.alprolab.alpro.train.PrompterTrainer}, {@link
 * io.github.alprolab.alpro.train.Pretrainer}, {@link
 * io.github.alprolab.alpro.train.RetrievalTrainer}, {@link
 * io.github.alprolab.alpro.train.AnsweringTrainer}. Uses {@code answering}, {@code bert}, {@code
 * checkpoint}, {@code config}, {@code data}, {@code datasets}, {@code datasets.augmentation},
 * {@code datasets.cache}, {@code datasets.file}, {@code datasets.readers}, {@code datasets.survey},
 * {@code loss}, {@code model}, {@code nn}, {@code objective}, {@code optim}, {@code prompter},
 * {@code random}, {@code retrieval}, {@code setting}, {@code tensor}, {@code text} and {@code
 * trained}.
 */
package io.github.alprolab.alpro.train;
