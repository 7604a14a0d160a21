// Makes the pre-trained model that comes with the library: ./lab script bench/shipped/sprites-tiny.jsh (docs/shipped.md).

var pairs = Pairs.of(Datasets.movingSprites()
                .clips(Split.TRAIN, 32768)
                .clips(Split.VALIDATION, 256))
        .frames(4).size(64);

var prompter = Prompter.from(Checkpoint.shipped("sprites-prompter-nouns"))
        .entities(Entities.nouns(pairs.only(Split.TRAIN)).top(1000));

var pretraining = Experiment.pretraining("sprites-tiny")
        .pairs(pairs)
        .encoders(Encoders.tiny()).from(prompter.checkpoint())
        .prompter(prompter)
        .trainer(Trainer.adamW(1e-3).epochs(4).batch(32).seed(42).precision(Precision.AUTO));

display(pretraining.check());

var run = pretraining.run();

display(run.metrics());

// Twice as many clips once, half of them new, at a lower rate.
var longer = pretraining
        .pairs(Pairs.of(Datasets.movingSprites()
                        .clips(Split.TRAIN, 65536)
                        .clips(Split.VALIDATION, 256))
                .frames(4).size(64))
        .from(run.best())
        .trainer(t -> t.learningRate(5e-4).epochs(1).seed(43));

display(longer.check());

run = longer.run();

display(run.metrics());

display(run.accuracies());

run.best().export(Path.of("dsl/src/main/resources/io/github/alprolab/dsl/shipped/sprites-tiny.safetensors"))
