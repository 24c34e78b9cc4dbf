/**
 * One sentence or two for every code a Problem or a Warning can carry: what happened, and what can be done. They stand
 * beside the name of the file or thing they are about, so they do not repeat it.
 */
export const problems = {
  // Files that could not be read
  emptyFile: 'The file is empty.',
  onlyWhiteSpace: 'The file holds only white space.',
  binaryFile:
    'This is {{format}}, not plain text. Save it as text from the program it was made with, then add it again.',
  binaryFileUnknown: 'This is not plain text. Save it as text from the program it was made with, then add it again.',
  unreadable: 'The file could not be read. Check that you may open it, then add it again.',
  vanished: 'The file is no longer there.',
  targetFolderMissing: 'The folder for “{{name}}” is gone. Choose another place.',
  notFound: '“{{name}}” is no longer there.',
  noPermission: 'You may not open or write “{{name}}”. Change its permissions, or choose another place.',
  readOnlyDisk: '“{{name}}” is on a disk that cannot be written. Choose another place.',
  notAFile: '“{{name}}” is neither a file nor a folder.',
  isFolder: '“{{name}}” is a folder; a file is needed here.',
  notFolder: '“{{name}}” is a file; a folder is needed here.',
  fileBusy: 'Another program is using “{{name}}”. Close it there, then try again.',
  tooManyOpenFiles: 'Too many files are open on this computer. Close some programs, then try again.',
  nameTooLong: 'The name “{{name}}” is too long for this disk. Choose a shorter one.',
  diskError: 'The disk reported an error at “{{name}}”. Check the disk, then try again.',
  tooLarge: 'The file has {{size}}; up to {{limit}} can be read. Split it, then add the parts.',
  unsupportedType: 'Files ending in .{{ending}} are not read yet. Plain text and Markdown are.',
  unsupportedTypeNone: 'Files without an ending are not read. Plain text (.txt) and Markdown (.md) are.',

  // Codes and sets that cannot be changed as asked
  noCodeAbove: 'Nothing stands above “{{name}}” that could have its codings.',
  onlyFolder:
    '“{{name}}” only groups codes and cannot have codings. Let it be given to passages first, or choose otherwise.',
  setNameEmpty: 'A set needs a name.',
  setNameTaken: 'There is a set “{{name}}” already.',
  setMissing: 'This set is no longer there.',

  // Files that were read, with a reservation
  encodingGuessed: 'Read as {{encoding}}, guessed from the text. Look at letters with accents.',
  undecodable_one: '1 place could not be decoded and shows as �.',
  undecodable_other: '{{count, number}} places could not be decoded and show as �.',
  nulsReplaced_one: '1 null character was replaced by �.',
  nulsReplaced_other: '{{count, number}} null characters were replaced by �.',

  // Sources that stayed as they were
  sameText: 'Same text as “{{name}}”, so it was left out.',
  changedFile:
    'The file has changed since “{{name}}” was imported from here. The source was left as it was, since codings belong to the text as imported. To add this version too, give the file another name.',
  encodingCoded:
    '“{{name}}” has codings or memos on passages, which belong to the text as it was read. Remove them first, or import a corrected file under another name.',
  encodingNoOriginal: 'The original bytes of “{{name}}” are not kept, so it cannot be read in another way.',
  encodingEmpty: 'Read as {{encoding}}, “{{name}}” would hold no text. It was left as it was.',

  // Files that could not be written
  diskFull: 'The disk is full. Free some space, then try again.',
  notWritable: 'The file could not be written. Check that you may write to this folder, or choose another.',

  // The machine's side
  dataFolderBusy: 'Another Postil is using this data folder. Close it, then try again.',
  unknownImport: 'The import had ended already. Begin it again.',
  unknownExport: 'The export had ended already. Begin it again.',
  unknownEncoding: 'Text cannot be read as {{encoding}}.',
  unsupportedPlatform: 'Postil does not run on {{platform}}.',
  unknownHandle: 'This file was chosen too long ago. Choose it again.',
  notAllowed: 'This was asked from outside the window and not done.',
  badRequest: 'The request “{{request}}” was not understood. This is a defect in Postil.',
  unexpected: 'Something unforeseen went wrong. The log names it {{id}}.',
  unknownCode: 'Something went wrong ({{code}}).',

  // The codebook
  codeNameEmpty: 'A code needs a name.',
  codeNameTaken: '“{{parent}}” already has a code “{{name}}”.',
  codeNameTakenAtTop: 'There is already a code “{{name}}”.',
  codeInsideItself: '“{{name}}” cannot be moved into itself.',
  codeMissing: 'This code is no longer in the codebook.',
  colorUnknown: '“{{color}}” is not a colour. Use an ink name or #rrggbb.',
  parentUnknown: 'There is no code “{{parent}}” to put it under, or more than one. Give its whole path.',
  shortcutInvalid: 'A key is a single letter or digit; “{{shortcut}}” is not.',

  // Tables of codes and codings
  tableUnknown:
    '“{{name}}” is neither a codebook nor a table of codings: its columns are unknown. A codebook has a column “tag”; codings have “document”, “tag” and “content”.',
  formatTooNew:
    'The table says it is “{{format}}”, which is newer than this Postil. Update Postil, then import it again.',
  columnsMissing: 'None of the columns {{columns}} is in the table.',
  codeColumnUnknown:
    'Nothing tells which column holds the codes. Say it, as in --columns name={{first}}. The columns are: {{columns}}.',
  columnNotFound: 'There is no column “{{column}}” in the table. The columns are: {{columns}}.',
  columnTwice: 'The column “{{column}}” cannot be two things. Say of each column once what it holds.',
  columnsKnown: 'The file says itself what is what in it. Leave out --columns and --separator.',
  documentMissing: 'The row names no document.',
  documentNotFound: 'There is no source “{{document}}”.',
  documentAmbiguous_one: 'A source is called “{{document}}”, but not clearly.',
  documentAmbiguous_other:
    '{{count, number}} sources are called “{{document}}”. Add a column “document_path” that tells which.',
  textMissing: 'The text of “{{document}}” could not be read.',
  tagMissing: 'The row names no code.',
  quoteMissing: 'The row has no passage.',
  quoteNotFound: '“{{quote}}” does not stand in “{{document}}”.',
  quoteAmbiguous: '“{{quote}}” stands in “{{document}}” more than once, and nothing tells which is meant.',
  idRepeated: 'The id {{id}} stands in an earlier row; this one gets a new id.',
  weightInvalid: '“{{weight}}” is no weight from 0 to 100; it is left out.',
  timeInvalid: '“{{time}}” is no date and time; the time of the import is taken.',
  weightDiffers: 'The coding in “{{document}}” has another weight here; the one in the project stays.',
  memoDiffers: 'The coding in “{{document}}” has another memo here; the one in the project stays.',
  codingDoubled: 'The same passage in “{{document}}” has this code by this coder already; that coding stays as it is.',
  colorUnreadable: '“{{color}}” is not a colour; “{{name}}” keeps the one it has here, or gets a new one.',
  guidInvalid: '“{{name}}” has the id “{{guid}}”, which is no GUID; it gets a new one.',
  guidMissing: '“{{name}}” has no id; it gets one.',
  guidRepeated: '“{{name}}” has the id {{guid}}, which an earlier code has; it gets a new one.',
  quoteUnclosed:
    'Quotation marks open here that nothing closes, so all that follows is one cell. Look whether the file was cut off.',
  codeIdRepeated: '“{{name}}” has the id {{id}}, which stands in an earlier row; it is known by its name.',
  codeRepeated: 'The row says about “{{name}}” what an earlier one says; it is taken once.',
  codeRenamed: '“{{name}}” is taken there already, so the code is named “{{newName}}”.',
  codeNameMissing: 'The code has no name; it is named “{{newName}}”.',
  parentMissing: '“{{name}}” belongs under a code with the id {{parentId}}, which is not there; it goes to the top.',
  parentByPath:
    '“{{name}}” belongs under a code with the id {{parentId}}, which is not there; it goes under “{{path}}”, as its path says.',
  parentCircular: '“{{name}}” would be inside itself; it goes to the top.',
  shortcutTaken: 'The key {{shortcut}} belongs to another code; “{{name}}” gets none.',
  isCodableUnknown: '“{{value}}” is neither true nor false; “{{name}}” can be given to passages.',
  positionInvalid: '“{{value}}” is no position; “{{name}}” goes to the end.',
  namespaceForeign:
    'The file says it is “{{namespace}}”, which is not the name of REFI-QDA 1.0. It is read as that all the same.',
  namespaceMissing: 'The file does not say that it is REFI-QDA 1.0. It is read as that all the same.',
  isCodableMissing_one: '1 code does not say whether it can be given to passages; it can.',
  isCodableMissing_other: '{{count, number}} codes do not say whether they can be given to passages; they can.',
  codesOutside_one: '1 code stands outside the list of codes; it is read like the others.',
  codesOutside_other: '{{count, number}} codes stand outside the list of codes; they are read like the others.',
  notesLeftOut_one: '1 note on a code is kept elsewhere in the project and is left out.',
  notesLeftOut_other: '{{count, number}} notes on codes are kept elsewhere in the project and are left out.',
  elementLeftOut_one: '“{{element}}” is no part of a REFI-QDA codebook and is left out.',
  elementLeftOut_other: '“{{element}}” is no part of a REFI-QDA codebook; {{count, number}} of them are left out.',
  setNameMissing: 'A set has no name; it is named “{{newName}}”.',
  memberMissing_one: 'The set “{{name}}” names 1 code that is neither in the file nor here; it is left out of the set.',
  memberMissing_other:
    'The set “{{name}}” names {{count, number}} codes that are neither in the file nor here; they are left out of the set.',

  // Files with a codebook
  codebookUnknown:
    'This is neither text, nor a workbook, nor a REFI-QDA file. Export the codebook anew, as .qdc or .csv.',
  codebookMissing: 'This XML file holds no codebook. A REFI-QDA codebook begins with the element “CodeBook”.',
  codebookTooLarge:
    'The file has {{size}} of text; as a codebook up to {{limit}} can be read. Look whether it is the right file, or split it.',
  codebookTooMany:
    'The file has {{count, number}} rows; a codebook of up to {{most, number}} can be read. Look whether it is the right file, or split it.',
  codebookEmpty: 'There is no code in the file.',
  codebookDocument:
    'This is a codebook written as a document for reading. To bring its codes in, export the codebook as REFI-QDA, as a table (CSV, XLSX) or as an outline, and import that file.',
  webPage:
    'This is a web page, and no codebook can be read out of it. Export the codebook as .qdc, .xlsx or .csv, then import that.',
  officeDocument:
    'This is an office document of a kind that is not read here. Save a table as .xlsx or .csv, an outline as plain text (.txt), then import that.',
  qdcNeedsCode: 'A .qdc holds at least one code, and the codebook is empty. Make a code first.',
  oldWorkbook: 'This is a file of an old Office, like .xls or .doc. Save it as .xlsx or .csv, then import that.',
  lockedWorkbook: 'The file is protected with a password. Take it off in the program it was made with, then import it.',
  picture: 'This is a picture, whatever its name says. Export the codebook as .qdc, .xlsx or .csv, then import that.',
  xmlTooDeep:
    'At line {{line, number}} the file is nested deeper than any codebook. Export it again from the program it was made with.',
  archiveForeign:
    'This packed file is neither a workbook (.xlsx) nor a REFI-QDA project. If a codebook is in it, unpack it first.',
  archiveBroken: 'The file is incomplete or damaged. Export or copy it again, then import that.',
  archiveTooLarge: 'Unpacked, the file would be far larger than any codebook. It was not opened.',
  xmlBroken:
    'The file is broken: what stands in line {{line, number}}, column {{column, number}} is no XML. Export it again from the program it was made with.',
  xmlEntity:
    'Line {{line, number}}, column {{column, number}}, uses an entity that the file would define itself. Those are never followed, since they can name other files. Export it again from the program it was made with.',

  // Backups
  backupForeign: '“{{name}}” is no backup of Postil.',
  backupBroken: '“{{name}}” is incomplete or damaged, so no project was made of it. Take another copy of the file.',
  backupTooNew: '“{{name}}” was made by a newer Postil. Update Postil, then open it again.',
  unknownBackup: 'The backup had been closed already. Open it again.',
  backupAlone: 'A backup becomes a project of its own. Name one backup, and nothing else.',

  // The command line
  unknownCommand: 'There is no command “{{command}}”.',
  unknownOption: '“{{command}}” has no option {{option}}.',
  missingValue: '{{option}} needs a value after it.',
  missingPath: '“{{command}}” needs a file or a folder.',
  missingOption: '“{{command}}” needs the option {{option}}.',
  surplusWord: '“{{command}}” has no use for “{{word}}”.',
  unknownImportKind: '“{{kind}}” cannot be imported. After --as can stand: {{known}}.',
  onlyForCodebook: '{{option}} says how a codebook is read. Say --as codebook as well.',
  columnsUnreadable:
    '“{{part}}” does not tell which column holds what. After --columns stands, for example, name=Kode,definition=Beskrivelse; before = can stand: {{known}}.',
  unknownColumnWord: 'No column can hold “{{word}}”. After --columns, before =, can stand: {{known}}.',
  columnWordRepeated: 'After --columns, “{{word}}” stands twice. Say once which column it is.',
  unknownExisting: 'After --existing can stand {{known}}, not “{{word}}”.',
  missingExportKind: 'What is to be exported? One of: {{known}}.',
  dryRunTables: 'A dry run tells what codebooks and codings would change. Leave out other files, or say --as codebook.',
  unknownExportKind: '“{{kind}}” cannot be exported. One of: {{known}}.',
  unknownCodebookFormat: 'A codebook cannot be written as “{{format}}”. After --as can stand: {{known}}.',
  exportEnding: '“{{name}}” ends in .{{ending}}, which cannot be written yet. Tables are written as .csv.',
  unknownCommandId: 'The command had ended already. This is a defect in Postil.',

  // Projects
  projectNameEmpty: 'A project needs a name.',
  projectNameTaken: 'There is already a project “{{name}}”.',
  projectUnknown: 'There is no project “{{name}}”. Projects here: {{known}}.',
  projectUnknownNone: 'There is no project “{{name}}”; there are no projects yet.',
  notBackedUp:
    'An older Postil saved “{{name}}”, so it is backed up before this one opens it. The backup could not be written. {{reason}} The project was left as it was.',
  projectReadOnly: '“{{name}}” was saved by a newer Postil. It can be read, not changed.',
  projectUnopenable: '“{{name}}” could not be opened. Its data is damaged or missing.',
  sampleMissing: 'The sample project could not be read. Install Postil again to get it back.',
} as const;
