/** What `corroborate` says when it is asked for help, or asked wrongly. */
export const usage = `corroborate: from protected testimony to a report that can be walked back

  corroborate serve   [--port 4600] [--data FOLDER]      serve the desk and the public pages on 127.0.0.1
  corroborate build   FOLDER --out FOLDER [--json]       an investigation folder becomes a report (HTML, PDF, data annex)
  corroborate import  FOLDER [--data FOLDER] [--json]    take an investigation folder into the store
  corroborate verify  [--data FOLDER] [--json]           check the ledger of the store, entry by entry
  corroborate package CODE --out PATH [--report CODE [--locale en|ar] | --for RECIPIENT --findings CODES] [--json]
                                                         an investigation, a report with its grounds, or what a body asked for, as a
                                                         signed package: a folder, or a file that ends in .tar
  corroborate package in PACKAGE --key FILE [--data FOLDER] [--json]
                                                         take in a package of everything from another instance: verified, then
                                                         merged record by record; what was changed on both sides is for a person
  corroborate verify  PACKAGE [--key FILE | --policy FILE] [--against FILE] [--roots FILE] [--json]
                                                         check a package: every file, every line, every signature in it;
                                                         --roots: certificates by which its time-stamps are believed
  corroborate recovery-key --out FILE                    make the key that opens backups
  corroborate backup  --to RECIPIENT --out FILE [--data FOLDER]
                                                         all of a store, encrypted, while a server serves it
  corroborate restore FILE --key FILE --data FOLDER      a backup into an empty store, its ledgers held against what they were
  corroborate members [add|link|end NAME] [--desk URL]   who works here; enrol somebody, make them a sign-in link, end a membership
  corroborate members grant|take NAME --role ROLE --investigation CODE [--until DAY]
                                                         give somebody a role, or take it; a monitor's has a last day
  corroborate exhibits add FILE... [--investigation CODE] [--data FOLDER] [--json]
                                                         take files in as exhibits, digested before and after
  corroborate fixity  [--data FOLDER] [--json]           read every exhibit again, and name what is missing, altered or without a name
  corroborate estimate FILE [--quick] [--seed S] [--locale en|ar] [--json]
                                                         how many: from a CSV of overlaps, or a YAML or JSON file of patterns;
                                                         --quick throws the dice less often, for a first look
  corroborate lists read FILE [--sheet NAME] [--json]    how a CSV or XLSX of people would be read, and what would be set aside
  corroborate texts read FILE... [--speakers A,B] [--json]
                                                         how testimony would be read (DOCX, ODT, PDF, TXT, VTT, SRT, CSV, JSON of
                                                         Whisper or oTranscribe): turns, speakers, times, and what to look at
  corroborate texts add  FILE... --investigation CODE [--source CODE] [--language TAG] [--speakers A,B] [--json]
                                                         take them in, each whole or not at all; without --source each goes to the
                                                         source whose code its name begins with
  corroborate transcribe RECORDING --engine whisper-cli --program FILE --model FILE
                         [--language TAG] [--out FILE] [--investigation CODE [--source CODE]]
  corroborate transcribe RECORDING --engine sherpa-onnx --module FOLDER --model FOLDER …
                                                         have an engine that you have installed write down a recording, beside it;
                                                         with --investigation it is taken in: nothing of it is citable until somebody
                                                         has listened
  corroborate search  WORDS... [--investigation CODE] [--json]
                                                         where words stand, in texts, passages, claims and registers: any form of
                                                         each, '"these very words"', '"words near"~5', '~name', 'begin*', 'this OR
                                                         that', '-without'
  corroborate index   [--data FOLDER] [--json]           make the index of the search anew, from what it is derived from
  corroborate link    FILE... --out FOLDER [--records arabic-names|western-persons | --settings FILE] [--seed S] [--json]
                                                         who is on which list: clusters, and the overlap that estimate takes
  corroborate exchange out (FOLDER | --investigation CODE) --out FILE --for RECIPIENT [--purpose PURPOSE]
                           [--locale en|ar] [--desk URL] [--json]
                                                         an investigation folder, or one of the store, for other programs: FILE.qdpx and
                                                         .qdc (REFI-QDA), .jsonld (Web Annotations) or .csv (claims), as far as consent
                                                         for that purpose (analysis where none is named) lets it out to own-team, un-mechanism, icc, national-court, partners or public
  corroborate exchange in  FILE [--investigation CODE [--source CODE] [--language L] [--locale en|ar]] [--json]
                                                         how a .qdpx, .qde or .qdc of another program is read, and what is set aside;
                                                         with --investigation it is taken in, texts that were never ours as words of --source
  corroborate exchange acts FILE... [--investigation CODE --name DATABASE [--source CODE] [--language L] [--dry]]
                           [--mapping FILE | --mapping-of DATABASE] [--json]
                                                         how tables of another database (acts, and events, persons, involvement, told by the
                                                         names of their files) are read; with --investigation their rows are taken in under the name
                                                         of the database, new or changed by number, as the document --source; --dry shows what would be;
                                                         without files: which were taken in, under which mapping of columns
  corroborate desk manifest                              the files of the desk as it was built here, as sha256sum checks them
  corroborate desk check URL [--json]                    whether a server gives out the very desk that was built here
  corroborate desk serve URL [--port 4601]               the desk from this disk: only words and ciphertext come from the server
  corroborate watch   URL [--once] [--key FILE] [--state FILE] [--against FILE]
                                                         watch a ledger from outside, such as https://desk.example.org/ledger/NAME;
                                                         --against holds it against the checkpoint that another monitor saw
  corroborate witness --policy FILE --name NAME [--port 4700] [--data FOLDER]
                                                         cosign the ledgers that the policy names, each only as it grows
  corroborate --help

  --data FOLDER            where the store lies (default: the folder "data" of the project)
  --passphrase-file FILE   the store's passphrase (or CORROBORATE_PASSPHRASE in the environment)
  DATABASE_URL             use this PostgreSQL in place of the store in the data folder, as a user who is no superuser
  CORROBORATE_BUCKET       keep exhibits in this S3 bucket, such as https://s3.example.org/evidence, with AWS_REGION,
                           AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (default: the folder "data.files" beside the store)

Exit codes: 0 done; 1 refused, with the reasons; 2 the input or the command is wrong, with the place.`
