package io.github.alprolab.kernel.debug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of variables in code that is compiled for a stopped frame. */
class TypeNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I|int",
                "[[D|double[][]",
                "[Ljava/lang/String;|java.lang.String[]",
                "Ljava/util/Map<Ljava/lang/String;[I>;|java.util.Map<java.lang.String, int[]>",
                "Ljava/util/List<+Ljava/lang/Number;>;|java.util.List<? extends java.lang.Number>",
                "Ljava/util/List<*>;|java.util.List<?>",
                "Ljava/util/Map$Entry;|java.util.Map.Entry",
                "Ljava/util/List<LREPL/$JShell$11B$Pair;>;|java.util.List<Pair>",
                "TT;|Object",
            })
    void aSignatureIsWrittenAsACellWouldWriteIt(String signature, String written) {
        assertThat(TypeNames.of(signature)).isEqualTo(written);
    }
}
