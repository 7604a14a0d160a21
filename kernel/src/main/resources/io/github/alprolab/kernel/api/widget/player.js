// Frames of a video with boxes and a scrubber. While it plays, the kernel hears nothing.
const INKS = ["#e07b00", "#3987e5", "#2a9d5c", "#c2478f", "#8a6fd1", "#d03b3b"];
const LEAST_WIDTH = 320;

function element(parent, name, properties = {}) {
    const made = Object.assign(document.createElement(name), properties);
    parent.append(made);
    return made;
}

export default {
    render({ model, el }) {
        const player = element(el, "div", { className: "kernel-widget kernel-player" });
        const caption = element(player, "div", { className: "kernel-player-caption" });
        const stage = element(player, "div", { className: "kernel-player-stage" });
        stage.style.width = Math.max(LEAST_WIDTH, model.get("width")) + "px";
        const picture = element(stage, "img", { alt: "" });
        const overlay = element(stage, "div");
        const bar = element(player, "div", { className: "kernel-player-bar" });
        const play = element(bar, "button");
        const scrubber = element(bar, "input", { type: "range", min: 0, step: 1, ariaLabel: "frame" });
        scrubber.dataset.lmSuppressShortcuts = "true"; // JupyterLab leaves it the arrow keys
        const place = element(bar, "output");
        const boxesShown = element(bar, "label");
        const check = element(boxesShown, "input", { type: "checkbox", checked: true });
        boxesShown.append(" boxes");

        const urls = model.get("frames").map(
            (bytes) => URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" })));
        const loaded = urls.map((url) => Object.assign(new Image(), { src: url })); // no blink while it plays
        const labels = () => [...new Set(model.get("boxes").map((box) => box.label))];
        scrubber.max = urls.length - 1;
        let frame = model.get("frame");
        let timer = null;

        const drawBoxes = () => {
            overlay.replaceChildren();
            boxesShown.hidden = model.get("boxes").length === 0;
            const names = labels();
            for (const box of check.checked ? model.get("boxes") : []) {
                if (box.frame === frame) {
                    const drawn = element(overlay, "div", { className: "kernel-player-box" });
                    for (const side of ["left", "top", "width", "height"]) {
                        drawn.style[side] = 100 * box[side] + "%";
                    }
                    drawn.style.setProperty("--ink", INKS[names.indexOf(box.label) % INKS.length]);
                    element(drawn, "span", { textContent: box.label });
                }
            }
        };
        const draw = () => {
            caption.textContent = model.get("caption");
            picture.src = loaded[frame].src;
            scrubber.value = frame;
            place.textContent = `frame ${frame + 1} of ${urls.length} · `
                + (frame / model.get("framesPerSecond")).toFixed(2) + " s";
            play.textContent = timer === null ? "▶" : "❚❚";
            play.ariaLabel = timer === null ? "play" : "pause";
            drawBoxes();
        };
        const tell = () => {
            model.set("frame", frame);
            model.save_changes();
        };
        const pause = () => {
            clearInterval(timer);
            timer = null;
        };
        play.addEventListener("click", () => {
            if (timer === null) {
                timer = setInterval(() => {
                    frame = (frame + 1) % urls.length;
                    draw();
                }, 1000 / model.get("framesPerSecond"));
            } else {
                pause();
                tell();
            }
            draw();
        });
        scrubber.addEventListener("input", () => {
            pause();
            frame = scrubber.valueAsNumber;
            draw();
            tell();
        });
        check.addEventListener("change", drawBoxes);
        model.on("change:frame", () => {
            frame = model.get("frame");
            draw();
        });
        model.on("change:boxes change:caption", draw);
        draw();
        return () => {
            pause();
            urls.forEach((url) => URL.revokeObjectURL(url));
        };
    },
};
