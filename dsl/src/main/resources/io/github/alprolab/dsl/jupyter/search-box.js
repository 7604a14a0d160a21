// A line to type into, and a picture of what was found for it.
const REST = 350;

export default {
    render({ model, el }) {
        const box = document.createElement("div");
        box.className = "alprolab-widget";
        const line = document.createElement("input");
        line.type = "search";
        line.ariaLabel = "what is looked for";
        line.dataset.lmSuppressShortcuts = "true"; // JupyterLab leaves it all keys
        const picture = document.createElement("img");
        box.append(line, picture);
        el.append(box);

        let timer = null;
        let url = "";
        const send = () => {
            clearTimeout(timer);
            timer = null;
            if (line.value.trim() !== "" && line.value !== model.get("text")) {
                box.classList.add("alprolab-waits");
                model.set("text", line.value);
                model.save_changes();
            }
        };
        const draw = () => {
            URL.revokeObjectURL(url);
            url = URL.createObjectURL(new Blob([model.get("picture")], { type: "image/jpeg" }));
            picture.src = url;
            picture.alt = model.get("words");
            box.classList.remove("alprolab-waits");
        };
        line.value = model.get("text");
        line.addEventListener("input", () => {
            clearTimeout(timer);
            timer = setTimeout(send, REST);
        });
        line.addEventListener("change", send);
        model.on("change:picture", draw);
        draw();
        return () => {
            clearTimeout(timer);
            URL.revokeObjectURL(url);
        };
    },
};
