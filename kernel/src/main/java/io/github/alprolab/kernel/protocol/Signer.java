package io.github.alprolab.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC signatures of messages; an empty key signs nothing and accepts everything. */
public final class Signer {
    private final Optional<Mac> mac;

    /**
     * A signer for a scheme such as {@code hmac-sha256}.
     *
     * @throws IllegalArgumentException when Java does not know the scheme
     */
    public Signer(String scheme, String key) {
        String algorithm = scheme.replace("-", "");
        try {
            Mac known = Mac.getInstance(algorithm);
            if (!key.isEmpty()) {
                byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
                known.init(new SecretKeySpec(bytes, algorithm));
            }
            this.mac = key.isEmpty() ? Optional.empty() : Optional.of(known);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The signature scheme " + scheme + " is not known; hmac-sha256 is.", e);
        }
    }

    /** The signature of a message's four JSON parts, in hexadecimal. */
    public String sign(List<byte[]> parts) {
        return mac.map(own -> HexFormat.of().formatHex(digest(own, parts))).orElse("");
    }

    private static byte[] digest(Mac mac, List<byte[]> parts) {
        synchronized (mac) {
            parts.forEach(mac::update);
            return mac.doFinal();
        }
    }

    /** Whether a signature is right; takes the same time for every wrong one. */
    public boolean verify(List<byte[]> parts, byte[] signature) {
        byte[] expected = sign(parts).getBytes(StandardCharsets.US_ASCII);
        return mac.isEmpty() || MessageDigest.isEqual(expected, signature);
    }
}
