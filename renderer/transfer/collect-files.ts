/** The files of a drop, those in dropped folders included. Hidden files are left out: nobody means `.DS_Store`. */
export async function collectFiles(data: DataTransfer): Promise<File[]> {
  // The list is emptied when the event is over, so the entries are taken before anything is awaited.
  const entries = [...data.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: File[] = [];
  for (const { entry, file } of entries) {
    if (entry) await walk(entry, found);
    else if (file) found.push(file);
  }
  return found;
}

async function walk(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (entry.name.startsWith('.')) return;
  if (entry instanceof FileSystemFileEntry) {
    found.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
  } else if (entry instanceof FileSystemDirectoryEntry) {
    const reader = entry.createReader();
    // A reader hands out a hundred at a time and ends with an empty list.
    for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
      for (const each of batch) await walk(each, found);
    }
  }
}

function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
