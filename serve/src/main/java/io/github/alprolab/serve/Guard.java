package io.github.alprolab.serve;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets through what reads and may read. On loopback the name in the request has to be loopback's: a
 * page of another site, whose name leads here, is another site still. Elsewhere a token is needed.
 */
final class Guard extends Handler.Wrapper {
    private static final Set<String> LOOPBACK =
            Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");
    private static final String COOKIE = "alprolab-token";
    private static final String PARAMETER = "token";

    private final Optional<String> token;

    /**
     * Around a handler.
     *
     * @param token that has to be known; empty on loopback
     */
    Guard(Handler inner, Optional<String> token) {
        super(inner);
        this.token = token;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Response.writeError(request, response, callback, 405);
        } else if (token.isEmpty() && !LOOPBACK.contains(Request.getServerName(request))) {
            Answer.fault(421, "This service answers to localhost alone.").send(response, callback);
        } else if (token.isPresent() && isGivenAtThePage(request)) {
            keep(response, callback);
        } else if (token.isPresent() && given(request).noneMatch(this::isRight)) {
            Answer.fault(
                            401,
                            "A token is needed: the address with ?token=… that the service printed,"
                                    + " or the header Authorization: Bearer ….")
                    .send(response, callback);
        } else {
            return super.handle(request, response, callback);
        }
        return true;
    }

    private boolean isGivenAtThePage(Request request) {
        String given = Request.extractQueryParameters(request).getValue(PARAMETER);
        return Request.getPathInContext(request).equals("/") && given != null && isRight(given);
    }

    /** In a cookie that scripts do not see, so that it stays in no address and no history. */
    private void keep(Response response, Callback callback) {
        Response.addCookie(
                response,
                HttpCookie.build(COOKIE, encoded(token.orElseThrow()))
                        .path("/")
                        .httpOnly(true)
                        .sameSite(HttpCookie.SameSite.STRICT)
                        .build());
        response.getHeaders().put(HttpHeader.LOCATION, "/");
        new Answer(302, "text/plain", new byte[0]).send(response, callback);
    }

    private static Stream<String> given(Request request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        Stream<String> bearer =
                header != null && header.startsWith("Bearer ")
                        ? Stream.of(header.substring("Bearer ".length()))
                        : Stream.empty();
        return Stream.concat(
                bearer,
                Request.getCookies(request).stream()
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(HttpCookie::getValue)
                        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Takes as long for a wrong token as for the right one. */
    private boolean isRight(String given) {
        return MessageDigest.isEqual(bytes(given), bytes(token.orElseThrow()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
