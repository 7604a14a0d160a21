package io.github.alprolab.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Messages to frames and back, and frames of strangers. */
class WireTest {
    private static final byte[] DELIMITER = utf8("<IDS|MSG>");
    private static final Signer SIGNER = new Signer("hmac-sha256", "secret");

    private final Wire wire = new Wire(SIGNER);

    @Test
    void framesAreIdentitiesDelimiterSignatureAndFourParts() {
        List<byte[]> frames = wire.encode(message("x", utf8("one"), utf8("two")));

        assertThat(frames).hasSize(8);
        assertThat(frames.subList(0, 3)).containsExactly(utf8("one"), utf8("two"), DELIMITER);
        assertThat(new String(frames.get(3), StandardCharsets.US_ASCII)).matches("[0-9a-f]{64}");
        assertThat(new String(frames.get(4), StandardCharsets.UTF_8)).contains("\"a_request\"");
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll String text, @ForAll byte[] identity) throws IOException {
        Message sent = message(text, identity);

        Message read = wire.decode(wire.encode(sent));

        assertThat(read.identities()).containsExactly(identity);
        assertThat(read.type()).isEqualTo("a_request");
        assertThat(read.header()).isEqualTo(sent.header());
        assertThat(read.content().path("text").asText()).isEqualTo(text);
    }

    @Property(tries = 50)
    void bytesBesideTheContentStayAsTheyAre(@ForAll byte[] one, @ForAll byte[] other)
            throws IOException {
        JsonNode none = JsonNodeFactory.instance.objectNode();
        Map<String, Object> version = Map.of("version", "2.1.0");
        List<byte[]> bytes = List.of(one, other);

        Message read =
                wire.decode(
                        wire.encode(
                                Message.of(
                                        "comm_open", List.of(), "s", none, "x", version, bytes)));

        assertThat(read.buffers()).containsExactly(one, other);
        assertThat(read.metadata().path("version").asText()).isEqualTo("2.1.0");
        assertThat(read.content().asText()).isEqualTo("x");
    }

    @Test
    void halfACharacterIsReplacedSoThatNotebooksCanBeSaved() {
        JsonNode none = JsonNodeFactory.instance.objectNode();
        List<byte[]> frames = wire.encode(Message.of("x", List.of(), "s", none, "\ud83d😀"));
        assertThat(new String(frames.get(frames.size() - 1), StandardCharsets.UTF_8))
                .isEqualTo("\"?😀\"");
    }

    @Test
    void aWrongSignatureIsRefused() {
        List<byte[]> frames = new ArrayList<>(wire.encode(message("pay 1")));
        frames.set(5, utf8("{\"text\":\"pay 1000\"}"));

        refused(frames, "signature");
    }

    @Test
    void aMissingDelimiterIsRefused() {
        List<byte[]> frames = new ArrayList<>(wire.encode(message("x")));
        frames.set(0, utf8("<IDS|MSG"));

        refused(frames, "6 frames are no message");
    }

    @Test
    void missingPartsAreRefused() {
        List<byte[]> frames = wire.encode(message("x"));

        for (int count = 0; count < frames.size(); count++) {
            refused(frames.subList(0, count), "no message");
        }
    }

    @Test
    void aHeaderThatIsNoObjectIsRefused() {
        refused(signed("[]", "{}", "{}", "{}"), "header");
        refused(signed("", "{}", "{}", "{}"), "header");
    }

    @Test
    void binaryBuffersBehindTheContentAreIgnored() throws IOException {
        List<byte[]> frames = new ArrayList<>(wire.encode(message("kept")));
        frames.add(new byte[] {1, 2, 3});

        assertThat(wire.decode(frames).content().path("text").asText()).isEqualTo("kept");
    }

    @Property(tries = 500)
    void hostileFramesAreRefusedAndNothingElse(@ForAll("frames") List<byte[]> frames) {
        assertThat(catchThrowable(() -> wire.decode(frames))).isInstanceOf(IOException.class);
    }

    @Property(tries = 500)
    void hostilePartsUnderARightSignatureAreReadOrRefused(@ForAll("frames") List<byte[]> some) {
        List<byte[]> parts = new ArrayList<>(some);
        while (parts.size() < 4) {
            parts.add(0, utf8("{}"));
        }
        Throwable thrown = catchThrowable(() -> wire.decode(signed(parts.subList(0, 4))));

        assertThat(thrown == null || thrown instanceof IOException).as("%s", thrown).isTrue();
    }

    @Provide
    Arbitrary<List<byte[]>> frames() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        Arbitrary<byte[]> known =
                Arbitraries.of(
                                "<IDS|MSG>",
                                "{}",
                                "{\"msg_type\":",
                                "[[[[",
                                "null",
                                "1e999",
                                "\"\\u")
                        .map(WireTest::utf8);
        return Arbitraries.oneOf(noise, known).list().ofMaxSize(9);
    }

    private void refused(List<byte[]> frames, String reason) {
        assertThatThrownBy(() -> wire.decode(frames))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    private static Message message(String text, byte[]... identities) {
        var none = JsonNodeFactory.instance.objectNode();
        return Message.of("a_request", List.of(identities), "session", none, Map.of("text", text));
    }

    private static List<byte[]> signed(String... parts) {
        return signed(List.of(parts).stream().map(WireTest::utf8).toList());
    }

    private static List<byte[]> signed(List<byte[]> parts) {
        List<byte[]> frames = new ArrayList<>(List.of(DELIMITER, utf8(SIGNER.sign(parts))));
        frames.addAll(parts);
        return frames;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
