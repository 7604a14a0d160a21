package io.github.alprolab.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.video.VideoWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatedVideosTest {
    @TempDir Path place;

    private Path video(String name, int level) throws IOException {
        byte[] rgb = new byte[5 * 32 * 32 * 3];
        Arrays.fill(rgb, (byte) level);
        Path file = place.resolve(name);
        Files.createDirectories(file.getParent());
        VideoWriter.write(file, Frames.of(5, 32, 32, rgb), 10);
        return file;
    }

    private static Stream<VideoCaptions> rows(String... videos) {
        return Stream.of(videos).map(v -> new VideoCaptions(v, List.of("caption of " + v)));
    }

    private AnnotatedVideos dataset() {
        return AnnotatedVideos.of("mine", VideoFolder.of(place));
    }

    @Test
    void joinsCaptionsWithVideosWhereverTheyLieAndWhateverTheirEnding() throws IOException {
        video("a/video1.mp4", 10);
        video("b/N04_42_x.mp4", 20);
        AnnotatedVideos data =
                dataset()
                        .split(Split.TEST, rows("video1", "N04_42_x.mov", "video1", "else/video1"));

        List<Pair> pairs = data.pairs(Split.TEST);

        assertThat(pairs)
                .extracting(Pair::id)
                .containsExactly("video1", "N04_42_x.mov", "else/video1");
        assertThat(pairs.get(0).captions())
                .containsExactly("caption of video1", "caption of video1");
        assertThat(pairs.get(0).clip().frameCount()).isEqualTo(5);
        assertThat(pairs.get(1).clip().frames(new int[] {4, 0}, 16).count()).isEqualTo(2);
        assertThat(data.pairs(Split.TRAIN)).isEmpty();
    }

    @Test
    void aPictureIsAClipOfOneFrame() throws IOException {
        Path picture = place.resolve("00000000.jpg");
        ImageIO.write(
                new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", picture.toFile());
        Pair pair = dataset().split(Split.TRAIN, rows("00000000")).pairs(Split.TRAIN).get(0);
        assertThat(pair.clip().frameCount()).isEqualTo(1);
        assertThat(pair.clip().frames(new int[] {0, 0}, 16).count()).isEqualTo(2);
    }

    @Test
    void aMissingVideoIsNamedUnlessTheUserWantsToGoWithout() throws IOException {
        video("here.mp4", 1);
        AnnotatedVideos data = dataset().split(Split.TEST, rows("here", "gone", "lost"));
        assertThatThrownBy(() -> data.pairs(Split.TEST))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining(place.toString())
                .hasMessageContaining(
                        "2 of 3 videos of TEST in mine are missing, first: [gone, lost]")
                .hasMessageContaining(".presentOnly()");
        assertThat(data.presentOnly().pairs(Split.TEST))
                .extracting(Pair::id)
                .containsExactly("here");
        assertThat(data.missing(Split.TEST)).containsExactly("gone", "lost");
    }

    @Test
    void aHostileNameDoesNotLeaveTheFolder() throws IOException {
        video("in/video1.mp4", 1);
        Path secret = video("secret.mp4", 2);
        VideoFolder folder = VideoFolder.of(place.resolve("in"));
        for (String name :
                List.of("../secret.mp4", "../secret", secret.toString(), "..", "/", "")) {
            assertThat(folder.find(name)).isEmpty();
        }
    }

    @Test
    void aFolderThatLinksToItselfIsListed() throws IOException {
        Path clip = video("in/video1.mp4", 1);
        Files.createSymbolicLink(place.resolve("in/again"), place.resolve("in"));
        Files.createSymbolicLink(place.resolve("in/self.mp4"), place.resolve("in/self.mp4"));
        VideoFolder folder = VideoFolder.of(place);
        assertThat(folder.size()).isEqualTo(1);
        assertThat(folder.find("video1")).contains(clip);
    }

    @Test
    void aLinkToAnotherFolderIsFollowed() throws IOException {
        video("disk/video1.mp4", 1);
        Path link = Files.createDirectories(place.resolve("data")).resolve("videos");
        Files.createSymbolicLink(link, place.resolve("disk"));
        assertThat(VideoFolder.of(place.resolve("data")).find("video1"))
                .contains(link.resolve("video1.mp4"));
    }

    @Test
    void filesOfEqualNamesAreToldApartByFolderThenByEnding() throws IOException {
        Path train = video("train/1.mp4", 1);
        video("test/1.mp4", 2);
        Path clip = video("2.mp4", 3);
        Files.createFile(place.resolve("2.jpg"));
        VideoFolder folder = VideoFolder.of(place);
        assertThat(folder.size()).isEqualTo(4);
        assertThat(folder.find("train/1")).contains(train);
        assertThat(folder.find("2")).contains(clip);
        assertThat(folder.find("2.jpg")).contains(place.resolve("2.jpg"));
        assertThatThrownBy(() -> folder.find("1"))
                .isInstanceOf(AnnotationException.class)
                .hasMessageContaining("several files for the video \"1\"")
                .hasMessageContaining(train.toString());
    }

    @Test
    void theHashFollowsCaptionsSplitsAndFiles() throws IOException {
        video("v.mp4", 1);
        String hash = dataset().split(Split.TEST, rows("v")).hash();
        assertThat(dataset().split(Split.TEST, rows("v")).hash()).isEqualTo(hash).hasSize(64);
        assertThat(dataset().split(Split.TRAIN, rows("v")).hash()).isNotEqualTo(hash);
        assertThat(dataset().split(Split.TEST, rows("v", "v")).hash()).isNotEqualTo(hash);
        Files.write(place.resolve("v.mp4"), new byte[7]);
        assertThat(dataset().split(Split.TEST, rows("v")).hash()).isNotEqualTo(hash);
    }

    @Test
    void findsVideosThatTwoSplitsShareByNameOrByContent() throws IOException {
        Path train = video("train1.mp4", 10);
        Files.copy(train, place.resolve("renamed.mp4"));
        video("both.mp4", 30);
        video("other.mp4", 50);
        AnnotatedVideos data =
                dataset()
                        .split(Split.TRAIN, rows("train1", "both"))
                        .split(Split.TEST, rows("both", "renamed", "other"));
        assertThat(data.overlaps())
                .containsExactly(
                        new SplitOverlap(Split.TRAIN, "both", Split.TEST, "both"),
                        new SplitOverlap(Split.TRAIN, "train1", Split.TEST, "renamed"));
        assertThat(dataset().split(Split.TRAIN, rows("train1", "renamed")).overlaps()).isEmpty();
    }
}
