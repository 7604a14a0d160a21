package io.github.alprolab.dsl.check;

import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.Optional;

/** The checks of models, losses, trainers and checkpoints: pure functions of plain values. */
public final class Checks {
    private static final int FEW = 3;

    /** How far from chance a loss may begin, a share. */
    private static final double NEAR = 0.2;

    private Checks() {}

    /** C01: every objective has what it needs; what is missing the objectives say themselves. */
    public static Finding objectives(List<String> names) {
        return Finding.fine("C01", "Nothing is missing for " + String.join(", ", names) + ".");
    }

    /** C01: something that an objective needs is missing. */
    public static Finding objective(String missing, String fix) {
        return Finding.fault("C01", missing, fix);
    }

    /** C02: a prompter chooses among entities. */
    public static Finding entities(int count) {
        return count == 0
                ? Finding.fault(
                        "C02",
                        "The prompter has 0 entities.",
                        ".entities(Entities.nouns(pairs).top(1000))")
                : Finding.fine("C02", "The prompter knows " + count + " entities.");
    }

    /** C03: the prompter must read the frames that the student reads. */
    public static Finding prompterFits(int trainedSize, int size, int trainedPatch, int patch) {
        if (trainedSize != size) {
            return Finding.fault(
                    "C03",
                    "The prompter was trained on frames of %d pixels, these pairs have %d."
                            .formatted(trainedSize, size),
                    "pairs.size("
                            + trainedSize
                            + "), or train the prompter on pairs.size("
                            + size
                            + ")");
        }
        return trainedPatch == patch
                ? Finding.fine("C03", "Prompter and student read the same frames and patches.")
                : Finding.fault(
                        "C03",
                        "The prompter has patches of %d pixels, these encoders of %d."
                                .formatted(trainedPatch, patch),
                        "encoders.video(v -> v.patch(" + trainedPatch + "))");
    }

    /**
     * C29: the encoders have the sizes of the BERT that they start as.
     *
     * @param wanted its sizes in words
     */
    public static Finding bertSizes(boolean fits, String wanted) {
        return fits
                ? Finding.fine("C29", "The encoders have the sizes of the BERT they start as.")
                : Finding.fault(
                        "C29",
                        "The BERT has " + wanted + "; these encoders have others.",
                        "Encoders.base().text(Bert.pretrained())");
    }

    /** C29: the file of a BERT cannot be used. */
    public static Finding bertFile(String reason, String fix) {
        return Finding.fault("C29", reason, fix);
    }

    /** C04: frames are cut into whole patches. */
    public static Finding sizeInPatches(int size, int patch) {
        if (size % patch == 0) {
            return Finding.fine(
                    "C04",
                    "Frames of %d pixels are %d x %d patches of %d."
                            .formatted(size, size / patch, size / patch, patch));
        }
        int below = size / patch * patch;
        String fix = below > 0 ? ".size(" + below + ") or " : "";
        return Finding.fault(
                "C04",
                "size %d is not a multiple of patch %d.".formatted(size, patch),
                fix + ".size(" + (below + patch) + ")");
    }

    /** C05: heads share the width evenly. */
    public static Finding widthInHeads(String part, int width, int heads) {
        long nearest = Math.max(1, Math.round((double) width / heads)) * heads;
        return width % heads == 0
                ? Finding.fine(
                        "C05",
                        "%s width %d / %d heads = %d.".formatted(part, width, heads, width / heads))
                : Finding.fault(
                        "C05",
                        "%s width %d cannot be shared by %d heads.".formatted(part, width, heads),
                        "encoders.width(" + nearest + ")");
    }

