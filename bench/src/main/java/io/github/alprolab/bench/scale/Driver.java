package io.github.alprolab.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts processes that embed.
 *
 * @param clips how many
 * @param shard clips of a shard
 * @param folder for their logs
 * @param options of their JVMs
 */
record Driver(int clips, int shard, Path folder, List<String> options) {

    /** How many shards all clips make. */
    int shards() {
        return (clips + shard - 1) / shard;
    }

    /** One that goes on while the caller does other things. */
    Process start(String engine, Path gallery) throws IOException {
        List<String> command =
                new ArrayList<>(
                        JavaProgram.command(options, System.getProperty("java.class.path")));
        command.add(EmbedChild.class.getName());
        command.addAll(List.of("" + clips, "" + shard, gallery.toString(), engine));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(gallery).toFile()))
                .start();
    }

    private Path log(Path gallery) {
        return folder.resolve(gallery.getFileName() + ".log");
    }

    /** Waits for its end and says the seconds of the embedding alone, without the JVM's start. */
    double finish(Process process, Path gallery) throws IOException, InterruptedException {
        int code = process.waitFor();
        String text = Files.readString(log(gallery));
        if (code != 0) {
            throw new IllegalStateException("The driver failed with " + code + ":\n" + text);
        }
        String[] lines = text.strip().split("\n");
        return Double.parseDouble(lines[lines.length - 1].replaceAll("[^0-9.]", ""));
    }
}
