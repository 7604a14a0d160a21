package io.github.alprolab.datasets.sprites;

/** Recipes for tests to draw from. */
enum Recipes {
    STANDARD(SpriteRecipe.standard()),
    COMPLETE(SpriteRecipe.complete()),
    HELD_OUT(SpriteRecipe.complete().heldOutPhrasing()),
    THREE(SpriteRecipe.complete().sprites(3, 3)),
    TOLD_RICHLY(new SpriteRecipe(1, 3, false, false, false, 0, Phrasing.RICH, Phrasing.HELD_OUT));

    final SpriteRecipe recipe;

    Recipes(SpriteRecipe recipe) {
        this.recipe = recipe;
    }
}
