package io.github.alprolab.serve;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** What is counted, in the text format of Prometheus. */
final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests =
            Counter.builder()
                    .name("alprolab_requests_total")
                    .help("Requests that were answered")
                    .labelNames("address", "status")
                    .register(registry);
    private final Histogram searches =
            Histogram.builder()
                    .name("alprolab_search_seconds")
                    .help("Time of a search, its text encoded and its clips ranked")
                    .classicOnly()
                    .classicUpperBounds(.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5)
                    .register(registry);

    /**
     * For a gallery.
     *
     * @param clips how many are searched
     */
    Metrics(int clips) {
        Gauge.builder()
                .name("alprolab_clips")
                .help("Clips that are searched")
                .register(registry)
                .set(clips);
    }

    /** Counts a request when its answer is sent. */
    void watch(Request request, Response response, String address) {
        Request.addCompletionListener(
                request,
                failure ->
                        requests.labelValues(address, Integer.toString(response.getStatus()))
                                .inc());
    }

    void searched(double seconds) {
        searches.observe(seconds);
    }

    Answer answer() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
        writer.write(text, registry.scrape());
        return new Answer(200, writer.getContentType(), text.toByteArray());
    }
}
