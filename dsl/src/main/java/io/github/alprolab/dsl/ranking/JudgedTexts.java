package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.EncodedClipFiles;
import io.github.alprolab.dsl.shard.ShardModel;
import io.github.alprolab.dsl.shard.ShardWorker;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/**
 * Texts of one length, judged by VTM with their clips into a file.
 *
 * @param model that judges
 * @param texts file of their tokens
 * @param clips files of the clips
 * @param wanted for each text the places of its clips
 * @param place of the file
 * @param origin of what and by what it is made
 */
record JudgedTexts(
        ShardModel model,
        String texts,
        List<String> clips,
        List<BitSet> wanted,
        String place,
        int number,
        String origin)
        implements ScoredShard {
    /** Keeps them in lists that can be sent. */
    JudgedTexts {
        clips = List.copyOf(clips);
        wanted = List.copyOf(wanted);
    }

    @Override
    public int items() {
        return wanted.size();
    }

    @Override
    public JudgedTexts modelAt(String elsewhere) {
        return new JudgedTexts(model.at(elsewhere), texts, clips, wanted, place, number, origin);
    }

    @Override
    public void write() {
        EncodedClipFiles encoded = new EncodedClipFiles(clips.stream().map(Path::of).toList());
        BitSet[] of = wanted.toArray(BitSet[]::new);
        ShardWorker.ask(
                model,
                opened -> {
                    ShardFiles.handle(
                            file(),
                            () -> opened.judge(Path.of(texts), encoded, of, file(), origin));
                    return null;
                });
    }
}
