package io.github.alprolab.datasets.parquet;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file of this machine to be read: of Hadoop's file systems nothing is needed. */
record LocalInput(Path file) implements InputFile {
    @Override
    public long getLength() throws IOException {
        return Files.size(file);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        // Not by a channel of Files, which an interrupted thread finds closed.
        FileInputStream in = new FileInputStream(file.toFile());
        return new DelegatingSeekableInputStream(in) {
            @Override
            public long getPos() throws IOException {
                return in.getChannel().position();
            }

            @Override
            public void seek(long position) throws IOException {
                in.getChannel().position(position);
            }
        };
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
