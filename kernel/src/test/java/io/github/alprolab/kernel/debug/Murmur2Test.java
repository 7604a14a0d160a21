package io.github.alprolab.kernel.debug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hash by which JupyterLab knows a cell; the numbers are of its own function. */
class Murmur2Test {
    @ParameterizedTest
    @CsvSource({
        "'', 2965862505",
        "a, 3884827750",
        "abc, 845969464",
        "abcd, 2455509392",
        "é😀, 2158912678",
    })
    void textOfAnyLengthHasTheHashOfTheFrontEnd(String text, long hash) {
        assertThat(Murmur2.of(text, CellPaths.SEED)).isEqualTo(hash);
    }
}
