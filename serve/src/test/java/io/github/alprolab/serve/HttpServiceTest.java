package io.github.alprolab.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServiceTest {
    private static final String TOKEN = "a token of enough letters";
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpService service;

    @BeforeEach
    void start() throws Exception {
        start(1000, Optional.empty());
    }

    @AfterEach
    void stop() throws Exception {
        service.stop();
    }

    private void start(int rate, Optional<String> token) throws Exception {
        if (service != null) {
            service.stop();
        }
        service =
                new HttpService(
                        new FakeGallery(), new ServeOptions("fake", "127.0.0.1", 0, rate, token));
        service.start();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> search(String text) throws Exception {
        return get("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    /** As it is, which no well-behaved client sends. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void findsClipsForAText() throws Exception {
        HttpResponse<String> answer = get("/search?q=a+dog&k=2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"id\":\"clip-0\"", "\"id\":\"clip-1\"", "asked: a dog", "\"clips\":3")
                .doesNotContain("clip-2");
    }

    @Test
    void showsAPageThatLoadsNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(page.body() + get("/page.css").body() + get("/page.js").body())
                .contains("<form", "prefers-color-scheme", "addEventListener")
                .doesNotContain("http://", "https://", "//cdn");
    }

    @Test
    void showsFramesOfARow() throws Exception {
        assertThat(get("/strip/2").headers().firstValue("content-type")).contains("image/jpeg");
    }

    @Test
    void tellsItsHealthAndWhatItDid() throws Exception {
        search("a dog");
        get("/nowhere");

        assertThat(get("/health").body()).contains("\"state\":\"ok\"", "\"clips\":3");
        assertThat(get("/metrics").body())
                .contains("alprolab_clips 3", "alprolab_search_seconds_count 1")
                .contains("alprolab_requests_total{address=\"search\",status=\"200\"} 1")
                .contains("alprolab_requests_total{address=\"other\",status=\"404\"} 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search",
                "/search?q=",
                "/search?q=%20",
                "/search?q=a%00b",
                "/search?q=%1B%5B31m",
                "/search?q=a&k=0",
                "/search?q=a&k=101",
                "/search?q=a&k=-1",
                "/search?q=a&k=x",
                "/search?q=a&k=99999999999999999999",
                "/search?q=a&k=1e3",
                "/search?q=a&k=%2B5",
                "/search?q=a&k=",
                "/search?q=a%0d%0aSet-Cookie:%20x=1",
                "/search?q=%C0%AE%C0%AE",
                "/search?q=%ED%A0%80",
                "/search?q=%FF%FE"
            })
    void refusesWhatIsNoSearchInWords(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"").contains("llowed");
    }

    @Test
    void refusesATextThatIsTooLong() throws Exception {
        assertThat(search("a".repeat(501)).body()).contains("501 characters", "allowed are 500");
        assertThat(search("a".repeat(500)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAMegabyteOfTextInWords() throws Exception {
        HttpResponse<String> posted =
                client.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:" + service.port() + "/search"))
                                .POST(HttpRequest.BodyPublishers.ofString("a".repeat(1 << 20)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.body()).contains("allowed are GET and HEAD");
        assertThat(search("a".repeat(9000)).body()).contains("a text may have 500 characters");
        assertThat(search("a".repeat(9000)).statusCode()).isIn(414, 431);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%z", "%zz", "a%u0041"})
    void refusesAnEscapeThatIsNone(String text) throws Exception {
        String answer =
                raw(
                        "GET /search?q="
                                + text
                                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("allowed is");
    }

    @Test
    void refusesAMegabyteInTheAddressInWords() throws Exception {
        String answer =
                raw(
                        "GET /search?q="
                                + "a".repeat(1 << 20)
                                + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 414").contains("a text may have 500 characters");
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAFloodOfHeadersInWords() throws Exception {
        String many = "X-Many: " + "b".repeat(90) + "\r\n";
        String answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\n" + many.repeat(10_000) + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("too long");
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aThousandParametersAreOneSearch() throws Exception {
        HttpResponse<String> answer = get("/search?q=a" + "&k=1".repeat(1000));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("clip-0").doesNotContain("clip-1");
    }

    @Test
    void givesMarkupBackAsJsonAlone() throws Exception {
        HttpResponse<String> answer = search("<script>alert(1)</script>");

        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/strip/../page.html",
                "/strip/..%2f..%2fetc%2fpasswd",
                "/../../etc/passwd",
                "/strip/%2e%2e/%2e%2e/etc/passwd",
                "/strip/1;/../../x",
                "/strip/1%00",
                "/strip/%252e%252e%252fetc%252fpasswd",
                "/strip/..\\..\\etc\\passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/./page.html",
                "//etc/passwd",
                "/strip/-1",
                "/strip/3",
                "/strip/99999999999",
                "/page.html"
            })
    void noAddressIsAPathOfAFile(String path) throws Exception {
        String answer =
                raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*\"error\".*").doesNotContain("root:");
    }

    @Test
    void refusesWhatIsNoHttpInWords() throws Exception {
        assertThat(raw("\u0001\u0002\u0003\r\n\r\n")).contains("400", "\"error\"");
    }

    @Test
    void saysNothingOfTheMachineWhenItFails() throws Exception {
        HttpResponse<String> answer = search("fail");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("failed").doesNotContain("secret", "Exception");
    }

    @Test
    void aPageOfAnotherNameThatLeadsHereIsRefused() throws Exception {
        String answer =
                raw("GET /search?q=a HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("421", "localhost alone");
    }

    @Test
    void limitsTheRateOfAnAddress() throws Exception {
        start(5, Optional.empty());

        long refused = 0;
        for (int i : IntStream.range(0, 30).toArray()) {
            HttpResponse<String> answer = get("/health?" + i);
            if (answer.statusCode() == 429) {
                refused++;
                assertThat(answer.body()).contains("allowed are 5 a second");
            }
        }
        assertThat(refused).isBetween(15L, 28L);
    }

    @Test
    void asksForATokenWhereOneIsSet() throws Exception {
        start(1000, Optional.of(TOKEN));

        assertThat(get("/health").statusCode()).isEqualTo(401);
        assertThat(get("/?token=another").statusCode()).isEqualTo(401);
        assertThat(get("/health", "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
        HttpResponse<String> first =
                get("/?token=" + URLEncoder.encode(TOKEN, StandardCharsets.UTF_8));
        String cookie = first.headers().firstValue("set-cookie").orElseThrow();
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        assertThat(get("/health", "Cookie", cookie.split(";")[0]).statusCode()).isEqualTo(200);
    }
}
