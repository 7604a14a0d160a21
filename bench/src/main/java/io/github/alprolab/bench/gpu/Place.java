package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.config.DeviceChoice;
import java.nio.file.Path;

/**
 * Where it is looked.
 *
 * @param device that is checked
 * @param gpu whether it is a GPU
 * @param root of the repository, which has the golden numbers
 * @param steps of the longest training
 */
record Place(DeviceChoice device, boolean gpu, Path root, int steps) {}
