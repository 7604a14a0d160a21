// What PEM adds to a student from random weights, three seeds: ./lab script bench/results/pem.jsh (docs/results.md).

var pairs = Pairs.of(Datasets.movingSprites()
                .clips(Split.TRAIN, 16384)
                .clips(Split.VALIDATION, 256)
                .clips(Split.TEST, 1000))
        .frames(4).size(64);

var prompter = Prompter.from(Checkpoint.shipped("sprites-prompter"))
        .entities(Entities.nouns(pairs.only(Split.TRAIN)).top(1000));

var full = Experiment.pretraining("pem")
        .pairs(pairs)
        .encoders(Encoders.tiny())
        .prompter(prompter)
        .trainer(Trainer.adamW(1e-3).epochs(2).batch(32).seed(1).precision(Precision.AUTO));

for (long seed : List.of(1L, 2L, 3L)) {
    for (Losses losses : List.of(Losses.alpro(), Losses.alpro().without(Objective.PEM))) {
        var run = full.losses(losses).trainer(t -> t.seed(seed)).run();
        System.out.println("seed " + seed + ", " + losses);
        System.out.println(run.metrics());
        System.out.println(Experiment.retrieval("pem-test").pairs(pairs.only(Split.TEST)).from(run.best()).run().metrics());
        System.out.println(run.probes());
    }
}
