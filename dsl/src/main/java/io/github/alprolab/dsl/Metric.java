package io.github.alprolab.dsl;

import io.github.alprolab.alpro.train.Quantity;
import io.github.alprolab.dsl.figure.Ink;

/** What is measured while training. */
public enum Metric {
    TOTAL_LOSS("Total loss", Quantity.TOTAL_LOSS, Ink.TEXT),
    VTC_LOSS("VTC loss", Quantity.VTC_LOSS, Ink.VTC),
    VTM_LOSS("VTM loss", Quantity.VTM_LOSS, Ink.VTM),
    MLM_LOSS("MLM loss", Quantity.MLM_LOSS, Ink.MLM),
    PEM_LOSS("PEM loss", Quantity.PEM_LOSS, Ink.PEM),
    /** Share of the matching judgements that are right, 0 to 1. */
    VTM_ACCURACY("VTM accuracy", Quantity.VTM_ACCURACY, Ink.VTM),
    /** Share of hidden words that are named, 0 to 1. */
    MLM_ACCURACY("MLM accuracy", Quantity.MLM_ACCURACY, Ink.MLM),
    /** Share of crops whose pseudo-label is too unsure, 0 to 1. */
    IGNORED_SHARE("Ignored crops", Quantity.IGNORED_SHARE, Ink.PEM),
    TEMPERATURE("Temperature", Quantity.TEMPERATURE, Ink.TEXT),
    /** Global norm before clipping. */
    GRADIENT_NORM("Gradient norm", Quantity.GRADIENT_NORM, Ink.TEXT),
    LEARNING_RATE("Learning rate", Quantity.LEARNING_RATE, Ink.TEXT),
    CLIPS_PER_SECOND("Clips per second", Quantity.CLIPS_PER_SECOND, Ink.TEXT),
    /** Percent of validation texts whose clip VTC ranks first. */
    R1("R@1, %", Quantity.TEXT_TO_VIDEO_R1, Ink.TEXT_TO_VIDEO),
    /** Percent of validation texts whose clip VTC ranks among ten. */
    R10("R@10, %", Quantity.TEXT_TO_VIDEO_R10, Ink.TEXT_TO_VIDEO);

    private final String title;
    private final Quantity quantity;
    private final Ink ink;

    Metric(String title, Quantity quantity, Ink ink) {
        this.title = title;
        this.quantity = quantity;
        this.ink = ink;
    }

    /** In plain words. */
    public String title() {
        return title;
    }

    Quantity quantity() {
        return quantity;
    }

    Ink ink() {
        return ink;
    }

    /** Its name in {@code metrics.csv}. */
    String row() {
        return quantity.name();
    }

    boolean isLoss() {
        return title.endsWith("loss");
    }
}
