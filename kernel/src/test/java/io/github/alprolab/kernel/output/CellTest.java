package io.github.alprolab.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.protocol.LoopbackClient;
import io.github.alprolab.kernel.protocol.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one cell publishes, as a client sees it. */
class CellTest {
    private final LoopbackClient client = new LoopbackClient((channel, message) -> {});
    private final Message request =
            LoopbackClient.request("execute_request", Map.of("allow_stdin", true));
    private final Cell cell = new Cell(client.sockets(), "kernel", request, 7, false);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aResultCarriesCountDataAndDetails() {
        cell.result(
                MimeBundle.plain("shown")
                        .and("text/html", "<b>shown</b>")
                        .metadata("text/html", Map.of("width", 3)));
        Message result = client.published();

        assertThat(result.type()).isEqualTo("execute_result");
        assertThat(result.content().at("/execution_count").asInt()).isEqualTo(7);
        assertThat(result.content().at("/data/text~1plain").asText()).isEqualTo("shown");
        assertThat(result.content().at("/data/text~1html").asText()).isEqualTo("<b>shown</b>");
        assertThat(result.content().at("/metadata/text~1html/width").asInt()).isEqualTo(3);
    }

    @Test
    void everythingAnswersTheCellsRequest() {
        cell.print("stdout", "text");
        cell.error("Name", "value", List.of("line"));

        assertThat(List.of(client.published(), client.published()))
                .allSatisfy(m -> assertThat(m.parent()).isEqualTo(request.header()));
    }

    @Test
    void aDisplayIsReplacedUnderItsId() {
        cell.display(MimeBundle.plain("one"), "id", false);
        cell.display(MimeBundle.plain("two"), "id", true);
        List<Message> shown = List.of(client.published(), client.published());

        assertThat(shown)
                .extracting(Message::type)
                .containsExactly("display_data", "update_display_data");
        assertThat(shown)
                .extracting(m -> m.content().at("/transient/display_id").asText())
                .containsExactly("id", "id");
    }

    @Test
    void whatWasPrintedComesBeforeWhatIsShownAndBeforeAnError() {
        cell.print("stdout", "first ");
        cell.print("stdout", "second");
        cell.result(MimeBundle.plain("third"));
        cell.print("stderr", "fourth");
        cell.error("Name", "fifth", List.of());
        cell.publish("end", Map.of());

        assertThat(client.publishedUntil("end"))
                .extracting(Message::type)
                .containsExactly("stream", "execute_result", "stream", "error");
    }

    @Test
    void aFullBatchIsSentWithoutAFlush() {
        String batch = "x".repeat(64 * 1024);
        cell.print("stdout", batch);

        assertThat(client.published().content().path("text").asText()).isEqualTo(batch);
    }

    @Test
    void aFlushOfNothingPublishesNothing() {
        cell.flush();
        cell.publish("end", Map.of());

        assertThat(client.publishedUntil("end")).isEmpty();
    }

    @Test
    void aSilentCellPublishesWhatItPrintsAndNothingElse() {
        Cell silent = new Cell(client.sockets(), "kernel", request, 1, true);
        silent.result(MimeBundle.plain("value"));
        silent.error("Name", "value", List.of());
        silent.print("stdout", "printed");
        silent.flush();
        cell.publish("end", Map.of());

        assertThat(client.publishedUntil("end"))
                .extracting(Message::type)
                .containsExactly("stream");
    }

    @Test
    void inputIsAllowedOnlyWhereTheRequestSaysSo() {
        Message other = LoopbackClient.request("execute_request", Map.of());

        assertThat(cell.allowsInput()).isTrue();
        assertThat(new Cell(client.sockets(), "kernel", other, 1, false).allowsInput()).isFalse();
    }
}
