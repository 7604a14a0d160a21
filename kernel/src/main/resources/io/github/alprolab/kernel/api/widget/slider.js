// A number between two others. The kernel hears of it while the knob moves.
export default {
    render({ model, el }) {
        const row = document.createElement("label");
        row.className = "kernel-widget";
        const name = document.createElement("span");
        const knob = document.createElement("input");
        knob.type = "range";
        knob.dataset.lmSuppressShortcuts = "true"; // JupyterLab leaves it the arrow keys
        const shown = document.createElement("output");
        row.append(name, knob, shown);
        el.append(row);

        const draw = () => {
            name.textContent = model.get("label");
            knob.min = model.get("least");
            knob.max = model.get("most");
            knob.step = model.get("step");
            knob.value = model.get("value");
            shown.textContent = model.get("value");
        };
        knob.addEventListener("input", () => {
            shown.textContent = knob.valueAsNumber;
            model.set("value", knob.valueAsNumber);
            model.save_changes();
        });
        model.on("change:value change:label", draw);
        draw();
    },
};
