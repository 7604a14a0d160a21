package io.github.alprolab.datasets.catalogue;

/**
 * What of a data set is on the disk.
 *
 * @param videos files of videos and pictures
 * @param annotations files of captions, questions and lists
 * @param archives archives that are still packed
 */
public record Found(long videos, long annotations, long archives) {
    /** Nothing at all. */
    static final Found NOTHING = new Found(0, 0, 0);

    /** One line for people. */
    @Override
    public String toString() {
        return equals(NOTHING)
                ? "nothing"
                : "%,d videos, %d annotation files, %d archives"
                        .formatted(videos, annotations, archives);
    }
}