    /** C06: other pairs of the batch are the negatives; the data must fill a batch. */
    public static Finding batch(int batch, int pairs) {
        if (batch < 2) {
            return Finding.fault("C06", "A batch of 1 has no negatives.", "Use .batch(8) or more");
        }
        return pairs >= batch
                ? Finding.fine("C06", "Each clip is compared with %d others.".formatted(batch - 1))
                : Finding.fault(
                        "C06",
                        "A batch of %d is asked for and TRAIN has %d pairs."
                                .formatted(batch, pairs),
                        pairs >= 2 ? ".batch(" + pairs + ")" : "pairs with at least 2 TRAIN clips");
    }

    /** C07: accumulated batches must be there, and bring no negatives. */
    public static Finding accumulation(int batch, int accumulate, int pairs) {
        return pairs >= (long) batch * accumulate
                ? Finding.note(
                        "C07",
                        "accumulate(%d) does not enlarge the set of negatives: still %d."
                                .formatted(accumulate, batch - 1))
                : Finding.fault(
                        "C07",
                        "An update of %d times %d clips is asked for and TRAIN has %d pairs."
                                .formatted(accumulate, batch, pairs),
                        ".accumulate(" + Math.max(1, pairs / batch) + ")");
    }

    /** C43: a batch that is computed in parts falls into equal ones. */
    public static Finding chunks(int batch, int chunks) {
        if (batch % chunks == 0) {
            return Finding.fine(
                    "C43",
                    "Memory is that of %d clips; each is compared with %d others."
                            .formatted(batch / chunks, batch - 1));
        }
        int fewer = Math.min(chunks, batch);
        while (batch % fewer != 0) {
            fewer--;
        }
        return Finding.fault(
                "C43",
                "A batch of %d clips does not fall into %d equal chunks.".formatted(batch, chunks),
                ".chunks(%d), or .batch(%d)"
                        .formatted(fewer, (batch + chunks - 1) / chunks * chunks));
    }

    /** C45: several devices share a batch evenly. */
    public static Finding devices(int batch, int chunks, int devices) {
        int parts = chunks * devices;
        if (batch % parts != 0) {
            return Finding.fault(
                    "C45",
                    "A batch of %d clips does not fall into %d equal chunks on each of %d devices."
                            .formatted(batch, chunks, devices),
                    ".batch(%d)".formatted((batch + parts - 1) / parts * parts));
        }
        return Finding.note(
                "C45",
                "%d devices take %d clips of a batch each, compared with all %d others; validation and what comes after is on the first."
                        .formatted(devices, batch / devices, batch - 1));
    }

    /** C43: objectives that may look at the whole batch. */
    public static Finding keptWhole(List<String> objectives, int batch) {
        return Finding.note(
                "C43",
                "%s may look at the whole batch: what %s by itself is kept for all %d clips."
                        .formatted(
                                "“" + String.join("”, “", objectives) + "”",
                                objectives.size() == 1 ? "it computes" : "they compute",
                                batch));
    }

    /**
     * C14: the checkpoint has the tensors of the model.
     *
     * @param misfit what is wrong with them; empty where all fit
     */
    public static Finding checkpoint(String kind, int epoch, Optional<String> misfit) {
        return misfit.map(
                        m ->
                                Finding.fault(
                                        "C14",
                                        m,
                                        ".from(…) of a run, such as run.best(), or of published"
                                                + " weights for retrieval"))
                .orElseGet(
                        () ->
                                Finding.fine(
                                        "C14",
                                        "The checkpoint has every tensor of the model: %s after %d epochs."
                                                .formatted(kind, epoch)));
    }

    /**
     * C44: the weights that a training begins with have the sizes of its encoders.
     *
     * @param differences such as “width 256, not 128”; none where all are equal
     */
    public static Finding start(String kind, int epoch, List<String> differences) {
        return differences.isEmpty()
                ? Finding.fine(
                        "C44",
                        "It begins with the weights of a %s, epoch %d.".formatted(kind, epoch))
                : Finding.fault(
                        "C44",
                        "The weights to begin with have other sizes than the encoders: %s."
                                .formatted(String.join(", ", differences)),
                        ".encoders(…) with these sizes, or .from(…) of a run with yours");
    }

