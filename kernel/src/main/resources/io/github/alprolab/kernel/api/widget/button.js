// A click is told to the kernel.
export default {
    render({ model, el }) {
        const button = document.createElement("button");
        button.className = "kernel-widget";
        const draw = () => { button.textContent = model.get("label"); };
        button.addEventListener("click", () => model.send({ clicked: true }));
        model.on("change:label", draw);
        draw();
        el.append(button);
    },
};
