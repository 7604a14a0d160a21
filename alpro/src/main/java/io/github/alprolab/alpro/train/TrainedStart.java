package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.answering.AnswerHead;
import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.trained.TrainedModel;
import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** The weights of a trained model, with rows for word pieces that are new to it. */
record TrainedStart(
        TrainedModel model,
        Vocabulary known,
        AlproConfig shape,
        PositionRule positions,
        String digest)
        implements Start {

    static TrainedStart of(TrainedModel model, AlproConfig shape, PositionRule positions)
            throws IOException {
        Digest digest = Digest.sha256();
        try (InputStream in = Files.newInputStream(model.file())) {
            in.transferTo(digest.through(OutputStream.nullOutputStream()));
        }
        return new TrainedStart(model, model.vocabulary(), shape, positions, digest.hex());
    }

    @Override
    public Vocabulary vocabulary(List<String> texts, Tokenizer tokenizer) {
        return known.and(Vocabulary.covering(texts, tokenizer));
    }

    @Override
    public AlproConfig sizes(Vocabulary words) {
        return shape.text(shape.text().vocabulary(words.size()));
    }

    @Override
    public Optional<LoadReport> fill(StateDict state, LoadRules rules) throws IOException {
        TensorSource grown =
                sink ->
                        model.tensors()
                                .read(tensor -> sink.accept(NewWords.added(tensor, known, state)));
        return Optional.of(StateDictFile.load(grown, state, rules.positions(positions)));
    }

    @Override
    public AnswerHead answerHead(List<String> answers) throws IOException {
        return AnswerHead.of(model, answers);
    }

    @Override
    public List<String> entities() {
        return model.manifest().entities();
    }

    @Override
    public boolean random() {
        return false;
    }

    @Override
    public String identity() {
        return " from " + digest;
    }
}
