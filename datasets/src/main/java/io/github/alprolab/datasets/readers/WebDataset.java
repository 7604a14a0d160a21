package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.datasets.ClipPlace;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.archive.ArchiveLimits;
import io.github.alprolab.datasets.archive.TarListing;
import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tars of the WebDataset layout: files of one name up to its first dot belong together, a video
 * such as {@code 000017.mp4} with {@code 000017.txt} or {@code 000017.json}. The tars stay packed:
 * a video is copied out while it is decoded. All pairs are TRAIN, in the order of the tars. A video
 * without a caption has its name in the place of one.
 */
public final class WebDataset implements PairDataset {
    private static final int MOST_TEXT = 1 << 20;
    private static final List<String> CAPTIONS = List.of("caption", "text", "captions");

    private final TarFiles tars;
    private final String code;
    private final TrainPairs pairs = new TrainPairs(this::read);

    private WebDataset(TarFiles tars, String code) {
        this.tars = tars;
        this.code = code;
    }

    /**
     * Of one tar, all tars of a folder, or a row of them, {@code shards/{00000..00099}.tar}.
     *
     * @throws AnnotationException when one of them is not there
     */
    public static WebDataset of(Path given) {
        TarFiles tars = TarFiles.of(given);
        return new WebDataset(tars, "WebDataset[" + given + "]");
    }

    /** With the call that a notebook reads it by, which {@link #toString} gives. */
    public WebDataset readBy(String call) {
        return new WebDataset(tars, call);
    }

    /** The tars, all of which are read. */
    public List<Path> tars() {
        return tars.files();
    }

    @Override
    public String name() {
        return "WebDataset";
    }

    /** Over names, places, lengths and captions; videos are not read. */
    @Override
    public String hash() {
        Digest sum = Digest.sha256();
        for (Pair pair : pairs(Split.TRAIN)) {
            ClipPlace place = pair.clip().place().orElseThrow();
            sum.add(pair.id()).add(place.offset() + " " + place.bytes());
            pair.captions().forEach(sum::add);
        }
        return sum.hex();
    }

    /**
     * The pairs of TRAIN; other splits have none.
     *
     * @throws io.github.alprolab.datasets.archive.ArchiveException when a tar is damaged, cut or
     *     refused
     */
    @Override
    public List<Pair> pairs(Split split) {
        return pairs.of(split);
    }

    private List<Pair> read() {
        return tars.files().stream().flatMap(tar -> read(tar).stream()).toList();
    }

    /** What is known of files of one name. */
    private static final class Sample {
        private final List<TarClip> videos = new ArrayList<>();
        private final List<String> captions = new ArrayList<>();
    }

    private static List<Pair> read(Path tar) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        TarListing.visit(
                tar,
                ArchiveLimits.standard(),
                (name, offset, bytes, contents) -> {
                    Sample sample = samples.computeIfAbsent(key(name), k -> new Sample());
                    String ending = ending(name);
                    if (VideoFolder.isVideo(ending)) {
                        ClipPlace place = new ClipPlace(tar, offset, bytes);
                        sample.videos.add(new TarClip(tar.getFileName() + "/" + name, place));
                    } else if (ending.equals("txt")) {
                        sample.captions.add(text(name, contents).strip());
                    } else if (ending.equals("json")) {
                        sample.captions.addAll(captions(text(name, contents)));
                    }
                });
        return samples.values().stream()
                .flatMap(s -> s.videos.stream().map(v -> pair(v, s)))
                .toList();
    }

    private static Pair pair(TarClip video, Sample sample) {
        List<String> said = sample.captions.stream().filter(c -> !c.isBlank()).distinct().toList();
        return new Pair(
                video.id(),
                Split.TRAIN,
                video,
                said.isEmpty() ? List.of(video.id()) : said,
                Optional.empty());
    }

    /** Folders and the name up to its first dot. */
    private static String key(String name) {
        int file = name.lastIndexOf('/') + 1;
        int dot = name.indexOf('.', file);
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String text(String name, InputStream contents) throws IOException {
        byte[] bytes = contents.readNBytes(MOST_TEXT + 1);
        if (bytes.length > MOST_TEXT) {
            throw new IOException(
                    "\"%s\" has more than the %,d bytes of a caption".formatted(name, MOST_TEXT));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> captions(String text) throws IOException {
        JsonNode object = Json.MAPPER.readTree(text);
        List<String> found = new ArrayList<>();
        for (String name : CAPTIONS) {
            JsonNode value = object.path(name);
            value.forEach(one -> found.add(one.asText()));
            if (value.isTextual()) {
                found.add(value.textValue().strip());
            }
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebDataset that && tars.equals(that.tars);
    }

    @Override
    public int hashCode() {
        return tars.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
