package io.github.alprolab.alpro.checkpoint.torch;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Reads one pickled object, protocols 2 to 5, as far as PyTorch's files use them. The pickle
 * language is a list of orders to a machine with a stack; this machine builds plain values, and of
 * all things that a pickle can name it knows the allow-list of {@link TorchGlobals}.
 */
final class Pickle {
    private static final int PROTOCOL_MOST = 5;

    private final PickleInput in;
    private final PickleStack stack = new PickleStack();

    private Pickle(PickleInput in) {
        this.in = in;
    }

    /**
     * Reads up to and with the object's end.
     *
     * @return String, Long, Double, Boolean, null, List, Map, {@link TensorRef} or {@link
     *     StorageRef}
     * @throws IOException for a truncated pickle, one that names what is not allowed, or one that
     *     uses an order beyond these
     */
    static Object read(PickleInput in) throws IOException {
        in.begin();
        try {
            return new Pickle(in).run();
        } catch (EOFException e) {
            throw new EOFException("The pickle ends too early; the file is truncated.");
        } catch (RuntimeException e) {
            // Orders that do not fit together: wrong types, an empty stack, a list that is a tuple.
            throw new IOException(
                    "The pickle is damaged near byte " + in.position() + ": " + e.getMessage(), e);
        }
    }

    private Object run() throws IOException {
        while (true) {
            int order = in.unsignedByte();
            if (order == '.') {
                return stack.pop();
            }
            if (!scalar(order) && !container(order) && !memo(order) && !object(order)) {
                throw new IOException(
                        "The pickle has order 0x%02x at byte %d, which PyTorch's files do not use."
                                .formatted(order, in.position() - 1));
            }
        }
    }

    private boolean scalar(int order) throws IOException {
        switch (order) {
            case 'N' -> stack.push(null);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'K' -> stack.push((long) in.unsignedByte());
            case 'M' -> stack.push((long) in.unsignedShort());
            case 'J' -> stack.push((long) in.intValue());
            case 0x8a -> stack.push(in.longValue(in.unsignedByte()));
            case 'G' -> stack.push(in.bigEndianDouble());
            case 'X' -> stack.push(in.text(in.length()));
            case 0x8c -> stack.push(in.text(in.unsignedByte()));
            case 'T' -> stack.push(in.text(in.length()));
            case 'U' -> stack.push(in.text(in.unsignedByte()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean container(int order) throws IOException {
        switch (order) {
            case '(' -> stack.mark();
            case '}' -> stack.push(stack.map());
            case ']' -> stack.push(stack.list());
            case ')' -> stack.push(List.of());
            case 't' -> stack.push(PickleStack.tuple(stack.toMark()));
            case 0x85, 0x86, 0x87 -> stack.push(PickleStack.tuple(stack.pop(order - 0x84)));
            case 'a' -> stack.append(stack.pop(1));
            case 'e' -> stack.append(stack.toMark());
            case 's' -> stack.put(stack.pop(2));
            case 'u' -> stack.put(stack.toMark());
            case '0' -> stack.pop();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean memo(int order) throws IOException {
        switch (order) {
            case 'q' -> stack.remember(in.unsignedByte());
            case 'r' -> stack.remember(in.intValue());
            case 0x94 -> stack.remember();
            case 'h' -> stack.recall(in.unsignedByte());
            case 'j' -> stack.recall(in.intValue());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean object(int order) throws IOException {
        switch (order) {
            case 0x80 -> requireProtocol(in.unsignedByte());
            case 0x95 -> in.skipFrameLength();
            case 'c' -> stack.push(TorchGlobals.of(in.line(), in.line()));
            case 0x93 -> {
                List<Object> names = stack.pop(2);
                stack.push(TorchGlobals.of((String) names.get(0), (String) names.get(1)));
            }
            case 'R' -> {
                List<Object> call = stack.pop(2);
                stack.push(((TorchGlobals) call.get(0)).made((List<?>) call.get(1)));
            }
            case 'Q' -> stack.push(StorageRef.of((List<?>) stack.pop()));
            case 'b' -> requireMap(stack.pop());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** State of an ordered dict is its metadata, which says nothing about the tensors. */
    private static void requireMap(Object state) throws IOException {
        if (!(state instanceof Map)) {
            throw new IOException("The pickle gives an object a state that is no dict.");
        }
    }

    private static void requireProtocol(int version) throws IOException {
        if (version > PROTOCOL_MOST) {
            throw new IOException(
                    "The pickle has protocol "
                            + version
                            + "; up to "
                            + PROTOCOL_MOST
                            + " is read.");
        }
    }
}