    /** C15: another number of frames stretches the positions in time. */
    public static Finding framesOfCheckpoint(int trained, int frames) {
        return trained == frames
                ? Finding.fine("C15", "%d frames, as in training.".formatted(frames))
                : Finding.note(
                        "C15",
                        "Temporal positions %d → %d will be interpolated (nearest), as in the reference."
                                .formatted(trained, frames));
    }

    /** C16: frames of another size than in training move the positions in space. */
    public static Finding sizeOfCheckpoint(int trained, int size, int patch) {
        if (trained == size) {
            return Finding.fine("C16", "%d pixels, as in training.".formatted(size));
        }
        if (size % patch != 0) {
            return Finding.fault(
                    "C16",
                    "The checkpoint was trained on frames of %d pixels in patches of %d, these pairs have %d."
                            .formatted(trained, patch, size),
                    ".size(" + trained + ")");
        }
        return Finding.warning(
                "C16",
                "Spatial positions %1$d x %1$d → %2$d x %2$d are resized (nearest): places were learned for frames of %3$d pixels."
                        .formatted(trained / patch, size / patch, trained),
                ".size(" + trained + ")");
    }

    /**
     * C17: a GPU is there when one is asked for.
     *
     * @param refusal why it cannot be computed on
     * @param what is taken, where there is more to say than its name
     */
    public static Finding device(String asked, Optional<String> refusal, String what) {
        return refusal.map(
                        why ->
                                Finding.fault(
                                        "C17",
                                        "%s is asked for, but %s.".formatted(asked, why),
                                        ".device(Device.auto()), or ./lab --cuda on a machine with"
                                                + " a GPU"))
                .orElseGet(() -> Finding.fine("C17", asked + " is available" + what + "."));
    }

    /** C24: the name stands for one configuration, or for several. */
    public static Finding name(String name, List<String> differences) {
        return differences.isEmpty()
                ? Finding.fine(
                        "C24", "The name “%s” stands for these settings alone.".formatted(name))
                : Finding.note(
                        "C24",
                        "The name “%s” has runs with other settings; the newest differs in: %s"
                                .formatted(name, String.join("; ", differences)));
    }

    /**
     * C21: room for the checkpoints that will be written.
     *
     * @param needed bytes of all checkpoints of a run, at most
     * @param held bytes of them that lie there already
     * @param free bytes that may still be written
     */
    public static Finding disk(long needed, long held, long free) {
        long missing = Math.max(0, needed - held);
        String there = held == 0 ? "" : ", of which %s lie there".formatted(Numbers.bytes(held));
        return missing <= free
                ? Finding.fine(
                        "C21",
                        "The checkpoints take %s%s, %s are free."
                                .formatted(Numbers.bytes(needed), there, Numbers.bytes(free)))
                : Finding.fault(
                        "C21",
                        "Checkpoints need %s%s, %s are free."
                                .formatted(Numbers.bytes(needed), there, Numbers.bytes(free)),
                        "Free some disk, or set ALPROLAB_RUNS to a folder on another one");
    }

    /**
     * C19: room in memory.
     *
     * @param source “rough”, or what measured it
     * @param fix what fits, or that nothing does
     */
    public static Finding memory(double needed, double available, String source, String fix) {
        String text =
                "Needs ≈ %s (%s), %s are there."
                        .formatted(Numbers.bytes(needed), source, Numbers.bytes(available));
        return needed <= available ? Finding.fine("C19", text) : Finding.warning("C19", text, fix);
    }

    /**
     * C20: time where a place limits it.
     *
     * @param seconds of the training
     * @param cores that it keeps busy
     * @param hours of one processor that the place allows
     * @param pairs for training
     */
    public static Finding time(double seconds, int cores, String place, double hours, int pairs) {
        double share = hours * 3600 / (seconds * cores);
        String text =
                "Takes ≈ %s on %d cores; %s allows about %s of one processor."
                        .formatted(
                                Numbers.duration(seconds),
                                cores,
                                place,
                                Numbers.duration(hours * 3600));
        return share >= 1
                ? Finding.fine("C20", text)
                : Finding.warning(
                        "C20",
                        text,
                        "pairs.limit(%d), or a machine of your own"
                                .formatted((int) Math.max(2, pairs * share)));
    }

