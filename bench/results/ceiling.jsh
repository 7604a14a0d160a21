// What R@1 of 1,000 clips of TEST can be at most: ./lab script bench/results/ceiling.jsh (docs/results.md).
//
// A caption fits every clip that shows the same things doing the same; who knows all of them finds the right one by luck.

var scripts = Datasets.movingSprites().clips(Split.TEST, 1000).scripts(Split.TEST);

var direction = Pattern.compile("MOVE_(LEFT|RIGHT|UP|DOWN|DIAGONALLY)");
var order = Pattern.compile("GROW|SHRINK");

var readers = new LinkedHashMap<String, UnaryOperator<String>>();
readers.put("who sees everything", action -> action);
readers.put("who sees no direction", action -> direction.matcher(action).replaceAll("MOVE"));
readers.put("who sees no direction and no order", action ->
        order.matcher(direction.matcher(action).replaceAll("MOVE")).replaceAll("RESIZE"));
readers.put("who sees things alone", action -> "");

// Some captions tell a clip's things and not what they do: beside the things they hold a lead and articles alone.
var leadOrArticle = Set.of("a", "an", "the", "one", "some", "and", "of", "video", "footage", "portrait");

var things = scripts.stream().map(script -> script.tracks().stream().map(t -> t.noun().name()).sorted().toList()).toList();

for (var reader : readers.entrySet()) {
    var seen = scripts.stream().map(script -> script.tracks().stream()
            .map(t -> t.noun().name() + " " + reader.getValue().apply(t.action().name())
                    + t.partner().map(p -> " " + p.name()).orElse(""))
            .sorted().toList()).toList();
    double found = 0;
    int captions = 0;
    for (int clip = 0; clip < scripts.size(); clip++) {
        for (String caption : scripts.get(clip).captions()) {
            var rest = new TreeSet<>(List.of(caption.replaceAll("[,.]", "").split(" ")));
            rest.removeAll(leadOrArticle);
            rest.removeAll(things.get(clip));
            var told = rest.isEmpty() ? things : seen;
            found += 1.0 / Collections.frequency(told, told.get(clip));
            captions++;
        }
    }
    System.out.printf("%s: R@1 %.1f %% of %d captions%n", reader.getKey(), 100 * found / captions, captions);
}
