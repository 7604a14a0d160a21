package io.github.alprolab.bench.scale;

import io.github.alprolab.bench.training.BenchmarkOptions;
import io.github.alprolab.serve.Serve;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Searches a gallery over loopback from many connections at once, each with one request at a time:
 * {@code ./lab bench serve GALLERY}.
 */
public final class LoadBenchmark {
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/)");
    private static final List<String> TEXTS =
            List.of("a dog moves left", "two cars", "a red flower grows", "a cat jumps over a box");

    private LoadBenchmark() {}

    /** Takes a gallery, {@code --requests} and {@code --connections}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BenchmarkOptions options =
                BenchmarkOptions.of(
                        Arrays.copyOfRange(arguments, 1, arguments.length),
                        Map.of("requests", "10000", "connections", "50"));
        Process service = start(arguments[0]);
        try (BufferedReader said = service.inputReader()) {
            Matcher address = ADDRESS.matcher(String.valueOf(said.readLine()));
            if (!address.find()) {
                throw new IllegalStateException("The service did not start.");
            }
            String root = address.group(1);
            measure(root, 10 * options.number("connections"), options.number("connections"));
            measure(root, options.number("requests"), options.number("connections"));
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static Process start(String gallery) throws IOException {
        List<String> command =
                JavaProgram.command(List.of(), System.getProperty("java.class.path"));
        command.addAll(List.of(Serve.class.getName(), gallery, "--port", "0", "--rate", "1000000"));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void measure(String root, int requests, int connections)
            throws InterruptedException {
        double[] milliseconds = new double[requests];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        List<Thread> clients =
                IntStream.range(0, connections)
                        .mapToObj(i -> new Thread(() -> ask(root, milliseconds, next, busy, lost)))
                        .toList();
        long start = System.nanoTime();
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(milliseconds);
        System.out.printf(
                "%,d requests from %d connections: %d lost, %d told to come again, %.0f a second;"
                        + " p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                requests,
                connections,
                lost.get(),
                busy.get(),
                requests / seconds,
                quantile(milliseconds, 0.50),
                quantile(milliseconds, 0.95),
                quantile(milliseconds, 0.99),
                milliseconds[requests - 1]);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /** A client of its own keeps one connection. */
    private static void ask(
            String root,
            double[] milliseconds,
            AtomicInteger next,
            AtomicInteger busy,
            AtomicInteger lost) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = next.getAndIncrement(); i < milliseconds.length; i = next.getAndIncrement()) {
            long start = System.nanoTime();
            switch (status(client, root, TEXTS.get(i % TEXTS.size()))) {
                case 200 -> {}
                case 503 -> busy.incrementAndGet();
                default -> lost.incrementAndGet();
            }
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
    }

    /** Of HTTP; 0 where there is no answer, or one without clips. */
    private static int status(HttpClient client, String root, String text) {
        String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(root + "search?k=10&q=" + query)).build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean empty = answer.statusCode() == 200 && !answer.body().contains("\"hits\"");
            return empty ? 0 : answer.statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
