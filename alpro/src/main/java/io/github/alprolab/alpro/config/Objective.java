package io.github.alprolab.alpro.config;

/** The four pre-training objectives (paper section 3.2 and 3.3). */
public enum Objective {
    /** Video-text contrastive alignment before fusion. */
    VTC,
    /** Video-text matching with hard negatives. */
    VTM,
    /** Masked language modelling with the video in view. */
    MLM,
    /** Prompting entity modelling: predict the prompter's soft label of a crop. */
    PEM
}
