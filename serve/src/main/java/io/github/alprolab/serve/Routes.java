package io.github.alprolab.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The addresses there are, each with its answer. No part of an address is ever a path of a file.
 */
final class Routes extends Handler.Abstract {
    private static final String STRIP = "/strip/";

    /** Files of the page, beside this class. */
    private static final Map<String, String> FILES =
            Map.of(
                    "/", "page.html",
                    "/page.css", "page.css",
                    "/page.js", "page.js");

    private static final Map<String, String> TYPES =
            Map.of(
                    "page.html", "text/html;charset=utf-8",
                    "page.css", "text/css;charset=utf-8",
                    "page.js", "text/javascript;charset=utf-8");

    private final SearchedGallery gallery;
    private final Metrics metrics;

    Routes(SearchedGallery gallery, Metrics metrics) {
        this.gallery = gallery;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        String path = Request.getPathInContext(request);
        Answer answer;
        try {
            answer = answer(path, request);
        } catch (RefusedException e) {
            answer = Answer.fault(e.status(), e.getMessage());
        } catch (HttpException.RuntimeException | IllegalArgumentException undecodable) {
            answer = Answer.fault(400, "The address is malformed; allowed is UTF-8, as %C3%A9.");
        }
        if (answer == null) {
            Response.writeError(request, response, callback, 404);
        } else {
            answer.send(response, callback);
        }
        return true;
    }

    /** A few names, whatever is asked for: a metric has a line for each. */
    static String name(String path) {
        return path.startsWith(STRIP)
                ? "strip"
                : switch (path) {
                    case "/search", "/health", "/metrics" -> path.substring(1);
                    default -> FILES.containsKey(path) ? "page" : "other";
                };
    }

    private Answer answer(String path, Request request) throws IOException {
        if (path.startsWith(STRIP)) {
            return new Answer(
                    200, "image/jpeg", gallery.strip(row(path.substring(STRIP.length()))));
        }
        if (FILES.containsKey(path)) {
            return file(FILES.get(path));
        }
        return switch (path) {
            case "/search" -> found(SearchQuery.of(Request.extractQueryParameters(request)));
            case "/health" ->
                    Answer.json(
                            200,
                            Map.of(
                                    "state",
                                    "ok",
                                    "gallery",
                                    gallery.name(),
                                    "clips",
                                    gallery.clips()));
            case "/metrics" -> metrics.answer();
            default -> null;
        };
    }

    private static Answer file(String name) throws IOException {
        try (InputStream in = Routes.class.getResourceAsStream(name)) {
            return new Answer(200, TYPES.get(name), in.readAllBytes());
        }
    }

    private int row(String given) {
        if (!given.matches("[0-9]{1,9}") || Integer.parseInt(given) >= gallery.clips()) {
            throw new RefusedException(
                    404, "There is no such clip; rows are 0 to %d.".formatted(gallery.clips() - 1));
        }
        return Integer.parseInt(given);
    }

    private Answer found(SearchQuery query) {
        long began = System.nanoTime();
        List<SearchedGallery.Hit> hits = gallery.search(query.text(), query.most());
        double seconds = (System.nanoTime() - began) / 1e9;
        metrics.searched(seconds);
        return Answer.json(
                200,
                Map.of("hits", hits, "clips", gallery.clips(), "milliseconds", seconds * 1000));
    }
}
