package io.github.alprolab.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What {@code ./lab serve} was given.
 *
 * @param gallery folder of the gallery
 * @param host name or address to listen at
 * @param port 0 to 65535, 0 for any that is free
 * @param rate requests a second from one address, at least 1
 * @param token that clients have to know; empty on loopback
 */
record ServeOptions(String gallery, String host, int port, int rate, Optional<String> token) {
    static final String USAGE =
            "serve takes a folder that gallery.embed() made, and --host NAME (127.0.0.1), --port N"
                    + " (8090), --rate N (100 requests a second from one address).";

    private static final String TOKEN = "ALPROLAB_SERVE_TOKEN";
    private static final int TOKEN_BYTES = 24;
    private static final int SHORTEST = 16;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException for what is not allowed, in words
     */
    static ServeOptions of(String[] arguments, Optional<String> ownToken) {
        String gallery = null;
        String host = "127.0.0.1";
        int port = 8090;
        int rate = 100;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--host" -> host = value(arguments, ++i);
                case "--port" -> port = number(value(arguments, ++i), 0, 65_535, "--port");
                case "--rate" -> rate = number(value(arguments, ++i), 1, 1_000_000, "--rate");
                default -> gallery = onlyOne(gallery, arguments[i]);
            }
        }
        if (gallery == null) {
            throw new IllegalArgumentException("There is no gallery. " + USAGE);
        }
        return new ServeOptions(gallery, host, port, rate, token(host, ownToken));
    }

    /** That of the environment. */
    static Optional<String> ownToken() {
        return Optional.ofNullable(System.getenv(TOKEN)).filter(text -> !text.isBlank());
    }

    private static String onlyOne(String before, String given) {
        if (before != null || given.startsWith("-")) {
            throw new IllegalArgumentException("serve does not know " + given + ". " + USAGE);
        }
        return given;
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " lacks its value. " + USAGE);
        }
        return arguments[at];
    }

    private static int number(String given, int least, int most, String name) {
        if (!given.matches("[0-9]{1,7}")
                || Integer.parseInt(given) < least
                || Integer.parseInt(given) > most) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed is %d to %d.".formatted(name, given, least, most));
        }
        return Integer.parseInt(given);
    }

    private static Optional<String> token(String host, Optional<String> own) {
        if (own.filter(text -> text.length() < SHORTEST).isPresent()) {
            throw new IllegalArgumentException(
                    "%s is shorter than %d characters.".formatted(TOKEN, SHORTEST));
        }
        return own.isPresent() || isLoopback(host) ? own : Optional.of(drawn());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "--host " + host + " is no name of this machine.", e);
        }
    }

    private static String drawn() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Where a browser opens the page. */
    String address(int listening) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://%s:%d/%s"
                .formatted(name, listening, token.map(text -> "?token=" + text).orElse(""));
    }
}
