/** Files that are dragged onto the page. */

/** Calls back for the first file of each drop, and marks the page while one hovers over it. */
export function listenToDrops(open: (file: File) => void): void {
  const over = (event: DragEvent, hovers: boolean) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.toggle("dropping", hovers);
  };
  document.addEventListener("dragover", (event) => over(event, true));
  document.addEventListener("dragleave", (event) => over(event, false));
  document.addEventListener("drop", (event) => {
    over(event, false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) open(file);
  });
}
