// Whether BF16 learns what FP32 learns, three seeds each: ./lab script bench/results/bf16.jsh (docs/results.md).

var pairs = Pairs.of(Datasets.movingSprites()
                .clips(Split.TRAIN, 16384)
                .clips(Split.VALIDATION, 256)
                .clips(Split.TEST, 1000))
        .frames(4).size(64);

var nouns = Entities.nouns(pairs.only(Split.TRAIN)).top(1000);

var teacher = Experiment.prompter("bf16")
        .pairs(pairs)
        .encoders(Encoders.tiny())
        .trainer(Trainer.adamW(1e-3).epochs(2).batch(32));

for (long seed : List.of(1L, 2L, 3L)) {
    for (Precision precision : List.of(Precision.FP32, Precision.BF16)) {
        var run = teacher.trainer(t -> t.seed(seed).precision(precision)).run();
        System.out.println("seed " + seed + ", " + precision);
        System.out.println(Experiment.retrieval("bf16-test").pairs(pairs.only(Split.TEST)).from(run.best()).run().metrics());
        System.out.println(Prompter.from(run.best()).entities(nouns).accuracy(pairs.only(Split.VALIDATION)));
    }
}
