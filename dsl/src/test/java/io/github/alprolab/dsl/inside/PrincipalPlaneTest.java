package io.github.alprolab.dsl.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Principal components of points whose components are known. */
class PrincipalPlaneTest {
    @Test
    void pointsOnARotatedRectangleComeBackOnItsAxes() {
        double angle = 0.4;
        List<float[]> points = new ArrayList<>();
        for (double[] corner : new double[][] {{3, 1}, {3, -1}, {-3, 1}, {-3, -1}}) {
            double x = Math.cos(angle) * corner[0] - Math.sin(angle) * corner[1];
            double y = Math.sin(angle) * corner[0] + Math.cos(angle) * corner[1];
            points.add(new float[] {(float) x + 5, (float) y - 2, 7});
        }
        PrincipalPlane plane = PrincipalPlane.of(points);
        assertThat(plane.places()[0]).containsExactly(new double[] {3, 1}, within(1e-6));
        assertThat(plane.places()[3]).containsExactly(new double[] {-3, -1}, within(1e-6));
        assertThat(plane.shares()[0]).isCloseTo(0.9, within(1e-6));
        assertThat(plane.shares()[1]).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void theAxesHoldMoreOfTheVarianceThanAnyOtherAndAreNotCorrelated() {
        Random random = new Random(1);
        List<float[]> points = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            float[] point = new float[12];
            for (int i = 0; i < point.length; i++) {
                point[i] =
                        (float) (random.nextGaussian() * (1 + i % 5) + (i > 5 ? point[i - 5] : 0));
            }
            points.add(point);
        }
        PrincipalPlane plane = PrincipalPlane.of(points);
        double first = 0;
        double mixed = 0;
        for (double[] place : plane.places()) {
            first += place[0] * place[0] / 40;
            mixed += place[0] * place[1] / 40;
        }
        assertThat(mixed / first).isCloseTo(0, within(1e-9));
        assertThat(plane.shares()[0]).isGreaterThan(plane.shares()[1]);
        for (int i = 0; i < 12; i++) {
            assertThat(variance(points, i)).isLessThanOrEqualTo(first);
        }
        assertThat(PrincipalPlane.of(points).places()).isDeepEqualTo(plane.places());
    }

    @Test
    void pointsInOnePlaceStayThere() {
        PrincipalPlane plane = PrincipalPlane.of(List.of(new float[] {1, 2}, new float[] {1, 2}));
        assertThat(plane.places()).isDeepEqualTo(new double[][] {{0, 0}, {0, 0}});
        assertThat(plane.shares()).containsExactly(0, 0);
    }

    private static double variance(List<float[]> points, int axis) {
        double mean = points.stream().mapToDouble(p -> p[axis]).average().orElseThrow();
        return points.stream()
                .mapToDouble(p -> (p[axis] - mean) * (p[axis] - mean))
                .average()
                .orElseThrow();
    }
}
