package io.github.alprolab.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC signatures of messages; an empty key signs nothing and accepts everything. */
public final class Signer {
    private final String algorithm;
    private final byte[] key;

    /**
     * A signer for a scheme such as {@code hmac-sha256}.
     *
     * @throws IllegalArgumentException when Java does not know the scheme
     */
    public Signer(String scheme, String key) {
        this.algorithm = scheme.replace("-", "");
        this.key = key.getBytes(StandardCharsets.US_ASCII);
        try {
            Mac.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The signature scheme " + scheme + " is not known; hmac-sha256 is.", e);
        }
    }

    /** The signature of a message's four JSON parts, in hexadecimal. */
    public String sign(List<byte[]> parts) {
        if (key.length == 0) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A known algorithm could not be used", e);
        }
    }

    /** Whether a signature is right; takes the same time for every wrong one. */
    public boolean verify(List<byte[]> parts, byte[] signature) {
        byte[] expected = sign(parts).getBytes(StandardCharsets.US_ASCII);
        return key.length == 0 || MessageDigest.isEqual(expected, signature);
    }
}
