package io.github.alprolab.alpro.bert;

import io.github.alprolab.alpro.checkpoint.StoredTensor;

/** TensorFlow's names and layout of BERT's tensors to the published ones (alpro.md section 2.2). */
final class BertNames {
    private BertNames() {}

    /**
     * The tensor as the published state dict has it: kernels, which TensorFlow stores (in, out),
     * become weights (out, in).
     */
    static StoredTensor published(String name, long[] shape, float[] values) {
        String published = published(name);
        return name.endsWith("/kernel") && shape.length == 2
                ? StoredTensor.of(
                        published,
                        new long[] {shape[1], shape[0]},
                        transposed(values, (int) shape[0], (int) shape[1]))
                : StoredTensor.of(published, shape, values);
    }

    static String published(String name) {
        return name.replaceFirst("^module/bert/", "text_encoder.bert.")
                .replaceFirst("^module/cls/", "text_encoder.cls.")
                .replaceFirst("/layer_(\\d+)/", "/layer/$1/")
                .replaceFirst("/output_bias$", "/bias")
                .replaceFirst("/(kernel|gamma)$", "/weight")
                .replaceFirst("/beta$", "/bias")
                .replaceFirst("_embeddings$", "_embeddings/weight")
                .replace('/', '.');
    }

    /** Row-major (rows, columns) to (columns, rows). */
    static float[] transposed(float[] values, int rows, int columns) {
        float[] turned = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return turned;
    }
}
