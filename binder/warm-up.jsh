// What a visitor's first cells would unpack: the libraries of FFmpeg, of the engine and of the tokenizer.
var pairs = Pairs.of(Datasets.movingSprites().clips(Split.TRAIN, 16).clips(Split.VALIDATION, 4).clips(Split.TEST, 4)).frames(2).size(32);
Experiment.pretraining("warm-up").pairs(pairs).encoders(Encoders.tiny()).losses(Losses.of(Objective.VTC)).trainer(Trainer.adamW(1e-3).batch(8)).smoke();
