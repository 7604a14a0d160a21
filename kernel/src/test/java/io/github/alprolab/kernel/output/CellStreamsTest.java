package io.github.alprolab.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.protocol.LoopbackClient;
import io.github.alprolab.kernel.protocol.Message;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that is printed is lost, doubled or torn. */
class CellStreamsTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final LoopbackClient client = new LoopbackClient((channel, message) -> {});
    private final CellStreams streams = new CellStreams();
    private final Cell cell = cell();

    @BeforeEach
    void takeTheStreams() {
        streams.install();
        streams.begin(cell);
    }

    @AfterEach
    void giveTheStreamsBack() {
        System.setOut(out);
        System.setErr(err);
        client.close();
    }

    @Test
    void manyLinesArriveInOrderInFarFewerMessages() {
        String lines = lines("line ", 20_000);
        lines.lines().forEach(System.out::println);
        List<Message> messages = published();

        assertThat(text(messages)).isEqualTo(lines);
        assertThat(messages).hasSizeLessThan(2000);
    }

    @Test
    void charactersThatAreCutAnywhereArriveWhole() {
        byte[] bytes = "aä€😀z\n".getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            System.out.write(bytes, 0, cut);
            streams.flush();
            System.out.write(bytes, cut, bytes.length - cut);
        }

        assertThat(text(published())).isEqualTo("aä€😀z\n".repeat(bytes.length + 1));
    }

    @Test
    void singleBytesBecomeCharacters() {
        for (byte one : "ü😀".getBytes(StandardCharsets.UTF_8)) {
            System.out.write(one);
        }

        assertThat(text(published())).isEqualTo("ü😀");
    }

    @Test
    void bytesThatAreNoTextDoNotSwallowTheTextAround() {
        System.out.print("before");
        System.out.writeBytes(new byte[] {(byte) 0x80, (byte) 0xff, (byte) 0xe2});
        System.out.print("after");

        assertThat(text(published())).startsWith("before").endsWith("after").contains("\ufffd");
    }

    @Test
    void twoThreadsLoseNothingAndKeepTheirOwnOrder() throws InterruptedException {
        Thread one = new Thread(() -> lines("a", 3000).lines().forEach(System.out::println));
        Thread two = new Thread(() -> lines("b", 3000).lines().forEach(System.out::println));
        one.start();
        two.start();
        one.join();
        two.join();
        List<String> all = text(published()).lines().toList();

        assertThat(all).hasSize(6000);
        assertThat(all.stream().filter(s -> s.startsWith("a")))
                .containsExactlyElementsOf(lines("a", 3000).lines().toList());
        assertThat(all.stream().filter(s -> s.startsWith("b")))
                .containsExactlyElementsOf(lines("b", 3000).lines().toList());
    }

    @Test
    void outputAndErrorStreamKeepTheirOrder() {
        System.out.print("a");
        System.err.print("b");
        System.out.print("c");

        assertThat(published())
                .extracting(
                        m -> m.content().path("name").asText() + m.content().path("text").asText())
                .containsExactly("stdouta", "stderrb", "stdoutc");
    }

    @Test
    void whatIsPrintedAfterACellBelongsToItUntilTheNextBegins() {
        System.out.print("late");
        streams.begin(cell());
        System.out.print("next");
        streams.flush();
        streams.current().publish("end", Map.of());
        List<Message> messages = client.publishedUntil("end");

        assertThat(messages)
                .extracting(m -> m.content().path("text").asText())
                .containsExactly("late", "next");
        assertThat(messages.get(0).parent()).isEqualTo(cell.request().header());
        assertThat(messages.get(1).parent()).isEqualTo(streams.current().request().header());
    }

    @Test
    void aThreadThatPrintsWhileCellsFollowEachOtherLosesNothing() throws InterruptedException {
        Thread printer = new Thread(() -> lines("x", 300_000).lines().forEach(System.out::println));
        printer.start();
        while (printer.isAlive()) {
            streams.begin(cell());
        }
        printer.join();

        assertThat(text(published()).equals(lines("x", 300_000))).isTrue();
    }

    private Cell cell() {
        Message request = LoopbackClient.request("execute_request", Map.of());
        return new Cell(client.sockets(), "kernel", request, 1, false);
    }

    private List<Message> published() {
        streams.flush();
        cell.publish("end", Map.of());
        return client.publishedUntil("end");
    }

    private static String text(List<Message> messages) {
        return messages.stream()
                .map(m -> m.content().path("text").asText())
                .collect(Collectors.joining());
    }

    private static String lines(String start, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> start + i + "\n")
                .collect(Collectors.joining());
    }
}
