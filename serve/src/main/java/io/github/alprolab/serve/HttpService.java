package io.github.alprolab.serve;

import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server with its limits. */
final class HttpService {
    private static final int HEADER_BYTES = 8192;
    private static final int CONNECTIONS = 1000;
    private static final int WAITING = 1000;
    private static final int ADDRESSES = 10_000;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Server server = new Server(new QueuedThreadPool(64, 8));
    private final ServerConnector connector;

    HttpService(SearchedGallery gallery, ServeOptions options) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setUriCompliance(UriCompliance.RFC3986);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        server.setErrorHandler(new FaultWords(options.rate()));
        server.setStopTimeout(PATIENCE.toMillis());
        server.setHandler(handlers(gallery, options));
    }

    /** Outermost is what costs least: who is refused for his rate does not wait for a place. */
    private static GracefulHandler handlers(SearchedGallery gallery, ServeOptions options) {
        Metrics metrics = new Metrics(gallery.clips());
        QoSHandler places = new QoSHandler(new Routes(gallery, metrics));
        places.setMaxRequestCount(2 * Runtime.getRuntime().availableProcessors());
        places.setMaxSuspendedRequestCount(WAITING);
        places.setMaxSuspend(PATIENCE);
        DoSHandler rate =
                new DoSHandler(
                        new Guard(places, options.token()),
                        DoSHandler.ID_FROM_REMOTE_ADDRESS,
                        new DoSHandler.LeakingBucketTrackerFactory(options.rate()),
                        new DoSHandler.StatusRejectHandler(429),
                        ADDRESSES);
        return new GracefulHandler(new Counting(rate, metrics));
    }

    /** Starts, and stops when the process is asked to end. */
    void start() throws Exception {
        server.setStopAtShutdown(true);
        server.start();
    }

    /** The port it listens at, where any was asked for. */
    int port() {
        return connector.getLocalPort();
    }

    void join() throws InterruptedException {
        server.join();
    }

    void stop() throws Exception {
        server.stop();
    }
}
