package io.github.alprolab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FramesTest {
    private static final byte[] TWO = {1, 2, 3, 4, 5, 6, 11, 12, 13, (byte) 200, 15, 16};

    @Test
    void keepsACopyOfWhatItIsGivenAndGivesCopies() {
        byte[] bytes = TWO.clone();
        Frames frames = Frames.of(2, 1, 2, bytes);
        bytes[0] = 99;
        frames.rgb()[1] = 99;
        assertThat(frames.rgb()).isEqualTo(TWO);
    }

    @Test
    void selectsInTheOrderAskedForWithRepeats() {
        Frames chosen = Frames.of(2, 1, 2, TWO).select(new int[] {1, 0, 1});
        assertThat(chosen.count()).isEqualTo(3);
        assertThat(chosen.rgb()).startsWith(11, 12).endsWith(15, 16).contains(1, 2, 3);
    }

    @Test
    void showsBytesAsUnsignedLevelsInAnImage() {
        assertThat(Frames.of(2, 1, 2, TWO).image(1).getRGB(1, 0) & 0xffffff).isEqualTo(0xc80f10);
    }

    @Test
    void copiesIntoTheMiddleOfAnArray() {
        byte[] target = new byte[14];
        Frames.of(2, 1, 2, TWO).copyTo(target, 1);
        assertThat(target).startsWith(0, 1, 2).endsWith(15, 16, 0);
    }

    @Test
    void refusesBytesThatDoNotFitTheSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frames.of(2, 2, 2, TWO))
                .withMessageContaining("24 bytes, got 12");
        assertThatIllegalArgumentException().isThrownBy(() -> Frames.of(0, 2, 2, TWO));
    }

    @Test
    void refusesPicturesItDoesNotHave() {
        Frames frames = Frames.of(2, 1, 2, TWO);
        assertThatThrownBy(() -> frames.select(new int[] {2}))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> frames.image(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void equalPicturesAreEqualFrames() {
        assertThat(Frames.of(2, 1, 2, TWO))
                .isEqualTo(Frames.of(2, 1, 2, TWO))
                .hasSameHashCodeAs(Frames.of(2, 1, 2, TWO))
                .isNotEqualTo(Frames.of(1, 2, 2, TWO));
    }
}
