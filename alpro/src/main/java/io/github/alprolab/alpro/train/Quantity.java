package io.github.alprolab.alpro.train;

/** What a training step or an evaluation measures. */
public enum Quantity {
    /** Weighted sum of the objectives. */
    TOTAL_LOSS,
    VTC_LOSS,
    VTM_LOSS,
    MLM_LOSS,
    PEM_LOSS,
    /** Share of the 3B matching judgements that are right. */
    VTM_ACCURACY,
    /** Share of hidden words that are named. */
    MLM_ACCURACY,
    /** Share of crops whose pseudo-label is too unsure. */
    IGNORED_SHARE,
    TEMPERATURE,
    /** Global norm before clipping. */
    GRADIENT_NORM,
    LEARNING_RATE,
    CLIPS_PER_SECOND,
    /** Percent of validation texts whose video VTC ranks first. */
    TEXT_TO_VIDEO_R1,
    /** Percent of validation texts whose video VTC ranks among ten. */
    TEXT_TO_VIDEO_R10
}
