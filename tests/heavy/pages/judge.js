/* Runs within a page under test: axe-core's rules for WCAG 2.1 AA and its best practices, and
   what a rule cannot see: whether anything sticks out of the page or of a picture. The findings
   go to the page around it. */
addEventListener("load", async () => {
  const findings = [];
  const name = (node) => `${node.tagName} ${(node.textContent || "").trim().slice(0, 40)}`;
  if (document.documentElement.scrollWidth > innerWidth)
    findings.push(`the page is ${document.documentElement.scrollWidth} wide in ${innerWidth}`);
  for (const picture of document.querySelectorAll("svg[role=img]")) {
    const frame = picture.getBoundingClientRect();
    const texts = [...picture.querySelectorAll("text")].map((text) => [text, text.getBoundingClientRect()]);
    for (const [text, box] of texts)
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1 || box.top < frame.top - 1)
        findings.push(`sticks out of its picture: ${name(text)}`);
    texts.forEach(([text, a], i) =>
      texts.slice(i + 1).forEach(([other, b]) => {
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
          findings.push(`lie on one another: ${name(text)} and ${name(other)}`);
      }));
  }
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  const result = await axe.run(document, { resultTypes: ["violations"] });
  for (const violation of result.violations)
    for (const node of violation.nodes) findings.push(`${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`);
  const passed = result.passes.length;
  parent.postMessage({ page: document.title, width: innerWidth, passed, findings }, "*");
});
