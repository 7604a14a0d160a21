package io.github.alprolab.serve;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, in words and as JSON; never a stack, never what was sent. */
final class FaultWords extends ErrorHandler {
    private final int rate;

    FaultWords(int rate) {
        this.rate = rate;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            String message,
            Throwable cause,
            Callback callback) {
        if (code == 429 || code == 503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        Answer.fault(code, words(code)).send(response, callback);
    }

    private String words(int code) {
        return switch (code) {
            case 404 ->
                    "There is nothing at this address; allowed are /, /search, /strip/ROW, /health"
                            + " and /metrics.";
            case 405 -> "This service is read alone; allowed are GET and HEAD.";
            case 413, 414, 431 ->
                    "The request is too long; a text may have %d characters."
                            .formatted(SearchQuery.LONGEST);
            case 429 ->
                    "Too many requests; allowed are %d a second from one address.".formatted(rate);
            case 503 -> "The service is busy; try again in a second.";
            default ->
                    code < 500
                            ? "The request is malformed; allowed is"
                                    + " /search?q=a+dog+moves+left&k=10."
                            : "The service failed; its log says why.";
        };
    }
}
