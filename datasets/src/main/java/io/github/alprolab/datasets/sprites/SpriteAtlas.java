package io.github.alprolab.datasets.sprites;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The pictures of all nouns, unpacked once in memory. */
final class SpriteAtlas {
    /** Strips hold one picture every 66 pixels, with a border of one pixel. */
    private static final int PITCH = 66;

    private static final int BORDER = 1;

    private final Map<String, SpritePicture> pictures;

    private SpriteAtlas(Map<String, SpritePicture> pictures) {
        this.pictures = Map.copyOf(pictures);
    }

    /** The atlas of {@link SpriteTable}. */
    static SpriteAtlas shared() {
        return Shared.ATLAS;
    }

    SpritePicture picture(Noun noun) {
        return pictures.get(noun.name());
    }

    private static SpriteAtlas load() {
        Map<Integer, byte[]> files = new TreeMap<>();
        try (SpriteArchive archive = SpriteArchive.open()) {
            for (Noun noun : SpriteTable.nouns()) {
                files.computeIfAbsent(noun.column(), archive::strip);
            }
        }
        Map<Integer, BufferedImage> strips =
                files.entrySet().parallelStream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> decoded(e.getValue())));
        Map<String, SpritePicture> pictures = new HashMap<>();
        for (Noun noun : SpriteTable.nouns()) {
            BufferedImage strip = strips.get(noun.column());
            int top = PITCH * noun.row() + BORDER;
            pictures.put(noun.name(), SpritePicture.of(strip, BORDER, top));
        }
        return new SpriteAtlas(pictures);
    }

    /** Read in memory: over a plain stream the decoder writes a temporary file for each picture. */
    private static BufferedImage decoded(byte[] png) {
        try {
            // Closed by ImageIO.
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException("a strip of sprites cannot be read", e);
        }
    }

    private static final class Shared {
        private static final SpriteAtlas ATLAS = load();
    }
}
