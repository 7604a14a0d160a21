// A line of text, sent when the typing rests, and at once with the enter key.
const REST = 250;

export default {
    render({ model, el }) {
        const row = document.createElement("label");
        row.className = "kernel-widget";
        const name = document.createElement("span");
        const line = document.createElement("input");
        line.type = "text";
        line.dataset.lmSuppressShortcuts = "true"; // JupyterLab leaves it all keys
        row.append(name, line);
        el.append(row);

        let timer = null;
        const send = () => {
            clearTimeout(timer);
            timer = null;
            model.set("value", line.value);
            model.save_changes();
        };
        const draw = () => {
            name.textContent = model.get("label");
            if (timer === null && line.value !== model.get("value")) { // else more is being typed
                line.value = model.get("value");
            }
        };
        line.addEventListener("input", () => {
            clearTimeout(timer);
            timer = setTimeout(send, REST);
        });
        line.addEventListener("change", send);
        model.on("change:value change:label", draw);
        draw();
        return () => clearTimeout(timer);
    },
};
