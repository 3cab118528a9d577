/** What a drop holds. */
export interface Collected {
  /** Those of folders are called by their path in what was dropped, so that ten files of one name can be told apart. */
  readonly files: readonly File[];
  /** Of a folder that was dropped alone its name, which the names of its files leave out. */
  readonly folder?: string;
  /** Paths of files and folders that are gone or may not be opened. */
  readonly unreadable: readonly string[];
}

/** The files of a drop, those in dropped folders included. Hidden files are left out: nobody means `.DS_Store`. */
export async function collectFiles(data: DataTransfer): Promise<Collected> {
  // The list is emptied when the event is over, so the entries are taken before anything is awaited.
  const entries = [...data.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  // Of a folder that was dropped alone everybody knows which it is.
  const [alone] = entries.length === 1 ? entries.flatMap(({ entry }) => (entry?.isDirectory ? [entry] : [])) : [];
  const files: File[] = [];
  const unreadable: string[] = [];

  async function walk(entry: FileSystemEntry, path: string): Promise<void> {
    if (entry.name.startsWith('.')) return;
    try {
      if (isFile(entry)) {
        const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
        files.push(path === file.name ? file : renamed(file, path));
      } else if (isFolder(entry)) {
        for (const each of await inside(entry)) await walk(each, path === '' ? each.name : `${path}/${each.name}`);
      }
    } catch {
      unreadable.push(path === '' ? entry.name : path);
    }
  }

  for (const { entry, file } of entries) {
    if (entry) await walk(entry, alone ? '' : entry.name);
    else if (file) files.push(file);
  }
  return { files, unreadable, ...(alone && { folder: alone.name }) };
}

async function inside(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  // A reader hands out a hundred at a time and ends with an empty list.
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) found.push(...batch);
  // The system hands them out in an order of its own.
  const collator = new Intl.Collator(undefined, { numeric: true });
  return found.sort((a, b) => collator.compare(a.name, b.name));
}

/** The same file under another name; its bytes are not copied. */
function renamed(file: File, name: string): File {
  return new File([file], name, { type: file.type, lastModified: file.lastModified });
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
