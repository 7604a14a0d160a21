package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Vocabulary;

/**
 * What the model of a training is made of, once its data is known.
 *
 * @param compute where it lives
 * @param sizes with the number of its word pieces
 * @param words its word pieces
 * @param batches makes its batches
 * @param first of its first weights
 * @param start which trained weights it gets, in words; empty for others
 */
record ModelParts(
        Compute compute,
        AlproConfig sizes,
        Vocabulary words,
        BatchMaker batches,
        RandomStreams first,
        String start) {}
