package io.github.alprolab.dsl.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers read the same in every locale: all tests run in Germany, where a comma is the point. */
class NumbersTest {
    private Locale before;

    @BeforeEach
    void germany() {
        before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void home() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "999,999", "4096,4\u2009096", "-1234567,-1\u2009234\u2009567"})
    void thousandsStandApart(long value, String text) {
        assertThat(Numbers.whole(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.12345,3,0.123", "2,2,2.00", "1234.5,1,1234.5", "-0.5,1,-0.5", "NaN,2,–"})
    void decimalsHaveAPointAndMissingNumbersAreADash(double value, int digits, String text) {
        assertThat(Numbers.decimals(value, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0.0 %", "0.1234,12.3 %", "1,100.0 %", "NaN,–"})
    void sharesArePercentWithOneDecimal(double share, String text) {
        assertThat(Numbers.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"20,20", "-3,-3", "0.001,0.001", "0.0001,1.0E-4", "999999999,999999999"})
    void briefNumbersHaveNoNeedlessDigits(double value, String text) {
        assertThat(Numbers.brief(value)).isEqualTo(text);
    }

    @Test
    void briefNumbersFromABillionOnArePowersOfTen() {
        assertThat(Numbers.brief(1e9)).isEqualTo("1.0E9");
        assertThat(Numbers.brief(2e18)).isEqualTo("2.0E18");
    }

    @ParameterizedTest
    @CsvSource({"9.5e-14,9.5e-14", "0,0.0e+00", "-1.26e10,-1.3e+10"})
    void scientificNumbersHaveOneDecimalAndAPowerOfTen(double value, String text) {
        assertThat(Numbers.scientific(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0.0 s",
        "0.25,0.3 s",
        "1,1 s",
        "99,99 s",
        "100,2 min",
        "3600,60 min",
        "5999,100 min",
        "6000,1.7 h",
        "36000,10.0 h"
    })
    void durationsUseOneUnit(double seconds, String text) {
        assertThat(Numbers.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0.0 MiB",
        "1572864,1.5 MiB",
        "10485760,10 MiB",
        "1047527424,999 MiB",
        "1048576000,1.0 GiB",
        "3221225472,3.0 GiB"
    })
    void bytesAreInMebibytesOrGibibytes(double bytes, String text) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 thousand",
        "12345,12 thousand",
        "1000000,1.0 million",
        "231250000,231.3 million"
    })
    void parametersAreInThousandsOrMillions(long count, String text) {
        assertThat(Numbers.millions(count)).isEqualTo(text);
    }
}
