/* Unpacks the page's script, which is the only one that runs; without WebAssembly the page says so and does no more. */
if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function")
    document.getElementById("nothing").hidden = false;
else {
    const packed = Uint8Array.from(atob(document.getElementById("script").textContent), letter => letter.charCodeAt(0));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    new Response(unpacked).text().then(text => {
        const script = document.createElement("script");
        script.src = URL.createObjectURL(new Blob([text], { type: "text/javascript;charset=utf-8" }));
        document.body.append(script);
    });
}
