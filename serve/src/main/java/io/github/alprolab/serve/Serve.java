package io.github.alprolab.serve;

import io.github.alprolab.dsl.check.AdviceException;

/** The program behind {@code ./lab serve}: a gallery over HTTP until the process is ended. */
public final class Serve {
    private Serve() {}

    /** Takes what {@link ServeOptions#USAGE} says. */
    public static void main(String[] arguments) throws Exception {
        try {
            serve(ServeOptions.of(arguments, ServeOptions.ownToken()));
        } catch (IllegalArgumentException | AdviceException e) {
            System.err.println("lab: " + e.getMessage());
            System.exit(2);
        }
    }

    private static void serve(ServeOptions options) throws Exception {
        SearchedGallery gallery = OpenedGallery.of(options.gallery());
        gallery.search("a clip", 1); // opens the model: nobody waits for that
        HttpService service = new HttpService(gallery, options);
        service.start();
        System.out.printf(
                "%s: %,d clips at %s%n",
                gallery.name(), gallery.clips(), options.address(service.port()));
        service.join();
    }
}
