package io.github.alprolab.kernel.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC signatures of messages; an empty key signs nothing and accepts everything. */
public final class Signer {
    /** One for each thread: a long message must not hold up the answer of another thread. */
    private final Optional<ThreadLocal<Mac>> mac;

    /**
     * A signer for a scheme such as {@code hmac-sha256}.
     *
     * @throws IllegalArgumentException when Java does not know the scheme
     */
    public Signer(String scheme, String key) {
        Mac known = mac(scheme, key);
        this.mac =
                key.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ThreadLocal.withInitial(() -> mac(scheme, key)));
        this.mac.ifPresent(own -> own.set(known));
    }

    private static Mac mac(String scheme, String key) {
        String algorithm = scheme.replace("-", "");
        try {
            Mac known = Mac.getInstance(algorithm);
            if (!key.isEmpty()) {
                byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
                known.init(new SecretKeySpec(bytes, algorithm));
            }
            return known;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The signature scheme " + scheme + " is not known; hmac-sha256 is.", e);
        }
    }

    /** The signature of a message's four JSON parts, in hexadecimal. */
    public String sign(List<byte[]> parts) {
        return sign(parts.stream().map(ByteBuffer::wrap));
    }

    /** The signature of a message's four JSON parts, however they are divided. */
    String sign(Stream<ByteBuffer> parts) {
        return mac.map(own -> HexFormat.of().formatHex(digest(own.get(), parts))).orElse("");
    }

    private static byte[] digest(Mac mac, Stream<ByteBuffer> parts) {
        mac.reset(); // a full heap may have ended the last one in its midst
        parts.forEach(mac::update);
        return mac.doFinal();
    }

    /** Whether a signature is right; takes the same time for every wrong one. */
    public boolean verify(List<byte[]> parts, byte[] signature) {
        byte[] expected = sign(parts).getBytes(StandardCharsets.US_ASCII);
        return mac.isEmpty() || MessageDigest.isEqual(expected, signature);
    }
}
