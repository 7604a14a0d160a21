package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.bert.PretrainedBert;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the text side of a model begins: at random over the words of the data, or as a BERT. */
record TextStart(Optional<PretrainedBert> bert) {

    /** From the file of a BERT, or at random without one. */
    static TextStart of(Optional<Path> file) throws IOException {
        return new TextStart(
                file.isPresent() ? Optional.of(PretrainedBert.open(file.get())) : Optional.empty());
    }

    /** All of BERT's pieces, or those that the captions and {@code more} texts need. */
    Vocabulary vocabulary(TrainingData data, Tokenizer tokenizer, List<String> more) {
        return bert.isPresent()
                ? bert.get().vocabulary()
                : Pretrainer.vocabulary(data, tokenizer, more);
    }

    /** Puts BERT's weights into a new model. */
    void fill(StateDict state) throws IOException {
        if (bert.isPresent()) {
            bert.get().fill(state);
        }
    }
}
