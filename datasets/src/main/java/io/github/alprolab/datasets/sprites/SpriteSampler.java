package io.github.alprolab.datasets.sprites;

/**
 * A sprite picture placed, turned and scaled onto a pixel grid: each pixel is the mean of a small
 * grid of points, about one per picture pixel below it.
 */
final class SpriteSampler {
    private static final int MOST_POINTS = 4;
    private static final int LEVELS = 255;

    private final SpritePicture picture;
    private final int grid;
    private final int points;
    private final int firstColumn;
    private final double centreX;
    private final double centreY;
    private final double reach;

    /** For each column of points: its distance from the centre times cosine, and times sine. */
    private final double[] acrossCos;

    private final double[] acrossSin;
    private final double scaledCos;
    private final double scaledSin;

    /**
     * @param picture what to draw
     * @param place where
     * @param grid side of the pixel grid
     */
    SpriteSampler(SpritePicture picture, Placement place, int grid) {
        double side = place.size() * grid;
        double angle = StrictMath.toRadians(place.angle());
        double scale = SpritePicture.SIDE / side;
        this.picture = picture;
        this.grid = grid;
        this.points = (int) Math.max(1, Math.min(MOST_POINTS, Math.ceil(scale)));
        this.centreX = place.x() * grid;
        this.centreY = place.y() * grid;
        this.scaledCos = StrictMath.cos(angle) * scale;
        this.scaledSin = StrictMath.sin(angle) * scale;
        this.reach = side / 2 * (Math.abs(scaledCos) + Math.abs(scaledSin)) / scale;
        this.firstColumn = Math.max(0, (int) Math.floor(centreX - reach));
        int columns = Math.max(0, lastColumn() - firstColumn + 1) * points;
        this.acrossCos = new double[columns];
        this.acrossSin = new double[columns];
        for (int i = 0; i < columns; i++) {
            double dx = firstColumn + i / points + (i % points + 0.5) / points - centreX;
            acrossCos[i] = dx * scaledCos;
            acrossSin[i] = dx * scaledSin;
        }
    }

    int firstRow() {
        return Math.max(0, (int) Math.floor(centreY - reach));
    }

    int lastRow() {
        return Math.min(grid - 1, (int) Math.ceil(centreY + reach));
    }

    int firstColumn() {
        return firstColumn;
    }

    int lastColumn() {
        return Math.min(grid - 1, (int) Math.ceil(centreX + reach));
    }

    /** The alpha sum of a fully covered pixel. */
    int opaque() {
        return points * points * LEVELS;
    }

    /**
     * Sums over the points of a pixel.
     *
     * @param into receives red, green and blue, each times alpha, and alpha
     */
    void sample(int column, int row, int[] into) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int alpha = 0;
        int first = (column - firstColumn) * points;
        for (int j = 0; j < points; j++) {
            double dy = row + (j + 0.5) / points - centreY;
            double downCos = dy * scaledCos;
            double downSin = dy * scaledSin;
            for (int i = first; i < first + points; i++) {
                int pixel = pixelAt(acrossCos[i] + downSin, downCos - acrossSin[i]);
                int a = pixel >>> 24;
                red += a * (pixel >> 16 & LEVELS);
                green += a * (pixel >> 8 & LEVELS);
                blue += a * (pixel & LEVELS);
                alpha += a;
            }
        }
        into[0] = red;
        into[1] = green;
        into[2] = blue;
        into[3] = alpha;
    }

    /** The picture's pixel at a distance from its centre, or nothing beside it. */
    private int pixelAt(double across, double down) {
        double u = across + SpritePicture.SIDE / 2.0;
        double v = down + SpritePicture.SIDE / 2.0;
        boolean inside = u >= 0 && v >= 0 && u < SpritePicture.SIDE && v < SpritePicture.SIDE;
        return inside ? picture.argb((int) u, (int) v) : 0;
    }
}
