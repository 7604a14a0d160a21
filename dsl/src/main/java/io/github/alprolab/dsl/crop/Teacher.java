package io.github.alprolab.dsl.crop;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.alpro.prompter.PromptConfig;

/**
 * A prompter that is asked about crops.
 *
 * @param config its file, entities and templates
 * @param video sizes of the frames it was trained on
 * @param pem draws the boxes and says which labels teach nothing
 * @param device where it runs
 */
public record Teacher(PromptConfig config, VideoConfig video, Pem pem, DeviceChoice device) {}
