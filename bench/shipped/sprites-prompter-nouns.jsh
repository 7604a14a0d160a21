// Makes the prompter that also learned to name nouns: ./lab script bench/shipped/sprites-prompter-nouns.jsh (docs/shipped.md).

var pairs = Pairs.of(
                Datasets.movingSprites()
                        .clips(Split.TRAIN, 32768)
                        .clips(Split.VALIDATION, 256),
                Datasets.movingSprites().recipe(SpriteRecipe.standard().sprites(1, 1))
                        .clips(Split.TRAIN, 32768)
                        .clips(Split.VALIDATION, 0))
        .frames(4).size(64);

var nouns = Entities.nouns(pairs.only(Split.TRAIN)).top(1000).names();

var naming = Objective.named("noun naming")
        .asks("Which nouns of its caption does the clip show?")
        .chance("ln E", Math.log(nouns.size()))
        .head(h -> h.linear("nouns", h.width(), nouns.size()))
        .loss(step -> {
            var shares = new float[step.clips() * nouns.size()];
            for (int clip = 0; clip < step.clips(); clip++) {
                var said = step.words(clip).stream()
                        .flatMap(w -> Stream.of(w, w.replaceAll("s$", ""), w.replaceAll("es$", ""))) // plurals
                        .map(nouns::indexOf).filter(n -> n >= 0).distinct().toList();
                for (int noun : said) {
                    shares[clip * nouns.size() + noun] = 1f / said.size();
                }
            }
            var truth = step.tensor(shares, step.clips(), nouns.size());
            return step.head("nouns").apply(step.video().select(1, 0)).softCrossEntropy(truth).mean();
        });

var teacher = Experiment.pretraining("sprites-prompter-nouns")
        .pairs(pairs.augment(Augmentation.maskedCrop()))
        .encoders(Encoders.tiny()).from(Checkpoint.shipped("sprites-prompter"))
        .losses(Losses.of(Objective.VTC).and(naming))
        .trainer(Trainer.adamW(1e-3).epochs(3).batch(32).seed(42).precision(Precision.AUTO));

display(teacher.check());

var run = teacher.run();

display(run.metrics());

run.best().export(Path.of("dsl/src/main/resources/io/github/alprolab/dsl/shipped/sprites-prompter-nouns.safetensors"))
