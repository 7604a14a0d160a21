package io.github.alprolab.datasets.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.tokenize.SimpleTokenizer;

/** Tags the words of English sentences with OpenNLP's part-of-speech model. Not thread-safe. */
public final class SentenceTagger {
    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.2-2.5.0.bin";

    private final POSTaggerME tagger;

    /** A tagger; the model is read once per process. */
    public SentenceTagger() {
        tagger = new POSTaggerME(English.MODEL);
    }

    /** The words and punctuation marks of a sentence in order. */
    public List<TaggedWord> tag(String sentence) {
        String[] words = SimpleTokenizer.INSTANCE.tokenize(sentence.toLowerCase(Locale.ROOT));
        String[] tags = tagger.tag(words);
        return IntStream.range(0, words.length)
                .mapToObj(i -> new TaggedWord(words[i], tags[i]))
                .toList();
    }

    private static POSModel load() {
        try (InputStream in = SentenceTagger.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the English part-of-speech model is not on the class path: add"
                                + " org.apache.opennlp:opennlp-models-pos-en");
            }
            return new POSModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the part-of-speech model cannot be read", e);
        }
    }

    private static final class English {
        private static final POSModel MODEL = load();
    }
}
