// One of several options.
export default {
    render({ model, el }) {
        const row = document.createElement("label");
        row.className = "kernel-widget";
        const name = document.createElement("span");
        const list = document.createElement("select");
        list.dataset.lmSuppressShortcuts = "true"; // JupyterLab leaves it the arrow keys
        row.append(name, list);
        el.append(row);

        for (const option of model.get("options")) {
            list.add(new Option(option));
        }
        const draw = () => {
            name.textContent = model.get("label");
            list.selectedIndex = model.get("index");
        };
        list.addEventListener("change", () => {
            model.set("index", list.selectedIndex);
            model.save_changes();
        });
        model.on("change:index change:label", draw);
        draw();
    },
};
