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
  if (isFile(entry)) {
    found.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    const inside: FileSystemEntry[] = [];
    // A reader hands out a hundred at a time and ends with an empty list.
    for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) inside.push(...batch);
    // The system hands them out in an order of its own.
    const collator = new Intl.Collator(undefined, { numeric: true });
    for (const each of inside.sort((a, b) => collator.compare(a.name, b.name))) await walk(each, found);
  }
}

// Chromium has the objects, and no names for what they are.
function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
