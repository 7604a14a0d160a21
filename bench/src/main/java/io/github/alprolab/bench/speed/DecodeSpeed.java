package io.github.alprolab.bench.speed;

import io.github.alprolab.bench.data.RenderedFiles;
import io.github.alprolab.bench.training.BenchmarkFolder;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.video.VideoClip;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Even frames of video files that were opened before, decoded one file after the other. */
final class DecodeSpeed {
    private static final int FILES = 20;

    private DecodeSpeed() {}

    static void measure(SpeedSettings settings) throws IOException {
        int edge = settings.size().config().video().imageSize();
        try (BenchmarkFolder folder = BenchmarkFolder.create()) {
            List<VideoClip> clips =
                    RenderedFiles.of(folder.path(), edge, 1, FILES).stream()
                            .map(VideoClip::open)
                            .toList();
            Stopwatch watch =
                    new Stopwatch(settings.steps(), settings.input(), t -> print(settings, t));
            boolean more = true;
            while (more) {
                more = watch.goesOn(() -> clips.forEach(clip -> decode(clip, settings)));
            }
        }
    }

    private static void decode(VideoClip clip, SpeedSettings settings) {
        int wanted = settings.size().config().video().frames();
        int[] indices = FrameSampling.uniform().indices(clip.frameCount(), wanted, new Random(0));
        clip.frames(indices, settings.size().config().video().imageSize());
    }

    private static void print(SpeedSettings settings, Stopwatch.Times times) {
        Quartiles speed = Quartiles.of(times.seconds().stream().map(s -> FILES / s).toList());
        new Line("decode", settings)
                .with("files", FILES)
                .with("frames", settings.size().config().video().frames())
                .with("steps", times.seconds().size())
                .with("clips_per_s", speed.json())
                .with("step_s", Quartiles.of(times.seconds()).json())
                .with("processor_s_a_step", times.processor() / times.seconds().size())
                .print();
    }
}
