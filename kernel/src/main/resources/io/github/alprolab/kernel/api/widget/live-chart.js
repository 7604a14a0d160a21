// A drawing that the kernel makes anew whenever there is more to show.
export default {
    render({ model, el }) {
        const chart = document.createElement("div");
        chart.className = "kernel-widget";
        el.append(chart);
        const draw = () => {
            const read = new DOMParser().parseFromString(model.get("drawing"), "image/svg+xml");
            chart.replaceChildren(document.importNode(read.documentElement, true));
        };
        model.on("change:drawing", draw);
        draw();
    },
};
