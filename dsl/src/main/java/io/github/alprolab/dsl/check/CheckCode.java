package io.github.alprolab.dsl.check;

import java.util.Arrays;

/**
 * Every check there is. A {@link Finding} or {@link AdviceException} of a code that is not declared
 * here cannot be made, and {@code docs/checks.md} is written from here. A number that is missing
 * belonged to a check that is gone; it is not given again.
 */
public enum CheckCode {
    C01(
            "the objectives have what they need",
            "one needs a prompter and none is set, or is known by the record of a run alone",
            "`.prompter(Prompter.from(teacher.best()).entities(…))`, or leave the objective out; or run the cell that defines it and write `losses.and(it)`"),
    C02(
            "the prompter has entities",
            "the list of entities is empty, so there is nothing to choose among",
            "`.entities(Entities.nouns(pairs).top(1000))`"),
    C03(
            "the prompter reads these frames",
            "it was trained on frames of another size or on other patches",
            "`pairs.size(…)` as the prompter has it, or a prompter trained on these pairs"),
    C04(
            "frames are whole patches",
            "the frame size is not a multiple of the patch size",
            "one of the two sizes that the finding names"),
    C05(
            "heads share the width",
            "the width is not a multiple of the number of heads",
            "`encoders.width(…)` with the multiple that the finding names"),
    C06(
            "a batch has negatives",
            "a batch of one, or one that is larger than the training split",
            "`.batch(…)` of at least 2 and at most the number of pairs"),
    C07(
            "accumulated batches are there",
            "more clips an update than there are pairs; or a reminder that accumulation adds no"
                    + " negatives",
            "a smaller `.accumulate(…)`; a larger `.batch(…)`, in `.chunks(…)` where memory is short, for"
                    + " more negatives"),
    C08(
            "texts fit",
            "`words` is above the encoder's positions, or captions are longer than `words` and will"
                    + " be cut",
            "`pairs.words(…)` with the number that the finding names"),
    C09(
            "clips are long enough",
            "some clips have fewer pictures than frames are wanted; pictures are repeated",
            "fewer `.frames(…)`, or leave it: it is only a warning"),
    C10(
            "the data are there",
            "a split is empty or smaller than a batch, files are missing, or none of the clips"
                    + " tells what is asked",
            "what the finding names: clips for the split, `Datasets.list()`, `.presentOnly()`"),
    C11(
            "splits share no video",
            "a video is in two splits, by name or by content, so results measure memory",
            "remove it from the annotations of one split"),
    C12(
            "which captions a retrieval measures",
            "clips have several captions, and both ways to count them are in use",
            "nothing, or `.captions(Captions.FIRST)` for one text a clip"),
    C13(
            "the answers that are told apart",
            "the answers cover a part of the questions alone, so that no model can reach more; there"
                    + " are none, since TRAIN has no questions or a file of answers cannot be read",
            "`.answers(Answers.all())` or a larger `Answers.top(…)`; questions for TRAIN"),
    C14(
            "files and runs can be used",
            "a checkpoint or a record is missing, damaged, moved away, of the wrong kind, or being"
                    + " written by another session; or a checkpoint's tensors do not fit the model",
            "what the finding names: `run.last()`, `experiment.again()`, `Runs.list()`, or wait"),
    C15(
            "frames as in training",
            "the checkpoint was trained on another number of frames, so positions in time are"
                    + " stretched, as in the published code",
            "nothing, or `pairs.frames(…)` as in training"),
    C16(
            "frame size as in training",
            "the checkpoint was trained on frames of another size: positions are resized where patches fill it, else refused",
            "`pairs.size(…)` with the size that the finding names"),
    C17(
            "the device is there",
            "a GPU is asked for and none is seen, it has another number, the build is for CPUs, or no"
                    + " program of the build runs on it",
            "`.device(Device.auto())`, or `./lab --cuda` on a machine with a GPU"),
    C18(
            "the precision",
            "a warning where BF16 or FP16 is asked for and is slower here than FP32; a note says what"
                    + " AUTO takes and what was measured",
            "`.precision(Precision.AUTO)`; `.precision(Precision.FP16)` on a GPU without BF16"),
    C19(
            "memory",
            "the training needs more memory than there is: as `smoke()` measured, or by a rough"
                    + " estimate",
            "the `.chunks(…)`, `.gradientCheckpointing()` or smaller encoders that the"
                    + " finding names, where any of them fits"),
    C20(
            "time",
            "the training takes more processor time than the place allows, such as Binder",
            "`pairs.limit(…)` with the number that the finding names, or another machine"),
    C21(
            "disk",
            "the checkpoints need more room than is free where runs are written, beside what the run"
                    + " has there already; or, while a run is written, the disk is full or may not"
                    + " be written",
            "free some, allow writing, or set `ALPROLAB_RUNS` to a folder on another disk; `run()`"
                    + " then goes on"),
    C22(
            "entities are frequent enough",
            "some entities are in fewer than five captions, too few to be learned",
            "`.top(…)` with the number that the finding names"),
    C23(
            "entities are words of the prompter",
            "an entity has word pieces that the prompter was not trained on; or, to be known, it"
                    + " becomes several",
            "entities of the prompter's own captions: `Entities.nouns(pairs)`"),
    C24(
            "the name of the experiment",
            "the name cannot be a folder, or has runs with other settings",
            "another name; nothing where both are wanted: each has a folder of its own"),
    C25(
            "what is evaluated",
            "pairs that were trained on are evaluated, which measures memory",
            "`pairs.only(Split.TEST)`"),
    C26(
            "re-ranking",
            "more candidates than clips, or a model that was trained without VTM, as a prompter is",
            "`.rerankAll()`, or `.from(…)` of a pre-training"),
    C27(
            "a value is allowed",
            "a value outside its range, refused as soon as it is typed",
            "the value that the message gives as an example"),
    C28(
            "numbers repeat",
            "on a GPU sums are added up in another order each time; on a processor another number"
                    + " of threads rounds in another way",
            "nothing: compare runs of the same machine, and several seeds"),
    C29(
            "the pretrained BERT",
            "the encoders have other sizes than the BERT they start as, or its file is missing or"
                    + " cannot be used",
            "`Encoders.base().text(Bert.pretrained())`; the finding says how to fetch a file that is"
                    + " missing"),
    C30(
            "the clips can be read",
            "videos are missing, cut or of no known kind, were not looked at yet, or what is known of them cannot be kept",
            "`pairs.unreadable(UnreadableClips.SKIP)`, or mend the files; `./lab videos PATH` says what each one is"),
    C31(
            "data sets that are mixed",
            "a data set that takes turns has too few pairs for an update, or one pool holds videos"
                    + " and still pictures, so that whole batches are labelled by the prompts of their"
                    + " first clip's kind",
            "a smaller `.batch(…)`; `Pairs.of(videos).and(pictures, 0.5)`"),
    C32(
            "the augmentation fits",
            "it fails for frames of this size, it mirrors clips whose captions say left or right, or"
                    + " it is meant for frames of 224 pixels; or there is none to look at",
            "`.augment(Augmentation.effective())`"),
    C33(
            "the cache of frames on disk",
            "its folder cannot be used, it may grow beyond what is free, or it is too small for all"
                    + " frames, so that some are decoded again in each epoch",
            "`.cacheOnDisk(…)` with the number that the finding names, or `ALPROLAB_CACHE` on"
                    + " another disk"),
    C37(
            "what re-ranking and rescoring rely on",
            "the checkpoint's VTM is not above chance on its validation pairs, so ranking by it makes"
                    + " the order worse; or the captions that querybank normalisation asks",
            "no `.rerank(…)`, a checkpoint whose VTM has learned, or `.trainer(…)`"),
    C34(
            "the questions are there",
            "TRAIN, VALIDATION or the split that is measured has no questions",
            "what the finding names: questions for the split, or another `.only(…)`"),
    C35(
            "something can be read",
            "none of a split's clips can be read, and `unreadable(UnreadableClips.SKIP)` leaves all of"
                    + " them out",
            "mend or fetch the files; `./lab videos PATH` says what each one is"),
    C36(
            "fine-tuning on questions",
            "no question of TRAIN can be learned, or fewer than an update asks for; what is at random is"
                    + " frozen; or a run is asked for answers or clips"
                    + " that it does not have",
            "what the finding names: `Answers.all()`, a smaller `.batch(…)`, `.from(run.best())`,"
                    + " `run.questions(…)`"),
    C38(
            "the comparison is fair",
            "more than one thing differs between runs, they were measured on other clips or in another"
                    + " way, or they share no figure",
            "`Runs.compare(…)` of runs that differ in one thing; the report names what differs"),
    C39(
            "a plan or a record is complete",
            "a sweep or an ablation asks for what its experiment cannot do, a record cannot be made"
                    + " again on this machine, or a run that is to be deleted is needed or at work",
            "what the message names: `run.reproduce(experiment)`, `Runs.delete(…)` of the others"
                    + " first"),
    C40(
            "a look inside fits the model",
            "a word is not in the text, a text hides none, the model was not trained with what is"
                    + " asked for, or a block, a head or a clip is not there",
            "what the message gives as an example, such as"
                    + " `model.wordToPatch(clip, \"a dog moves left\", \"dog\")`"),
    C41(
            "losses begin at chance",
            "`smoke()` found a loss of an untrained model that is over twice what a model reaches"
                    + " that knows nothing, or less than half of it",
            "where it is above: the temperature and the first weights; where it is below: an answer"
                    + " that leaks into what is asked"),
    C42(
            "gradients reach the model",
            "`smoke()` found a part of the model without a gradient, or with one that is no number",
            "objectives that read the part, or nothing where it is not meant to learn"),
    C43(
            "a batch falls into equal parts",
            "`.chunks(…)` does not divide the batch; or an objective of a cell, which may look at the"
                    + " whole batch, keeps what it computes for all of its clips",
            "the `.chunks(…)` or the `.batch(…)` that the finding names"),
    C44(
            "the weights to begin with fit the encoders",
            "`.from(checkpoint)` of a training has tensors of other sizes than its `.encoders(…)`",
            "encoders with the sizes that the finding names"),
    C45(
            "several devices share a batch",
            "`.device(Device.gpus(n))` and `.chunks(…)` do not divide the batch, or devices are named"
                    + " that cannot train together",
            "the `.batch(…)` that the finding names"),
    C50(
            "a gallery is of one model and one list of clips",
            "clips lie in no file or share a name, the folder has a gallery of another model or of"
                    + " other clips, holds none, or is not finished",
            "`.into(\"another-folder\")`, `gallery.add(…)` for more clips, `.embed()` again to go on"),
    C51(
            "the engine is here",
            "`Engine.spark(…)` is asked for and its module is not on the class path",
            "`Engine.local()`, or the module that the message names"),
    C52(
            "the index fits the gallery",
            "the index of a gallery is damaged, is another gallery's or another program's, or is being"
                    + " written",
            "delete its folder `index`: it is made anew from the shards"),
    C53(
            "Spark does the work",
            "it does not start on the master, runs in this process on another one, or gave up on a"
                    + " shard",
            "the master that the message names; `.embed()` again goes on with what is left");
    private final String title;
    private final String cause;
    private final String fix;

    CheckCode(String title, String cause, String fix) {
        this.title = title;
        this.cause = cause;
        this.fix = fix;
    }

    /** What is looked at, a few words. */
    public String title() {
        return title;
    }

    /** What makes the check speak up, in Markdown. */
    public String cause() {
        return cause;
    }

    /** What to do then, in Markdown. */
    public String fix() {
        return fix;
    }

    /** The code itself, where it is declared. */
    static String declared(String code) {
        if (Arrays.stream(values()).noneMatch(c -> c.name().equals(code))) {
            throw new IllegalArgumentException(
                    "The check “%s” is not declared; declare it in CheckCode, beside %s."
                            .formatted(code, values()[0]));
        }
        return code;
    }
}
