package io.github.alprolab.datasets;

/** Why a video cannot be used. */
public enum ClipFault {
    /** There is no such file. */
    MISSING,
    /** The path names a folder or a device, or reading is forbidden. */
    UNREADABLE,
    /** The file has no bytes. */
    EMPTY,
    /** The bytes are in no container known, or end before the container's index. */
    NOT_A_VIDEO,
    /** A media file of sound, subtitles or a cover alone. */
    NO_PICTURE_STREAM,
    /** Its pictures are encoded in a way that this FFmpeg cannot decode. */
    CODEC_UNKNOWN,
    /** It has a picture stream, and no picture of it can be decoded. */
    NO_PICTURE,
    /** Fewer pictures can be decoded than the file says it holds. */
    TRUNCATED,
    /** A video that cannot be written. */
    NOT_WRITTEN
}
