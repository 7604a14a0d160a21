package io.github.alprolab.dsl.crop;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.prompter.CropSampler;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.ShareBox;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A clip with a random box.
 *
 * @param clip the clip
 * @param frames its sampled frames
 * @param box on the lattice of patches
 * @param area the same in shares of the frame
 */
record CroppedClip(Shot clip, Frames frames, CropBox box, ShareBox area) {

    /** Draws one box a clip, of the areas of the prompter's losses. */
    static List<CroppedClip> draw(Teacher prompter, List<Shot> clips, RandomGenerator random) {
        VideoConfig video = prompter.video();
        CropSampler boxes = prompter.pem().crops(video.imageSize(), video.patch());
        return clips.stream().map(clip -> of(clip, video, boxes.sample(random))).toList();
    }

    private static CroppedClip of(Shot clip, VideoConfig video, CropBox box) {
        return new CroppedClip(
                clip, frames(clip, video), box, KnownEntity.share(box, video.grid()));
    }

    /** Frames of the prompter's size. */
    static Frames frames(Shot clip, VideoConfig video) {
        Frames frames = clip.frames();
        if (frames.width() != video.imageSize()) {
            throw new AdviceException(
                    "C03",
                    "The prompter was trained on frames of %d pixels, these clips have %d."
                            .formatted(video.imageSize(), frames.width()),
                    "pairs.size(" + video.imageSize() + ")");
        }
        return frames;
    }

    /** The entity that clearly is in the box, where the data set knows. */
    Optional<KnownEntity> known() {
        return clip.pair().truth().flatMap(t -> KnownEntity.in(t, clip.indices(), area));
    }

    /** The frame that is shown alone. */
    int middle() {
        return frames.count() / 2;
    }
}