    /** C23: which entities are more than a word to the prompter, and which it does not know. */
    public static Finding entityPieces(List<String> unknown, List<String> split) {
        if (!unknown.isEmpty()) {
            return Finding.warning(
                    "C23",
                    "%s word pieces that the prompter has not seen in training: %s."
                            .formatted(
                                    unknown.size() == 1
                                            ? "An entity has"
                                            : unknown.size() + " entities have",
                                    few(unknown)),
                    ".entities(Entities.nouns(pairs).top(1000)) with the prompter's own pairs");
        }
        return split.isEmpty()
                ? Finding.fine("C23", "Every entity is made of whole words of the prompter's.")
                : Finding.note(
                        "C23",
                        "%s several word pieces, which is allowed: %s."
                                .formatted(
                                        split.size() == 1
                                                ? "An entity becomes"
                                                : split.size() + " entities become",
                                        few(split)));
    }

    private static String few(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(FEW, names.size())));
        return names.size() > FEW ? first + ", …" : first;
    }

    /** C28: whether the same training gives the same numbers once more. */
    public static Finding repeats(boolean gpu, int threads) {
        return gpu
                ? Finding.note(
                        "C28",
                        "On a GPU the same training gives slightly other numbers each time, because sums are added up in another order.")
                : Finding.fine(
                        "C28",
                        "Numbers repeat exactly on processors of this kind with %d threads of the engine."
                                .formatted(threads));
    }

    /**
     * C41: the first loss of an objective beside what a model reaches that knows nothing.
     *
     * @param untrained whether all weights began at random
     */
    public static Finding start(
            String title, double loss, double chance, String label, boolean untrained) {
        double off = loss / chance - 1;
        String text =
                "%s begins at %s; %s is %s (%s)"
                        .formatted(
                                title,
                                Numbers.decimals(loss, 3),
                                label,
                                Numbers.decimals(chance, 3),
                                (off < 0 ? "−" : "+") + Numbers.percent(Math.abs(off)));
        if (Math.abs(off) <= NEAR) {
            return Finding.fine("C41", text + ".");
        }
        if (!untrained && off < 0) {
            return Finding.fine("C41", text + ": the weights it begins with know something.");
        }
        if (off > 1) {
            return Finding.warning(
                    "C41",
                    text + ": confident wrong answers of a model that has not learned.",
                    "Look at the temperature and at where the first weights come from");
        }
        return off < -0.5
                ? Finding.warning(
                        "C41",
                        text + ": it knows what it has not learned.",
                        "Look for an answer that leaks into what is asked, such as equal captions")
                : Finding.note("C41", text + ", as far off as first weights at random may be.");
    }

    /** C41: PEM where no crop of the first update counted, so that its loss is 0 by definition. */
    public static Finding unsure(String title) {
        return Finding.note(
                "C41",
                title
                        + " could not be tried: the prompter was too unsure of every crop of update 1, and such crops teach nothing.");
    }

    /** C42: a part of the model and its gradient. */
    public static Finding gradient(String part, double norm) {
        if (!Double.isFinite(norm)) {
            return Finding.warning(
                    "C42",
                    "The gradient of the %s is no number.".formatted(part),
                    ".learningRate(…) does not help at the first step; look for empty clips and texts");
        }
        return norm > 0
                ? Finding.fine(
                        "C42",
                        "The %s gets a gradient of length %s."
                                .formatted(part, Numbers.scientific(norm)))
                : Finding.note(
                        "C42",
                        "No gradient reaches the %s: no objective here reads it.".formatted(part));
    }
}
