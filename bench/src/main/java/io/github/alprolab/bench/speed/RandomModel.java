package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.answering.AnswerHead;
import io.github.alprolab.alpro.checkpoint.CheckpointFile;
import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.train.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model whose weights are random, with a vocabulary of words that are one piece. */
record RandomModel(AlproConfig config, Vocabulary vocabulary) implements Start {
    private static final double TEMPERATURE = 0.07;

    static RandomModel of(AlproConfig config) {
        return new RandomModel(config, vocabulary(config.text().vocabulary()));
    }

    /** The five special pieces and then words, or all pieces of BERT where it has as many. */
    private static Vocabulary vocabulary(int pieces) {
        Vocabulary all = Vocabulary.bertUncased();
        if (pieces == all.size()) {
            return all;
        }
        List<String> some =
                new ArrayList<>(
                        List.of(
                                Vocabulary.PADDING,
                                Vocabulary.UNKNOWN,
                                Vocabulary.START,
                                Vocabulary.END,
                                Vocabulary.MASK));
        some.addAll(words(all).subList(0, pieces - some.size()));
        return Vocabulary.of(some);
    }

    private static List<String> words(Vocabulary of) {
        return of.pieces().stream().filter(piece -> piece.matches("[a-z]{2,}")).toList();
    }

    /** Its whole words, each of which is one piece. */
    List<String> words() {
        return words(vocabulary);
    }

    @Override
    public Vocabulary vocabulary(List<String> texts, Tokenizer tokenizer) {
        return vocabulary;
    }

    @Override
    public AlproConfig sizes(Vocabulary words) {
        return config;
    }

    @Override
    public Optional<LoadReport> fill(StateDict state, LoadRules rules) {
        return Optional.empty();
    }

    @Override
    public AnswerHead answerHead(List<String> answers) {
        return AnswerHead.fresh(answers);
    }

    @Override
    public boolean random() {
        return true;
    }

    @Override
    public String identity() {
        return "";
    }

    /** Makes the model on a device. */
    AlproModel on(Compute compute) {
        StateDict state = new StateDict(compute, new RandomStreams(1));
        return new AlproModel(state.root(), config, TEMPERATURE);
    }

    /** Writes it as the checkpoint of a prompter, and returns the file. */
    Path write(Path folder) throws IOException {
        Path file = folder.resolve("random.alpro");
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(1));
            new AlproModel(state.root(), config, TEMPERATURE);
            CheckpointFile.write(
                    file, manifest(), Map.of(CheckpointFile.MODEL, StateDictFile.stored(state)));
        }
        return file;
    }

    private CheckpointManifest manifest() {
        return new CheckpointManifest(
                CheckpointManifest.FORMAT,
                "pretraining",
                config,
                vocabulary.pieces(),
                List.of(),
                0,
                0,
                Map.of());
    }
}
