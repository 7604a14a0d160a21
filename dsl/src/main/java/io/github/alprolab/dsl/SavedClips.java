package io.github.alprolab.dsl;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.datasets.readers.FileClip;
import io.github.alprolab.datasets.video.VideoWriter;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Clips as files of a folder, as somebody would have them who filmed them. */
final class SavedClips {
    private static final String ADVICE = "clips.save(\"my-clips\"), a folder that can be written";

    private SavedClips() {}

    /** Whole files or none: one that cannot be written stops the rest. */
    static void write(List<Clip> clips, Path folder) {
        Map<Path, Clip> files = new HashMap<>();
        for (Clip clip : clips) {
            Clip other = files.put(folder.resolve(name(clip)), clip);
            if (other != null) {
                throw new AdviceException(
                        "C27",
                        "The clips %s and %s would be one file, %s."
                                .formatted(other.id(), clip.id(), name(clip)),
                        "clips.first(1).save(\"another-folder\")");
            }
        }
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Path, Clip> file : files.entrySet()) {
                write(file.getValue(), file.getKey());
            }
        } catch (IOException | ClipException e) {
            throw AdviceException.unreadable("The clips cannot be saved in " + folder, e, ADVICE);
        }
    }

    private static void write(Clip clip, Path file) throws IOException {
        ClipSource source = clip.pair().clip();
        if (source instanceof FileClip given) {
            if (!isSame(given.file(), file)) {
                AtomicFile.write(file, out -> Files.copy(given.file(), out));
            }
            return;
        }
        int even = clip.size() / 2 * 2;
        if (even != clip.size()) {
            throw new AdviceException(
                    "C27",
                    "Frames of %d pixels cannot be encoded; an mp4 has even sides."
                            .formatted(clip.size()),
                    "clips.size(%d).save(\"my-clips\")".formatted(Math.max(2, even)));
        }
        int[] all = IntStream.range(0, source.frameCount()).toArray();
        Frames frames = Clip.read(() -> source.frames(all, clip.size()));
        VideoWriter.write(file, frames, (int) Math.max(1, Math.round(source.framesPerSecond())));
    }

    private static boolean isSame(Path a, Path b) throws IOException {
        return Files.exists(b) && Files.isSameFile(a, b);
    }

    /** A name that is one file in the folder, whatever a data set calls its clip. */
    private static String name(Clip clip) {
        String id = clip.id().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").replaceAll("^\\.+", "-");
        return clip.pair().clip() instanceof FileClip ? ending(id, clip) : id + ".mp4";
    }

    /** The file's own ending, which the id of an annotated video lacks. */
    private static String ending(String id, Clip clip) {
        String file = ((FileClip) clip.pair().clip()).file().getFileName().toString();
        int dot = file.lastIndexOf('.');
        String ending = dot < 0 ? "" : file.substring(dot);
        return id.endsWith(ending) ? id : id + ending;
    }
}
