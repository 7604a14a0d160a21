package io.github.alprolab.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Signatures against the vectors of RFC 4231, and everything that is not the signature. */
class SignerTest {
    private static final List<byte[]> PARTS = bytes("what do ya ", "want ", "", "for nothing?");
    private static final String SHA256 =
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private final Signer signer = new Signer("hmac-sha256", "Jefe");

    @Test
    void theKnownVectorOfSha256IsSigned() {
        assertThat(signer.sign(PARTS)).isEqualTo(SHA256);
    }

    @Test
    void theKnownVectorOfSha512IsSigned() {
        assertThat(new Signer("hmac-sha512", "Jefe").sign(PARTS))
                .startsWith("164b7a7bfcf819e2e395fbe73b56e0a3")
                .hasSize(128);
    }

    @Test
    void theRightSignatureIsAccepted() {
        assertThat(signer.verify(PARTS, ascii(SHA256))).isTrue();
    }

    @Property(tries = 200)
    void aSignatureWithOneOtherDigitIsRefused(
            @ForAll @IntRange(max = 63) int at, @ForAll @IntRange(min = 1, max = 127) int change) {
        byte[] signature = ascii(SHA256);
        signature[at] ^= (byte) change;

        assertThat(signer.verify(PARTS, signature)).isFalse();
    }

    @Test
    void aShorterOrEmptySignatureIsRefused() {
        assertThat(signer.verify(PARTS, new byte[0])).isFalse();
        assertThat(signer.verify(PARTS, ascii(SHA256.substring(1)))).isFalse();
    }

    @Test
    void partsInAnotherOrderHaveAnotherSignature() {
        List<byte[]> swapped = new ArrayList<>(PARTS);
        swapped.add(swapped.remove(0));

        assertThat(signer.verify(swapped, ascii(SHA256))).isFalse();
    }

    @Test
    void anotherKeyGivesAnotherSignature() {
        assertThat(new Signer("hmac-sha256", "jefe").sign(PARTS)).isNotEqualTo(SHA256);
    }

    @Test
    void anEmptyKeySignsNothingAndAcceptsEverything() {
        Signer open = new Signer("hmac-sha256", "");

        assertThat(open.sign(PARTS)).isEmpty();
        assertThat(open.verify(PARTS, ascii("anything"))).isTrue();
    }

    @Test
    void anUnknownSchemeIsNamedInTheRefusal() {
        assertThatThrownBy(() -> new Signer("hmac-rot13", "key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hmac-rot13")
                .hasMessageContaining("hmac-sha256");
    }

    private static List<byte[]> bytes(String... texts) {
        return Stream.of(texts).map(SignerTest::ascii).toList();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
