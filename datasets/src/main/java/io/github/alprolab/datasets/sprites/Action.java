package io.github.alprolab.datasets.sprites;

/** What a sprite does during its clip. */
public enum Action {
    /** Comes in from outside the picture and stays. */
    ENTER,
    MOVE_LEFT,
    MOVE_RIGHT,
    MOVE_UP,
    MOVE_DOWN,
    MOVE_DIAGONALLY,
    GROW,
    SHRINK,
    SPIN,
    BOUNCE,
    /** Moves, then stands still for the rest. */
    STOP,
    /** Is there at first, then gone. */
    DISAPPEAR,
    /** Never moves. */
    STAY,
    /** Crosses another sprite, covered by it on the way. */
    PASS_BEHIND,
    /** Comes together with another sprite that does the same. */
    MEET;

    /** Whether the action involves a second sprite. */
    public boolean needsPartner() {
        return this == PASS_BEHIND || this == MEET;
    }

    /** Whether the centre of the sprite never leaves its place. */
    boolean inPlace() {
        return switch (this) {
            case STAY, SPIN, GROW, SHRINK -> true;
            default -> false;
        };
    }
}
