package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.augmentation.Augmentation;
import java.util.Optional;

/** How clips are looked at, whatever belongs to them: captions in Pairs, questions in Questions. */
final class ClipSettings {
    private ClipSettings() {}

    static Setting<Integer> frames(int standard, String published) {
        return Setting.count("frames", standard, 1)
                .says("T, frames of a clip; the paper " + published, "paper 4.1");
    }

    static Setting<Integer> size() {
        return Setting.count("size", 64, 1)
                .in("pixels")
                .says("height and width of a frame, a multiple of the patch", "");
    }

    static Setting<FrameSampling> sampling(FrameSampling standard) {
        return Setting.of(
                        "sampling",
                        standard,
                        new Allowed<>(
                                "a rule of FrameSampling, your own as"
                                        + " FrameSampling.named(\"mine\", rule):"
                                        + " runs of rules without a name cannot be"
                                        + " told apart",
                                FrameSampling::isNamed),
                        FrameSampling::toString,
                        FrameSampling::name)
                .reads(FrameSampling::name)
                .says(
                        "which frames a training clip shows; evaluation samples evenly",
                        "published code");
    }

    static Setting<Augmentation> augment() {
        return Setting.of(
                        "augment",
                        Augmentation.none(),
                        Allowed.<Augmentation>any(
                                "one of Augmentation, your own as"
                                        + " Augmentation.named(\"mine\", change)"),
                        Augmentation::toString,
                        Augmentation::name)
                .reads(Augmentation::name)
                .identity(Identity.WHERE_CHANGED)
                .says(
                        "how training clips are changed at random; evaluation changes nothing",
                        "published code");
    }

    static Setting<Integer> words(int standard) {
        return Setting.count("words", standard, 3)
                .in("word pieces")
                .says("longest text, start and end included", "published code");
    }

    static Setting<Optional<Split>> only() {
        return Setting.optional(Setting.choice("only", Split.TRAIN), "all")
                .says("the one split that is left", "");
    }

    /** Of pairs or questions. */
    static Setting<Optional<Integer>> limit(String what) {
        return Setting.optional(Setting.count("limit", 1, 1), "none")
                .in(what)
                .says("most " + what + " of each split, the first ones", "");
    }

    static Setting<UnreadableClips> unreadable() {
        return Setting.choice("unreadable", UnreadableClips.FAIL)
                .identity(Identity.WHERE_CHANGED)
                .says("what is done about clips that cannot be read", "");
    }

    static Setting<Optional<Double>> cacheOnDisk() {
        return Setting.optional(Setting.number("cacheOnDisk", 20, Allowed.above(0)), "none")
                .in("GiB")
                .identity(Identity.NEVER)
                .says("most decoded frames that are kept for other sessions", "");
    }
}
