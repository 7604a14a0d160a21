// A box to drag over a frame, on the lattice of patches, and the entities that the prompter sees in it.
function element(parent, name, className, text = "") {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    parent.append(made);
    return made;
}

export default {
    render({ model, el }) {
        const explorer = element(el, "div", "alprolab-widget");
        element(explorer, "div", "", model.get("caption"));
        const row = element(explorer, "div", "alprolab-explorer");
        const stage = element(row, "div", "alprolab-stage");
        const frame = element(stage, "img", "");
        const box = element(stage, "div", "alprolab-box");
        const corner = element(box, "div", "alprolab-corner");
        const crop = element(row, "img", "alprolab-crop");
        const bars = element(row, "div", "alprolab-bars");
        frame.alt = "a frame of the clip";
        crop.alt = "what the prompter sees";
        box.tabIndex = 0;
        box.role = "application";
        box.ariaLabel = "the crop: arrow keys move it, with shift they change its size";
        box.dataset.lmSuppressShortcuts = "true"; // JupyterLab leaves it the arrow keys

        const grid = model.get("grid");
        const urls = {};
        const show = (image, name) => {
            URL.revokeObjectURL(urls[name]);
            urls[name] = URL.createObjectURL(new Blob([model.get(name)], { type: "image/jpeg" }));
            image.src = urls[name];
        };
        const place = () => {
            const at = model.get("box");
            for (const side of ["left", "top", "width", "height"]) {
                box.style[side] = 100 * at[side] / grid + "%";
            }
        };
        const move = (to) => {
            const at = model.get("box");
            if (["left", "top", "width", "height"].some((side) => to[side] !== at[side])) {
                model.set("box", to);
                model.save_changes();
                place();
            }
        };
        const within = (value, least, most) => Math.min(most, Math.max(least, value));
        const moved = (from, right, down) => ({
            ...from,
            left: within(from.left + right, 0, grid - from.width),
            top: within(from.top + down, 0, grid - from.height),
        });
        const sized = (from, right, down) => ({
            ...from,
            width: within(from.width + right, 1, grid - from.left),
            height: within(from.height + down, 1, grid - from.top),
        });
        const drag = (handle, change) => handle.addEventListener("pointerdown", (down) => {
            down.preventDefault();
            down.stopPropagation();
            box.focus();
            handle.setPointerCapture(down.pointerId);
            const from = model.get("box");
            const patch = stage.clientWidth / grid;
            const follow = (now) => move(change(from,
                Math.round((now.clientX - down.clientX) / patch), Math.round((now.clientY - down.clientY) / patch)));
            handle.addEventListener("pointermove", follow);
            handle.addEventListener("lostpointercapture",
                () => handle.removeEventListener("pointermove", follow), { once: true });
        });
        drag(box, moved);
        drag(corner, sized);
        box.addEventListener("keydown", (event) => {
            const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
            if (step) {
                event.preventDefault();
                move((event.shiftKey ? sized : moved)(model.get("box"), ...step));
            }
        });
        const drawBars = () => {
            bars.replaceChildren();
            for (const { entity, share, words } of model.get("bars")) {
                const line = element(bars, "div", "alprolab-bar");
                element(line, "span", "", entity + (entity === model.get("known") ? " ✓" : ""));
                const length = element(line, "i", model.get("ignored") ? "alprolab-faded" : "");
                length.style.width = 100 * share + "%";
                element(line, "b", "", words);
            }
            const known = model.get("known");
            element(bars, "small", "", [known && "really in the box: " + known, model.get("ignored")]
                .filter(Boolean).join(" · "));
        };
        model.on("change:box", place);
        model.on("change:crop", () => show(crop, "crop"));
        model.on("change:bars change:known change:ignored", drawBars);
        show(frame, "frame");
        show(crop, "crop");
        place();
        drawBars();
        return () => Object.values(urls).forEach((url) => URL.revokeObjectURL(url));
    },
};
