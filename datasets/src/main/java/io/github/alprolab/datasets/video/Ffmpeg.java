package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** What reading and writing share: a quiet library, file names and error codes. */
final class Ffmpeg {
    private static final int MESSAGE_BYTES = 256;

    /** JavaCPP reads it when its first class loads. */
    private static final String MEMORY_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

    static {
        // By default JavaCPP refuses to allocate once the whole process is larger than a multiple
        // of the Java heap, which a tensor engine in the same process easily is.
        if (System.getProperty(MEMORY_LIMIT) == null) {
            System.setProperty(MEMORY_LIMIT, "0");
        }
        // Errors reach the user as exceptions; the library would print them a second time.
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    /** How Java turns file names into the bytes that are on the disk. */
    private static final Charset NAMES =
            Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    /** The decoder wants another packet first. Known only once the library is loaded. */
    static final int AGAIN = avutil.AVERROR_EAGAIN();

    /** There is nothing more. */
    static final int END = avutil.AVERROR_EOF();

    private Ffmpeg() {}

    /** Silences the library; free after the first call. */
    static void load() {}

    /** The file as an address that FFmpeg cannot take for a protocol or an option. */
    static BytePointer address(Path file) {
        byte[] name = ("file:" + file.toAbsolutePath()).getBytes(NAMES);
        BytePointer address = new BytePointer(name.length + 1L);
        return address.put(name, 0, name.length).put(name.length, (byte) 0);
    }

    /** Passes a result through, or throws naming the file, what was tried and why it failed. */
    static int checked(int result, Path file, ClipFault fault, String tried) {
        if (result < 0) {
            throw new ClipException(file, fault, tried + ": " + message(result));
        }
        return result;
    }

    static String message(int code) {
        byte[] text = new byte[MESSAGE_BYTES];
        avutil.av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
