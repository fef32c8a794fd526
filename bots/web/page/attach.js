/**
 * The files a person chose on this page that did not arrive yet. The transcript keeps words only, so after a reload they
 * are gone. `onChosen` is called with a file; `choose` opens the browser's chooser.
 */
export function prepareAttaching({ button, input, onChosen }) {
  const chosen = new Map()
  button.addEventListener('click', () => input.click())
  input.addEventListener('change', () => {
    const [file] = input.files
    // Emptied, so that the same file can be chosen again.
    if (file) onChosen(file)
    input.value = ''
  })
  return {
    keep: (id, file) => chosen.set(id, file),
    fileOf: (id) => chosen.get(id),
    forget: (id) => chosen.delete(id),
    choose: () => input.click(),
  }
}
