export const commandLine = {
  seeHelp: '“postil help” lists what can be done.',
  columnsLeftOut_one: 'This column was left out: {{columns}}. --columns says what it is.',
  columnsLeftOut_other: 'These columns were left out: {{columns}}. --columns says what they are.',
  help: `Postil: code texts in qualitative research, without a network.

postil [path...]
    Opens the app, offering to import what is named.
postil projects
    Lists the projects: name, sources, codes, codings.
postil import <file|folder>... --project <name>
    Imports texts; makes the project if there is none of that name. Tables of codings and codebooks (.csv, .tsv, .xlsx,
    .qdc, .qde) are known by what is in them. --as sources|codebook|codings says what the files are where that cannot be
    told; as a codebook come outlines (.txt, .md), too. --dry-run says what codebooks and codings would change, and
    changes nothing.
    With --as codebook:
    --columns name=<column>,definition=<column>,...  which column of a table is what, by its header or its number: name,
        definition, color, include, exclude, example, memo; columns that are not named are known by their headers
    --separator <sign>                what stands between the names of a path, where that is not >, >>, :: or \\;
        --separator= where names are no paths
    --existing take|fill|leave        what becomes of codes that are here already: they take what the file says (as
        without this), only what is empty is filled, or they are left as they are
postil export codings|memos|journal --project <name> --out <file.csv>
    Writes a table. --raw leaves out the guard against formulas and the byte order mark.
postil export codebook --project <name> --out <file.csv|.xlsx|.qdc|.docx|.html|.md|.txt>
    Writes the codebook as the file ends; with --as maxqda|qualcoder|qualcoder-text for those programs, with --as outline names and
    definitions only. What the format cannot hold is said on stderr; what it holds cut or spelled otherwise ends with 1.
postil export qdc --project <name> --out <file.qdc>
    Writes the codebook in REFI-QDA's format.
postil export backup --project <name> --out <file.postil-backup>
    Writes everything a project holds into one file.
postil import <file.postil-backup> [--project <name>]
    Makes a new project of a backup; those that are there stay as they are.
postil help
    Says this.

With every command:
    --json               answers in JSON
    --coder <name>       who codes
    --lang <language>    in which language to answer
    --data-dir <folder>  where the projects live

Ends with 0 when done, 1 when done with something left out, 2 when it could not be done.`,
} as const;
