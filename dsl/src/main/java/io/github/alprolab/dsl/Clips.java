package io.github.alprolab.dsl;

import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.StripSheet;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A few clips to look at. */
public final class Clips implements Shown, Iterable<Clip> {
    private static final int EPOCHS = 3;

    private final List<Clip> clips;

    Clips(List<Clip> clips) {
        this.clips = List.copyOf(clips);
    }

    /** The clip at a place from 0. */
    public Clip get(int index) {
        return clips.get(index);
    }

    /** How many there are. */
    public int size() {
        return clips.size();
    }

    /** All of them in order. */
    public List<Clip> list() {
        return clips;
    }

    /** Their filmstrips with captions. */
    public Figure strips() {
        return Figure.of(
                new StripSheet(
                        "",
                        clips.stream().map(c -> c.strip(Verdict.OPEN, Optional.empty())).toList()));
    }

    /**
     * Each of them as it is and as the first three epochs of a training of seed 42 change it, at
     * evenly sampled frames.
     *
     * @throws AdviceException where the pairs are not augmented
     */
    public Figure augmented() {
        Augmentation changes = clips.isEmpty() ? Augmentation.none() : clips.get(0).augmentation();
        if (changes.isNone()) {
            throw new AdviceException(
                    "C32",
                    "These clips are not augmented.",
                    "pairs.augment(Augmentation.effective()).sample(4).augmented()");
        }
        return Figure.of(
                new StripSheet(
                        "Augmentation: " + changes.name(),
                        clips.stream().flatMap(c -> c.augmentedStrips(EPOCHS)).toList()));
    }

    @Override
    public Iterator<Clip> iterator() {
        return clips.iterator();
    }

    @Override
    public Showing show() {
        return strips().show();
    }

    @Override
    public String toString() {
        return clips.stream().map(Clip::toString).collect(Collectors.joining("\n"));
    }
}
