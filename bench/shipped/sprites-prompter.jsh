// Makes the prompter that comes with the library: ./lab script bench/shipped/sprites-prompter.jsh (docs/shipped.md).

var pairs = Pairs.of(Datasets.movingSprites()
                .clips(Split.TRAIN, 32768)
                .clips(Split.VALIDATION, 256))
        .frames(4).size(64);

var teacher = Experiment.prompter("sprites-prompter")
        .pairs(pairs.augment(Augmentation.maskedCrop()))
        .encoders(Encoders.tiny())
        .trainer(Trainer.adamW(1e-3).epochs(12).batch(32).seed(42).precision(Precision.AUTO));

display(teacher.check());

var run = teacher.run();

display(run.metrics());

run.best().export(Path.of("dsl/src/main/resources/io/github/alprolab/dsl/shipped/sprites-prompter.safetensors"))
