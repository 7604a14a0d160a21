package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.answering.AnswerHead;
import io.github.alprolab.alpro.bert.PretrainedBert;
import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** At random over the words of the data, or with the text side of a BERT. */
record RandomStart(AlproConfig config, Optional<PretrainedBert> bert) implements Start {

    @Override
    public Vocabulary vocabulary(List<String> texts, Tokenizer tokenizer) {
        return bert.isPresent() ? bert.get().vocabulary() : Vocabulary.covering(texts, tokenizer);
    }

    @Override
    public AlproConfig sizes(Vocabulary words) {
        return config.text(config.text().vocabulary(words.size()));
    }

    @Override
    public Optional<LoadReport> fill(StateDict state, LoadRules rules) throws IOException {
        if (bert.isPresent()) {
            bert.get().fill(state);
        }
        return Optional.empty();
    }

    @Override
    public AnswerHead answerHead(List<String> answers) {
        return AnswerHead.fresh(answers);
    }

    @Override
    public boolean random() {
        return bert.isEmpty();
    }

    @Override
    public String identity() {
        return "";
    }
}
