package io.github.alprolab.alpro.bert;

import io.github.alprolab.alpro.checkpoint.StoredTensor;

/** Others' names of BERT's tensors to the published ones (docs/method.md section 2.2). */
final class BertNames {
    private BertNames() {}

    /**
     * The tensor as the published state dict has it: kernels, which TensorFlow stores (in, out),
     * become weights (out, in).
     */
    static StoredTensor fromTensorFlow(String name, long[] shape, float[] values) {
        String published = fromTensorFlow(name);
        return name.endsWith("/kernel")
                ? StoredTensor.of(
                        published,
                        new long[] {shape[1], shape[0]},
                        transposed(values, (int) shape[0], (int) shape[1]))
                : StoredTensor.of(published, shape, values);
    }

    static String fromTensorFlow(String name) {
        return fromTransformers(
                name.replaceFirst("^module/", "")
                        .replaceFirst("/layer_(\\d+)/", "/layer/$1/")
                        .replaceFirst("/output_bias$", "/bias")
                        .replaceFirst("/kernel$", "/weight")
                        .replaceFirst("_embeddings$", "_embeddings/weight")
                        .replace('/', '.'));
    }

    /**
     * From the names of Hugging Face's {@code BertModel}, which has no first part, {@code
     * BertForMaskedLM} and {@code BertForPreTraining}, old ones ({@code gamma}, {@code beta})
     * included, or from those of ALPRO itself.
     */
    static String fromTransformers(String name) {
        String now = name.replaceFirst("\\.gamma$", ".weight").replaceFirst("\\.beta$", ".bias");
        if (now.startsWith("text_encoder.")) {
            return now;
        }
        boolean whole = now.startsWith("bert.") || now.startsWith("cls.");
        return (whole ? "text_encoder." : "text_encoder.bert.") + now;
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
