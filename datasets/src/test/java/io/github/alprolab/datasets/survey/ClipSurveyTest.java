package io.github.alprolab.datasets.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.CountingClip;
import io.github.alprolab.datasets.Frames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClipSurveyTest {
    private static final ClipSource BROKEN =
            new ClipSource() {
                @Override
                public String id() {
                    return "broken";
                }

                @Override
                public int frameCount() {
                    throw new ClipException(Path.of("x.mp4"), ClipFault.EMPTY, "is empty");
                }

                @Override
                public double framesPerSecond() {
                    return 1;
                }

                @Override
                public Frames frames(int[] indices, int size) {
                    throw new AssertionError("a survey reads no pictures");
                }
            };

    @Test
    void tellsLengthsInOrderAndFaultsBesideThem() {
        List<ClipSource> clips = List.of(CountingClip.of("a", 3), BROKEN, CountingClip.of("b", 7));
        List<Integer> answered = new ArrayList<>();
        ClipSurvey survey = ClipSurvey.of(clips, () -> false, answered::add);
        assertThat(survey.lengths()).extracting(ClipSurvey.Length::frames).containsExactly(3, 7);
        assertThat(survey.unreadable())
                .extracting(ClipException::reason)
                .containsExactly("is empty");
        assertThat(survey.unknown()).isZero();
        assertThat(survey.and(survey).clips()).isEqualTo(6);
        assertThat(answered).containsExactly(1, 2, 3);
    }

    @Test
    void asksNoMoreOnceItIsEnough() {
        List<ClipSource> clips = List.of(CountingClip.of("a", 3), BROKEN, CountingClip.of("b", 7));
        AtomicInteger asked = new AtomicInteger();
        ClipSurvey survey = ClipSurvey.of(clips, () -> asked.incrementAndGet() > 1, done -> {});
        assertThat(survey.lengths().size() + survey.unreadable().size()).isEqualTo(1);
        assertThat(survey.unknown()).isEqualTo(2);
    }
}
