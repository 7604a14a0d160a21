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

// One of a clip's captions may tell its things and not what they do: then it holds nothing but a lead, articles and nouns.
var doing = Pattern.compile("\\b(enter|com|move|go|ris|sink|get|grow|shrink|spin|rotat|turn|bounc|jump|stop|halt|disappear|vanish|stand|stay|meet)\\w*\\b");

for (var reader : readers.entrySet()) {
    var seen = scripts.stream().map(script -> script.tracks().stream()
            .map(t -> t.noun().name() + " " + reader.getValue().apply(t.action().name())
                    + t.partner().map(p -> " " + p.name()).orElse(""))
            .sorted().toList()).toList();
    var things = scripts.stream().map(script -> script.tracks().stream().map(t -> t.noun().name()).sorted().toList()).toList();
    double found = 0;
    int captions = 0;
    for (int clip = 0; clip < scripts.size(); clip++) {
        for (String caption : scripts.get(clip).captions()) {
            boolean tells = doing.matcher(caption).find();
            found += 1.0 / Collections.frequency(tells ? seen : things, (tells ? seen : things).get(clip));
            captions++;
        }
    }
    System.out.printf("%s: R@1 %.1f %% of %d captions%n", reader.getKey(), 100 * found / captions, captions);
}
