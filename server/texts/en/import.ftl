### Import

place-file = the file
place-row = row { NUMBER($row, useGrouping: 0) }
place-row-column = row { NUMBER($row, useGrouping: 0) }, column { $column }
place-card-line = the card on line { NUMBER($row, useGrouping: 0) }
place-card-line-column = the card on line { NUMBER($row, useGrouping: 0) }, field { $column }
place-question = question { NUMBER($row, useGrouping: 0) }
place-question-column = question { NUMBER($row, useGrouping: 0) }, field { $column }
place-note = note { NUMBER($row, useGrouping: 0) }
place-note-column = note { NUMBER($row, useGrouping: 0) }, field { $column }
place-called = { $place } (“{ $item }”)

# The file as a whole
import-empty-file = The file is empty. Choose a file with at least one question and answer.
import-too-big = The file is larger than { $most } MB. Split it into several files.
import-not-a-table = We cannot read this kind of file. Save a table as CSV or XLSX, or choose an export of Anki (.apkg or .colpkg), H5P, Kahoot, Moodle, QTI or Quizlet.
import-old-excel = This is an old or protected Excel file. Take off the password and save it as .xlsx.
import-unknown-encoding = We do not know the encoding { $encoding }. Choose another one from the list.
import-wrong-encoding = The file does not fit the encoding { $encoding }. Choose another one from the list.
import-line-too-long = A line is longer than { $most } characters. Check that this is the right file and that every card has a row of its own.
import-too-many-rows = The file has more than { $most } rows. Split it into several files.
import-damaged = The file is damaged. Save or export it once more in the program that it comes from, and choose it again.
import-unsafe-file = The file holds something that is not safe to open. Make it anew: copy the cells to a new file, or export the cards or questions yourself from their program.
import-unpacks-too-big = The file unpacks to more than { $most } MB. Take only what you need: copy the cells with text to a new file, or export one deck at a time.
import-too-slow = Reading this file takes more than { $most } seconds. Split it into several files, or save it as CSV.
import-too-heavy = Reading this file takes more memory than there is. Split it into several files, or save it as CSV.

# The columns
import-no-rows = There are no cards in it. Put one card on each row below the header.
import-too-many-columns = There are { $count } columns; more than { $most } is not possible. Take out columns that do not belong to the cards.
import-same-column = This column is the same as { $first }. Keep one of them, or give one another name.
import-no-prompt-column = There is no column with questions. Call that column { $column } in the header.
import-no-answer-column = There is no column with answers. Call that column { $column } in the header.
import-one-column = We see one column only. Put question and answer in two columns, separated by a semicolon, comma or tab.

# One row
import-too-few-cells = This row has { $cells } of the { $columns } cells{ $line ->
    [0] {""}
   *[other] {" "}(line { NUMBER($line, useGrouping: 0) } of the file)
 }. Complete the row, or put text with a line break in quotes.
import-too-many-cells = This row has { $cells } cells, the header { $columns }{ $line ->
    [0] {""}
   *[other] {" "}(line { NUMBER($line, useGrouping: 0) } of the file)
 }. Take out the extra cells, or put text with a separator in quotes.
import-quote-open = A quote opens on this row and is never closed (line { NUMBER($line, useGrouping: 0) } of the file). Close it; what follows was not read.
import-row-unreadable = This row cannot be read (line { NUMBER($line, useGrouping: 0) } of the file). Check its quotes; what follows was not read.
import-missing = There is nothing here. Fill it in.
import-too-long = This text has { $length } characters; { $most } is the most. Shorten it or spread it over more cards.
import-too-few = There { $count ->
    [one] is { $count }
   *[other] are { $count }
 } here; at least { $least } are needed. In a table, put a | between the texts.
import-too-many = There are { $count } here; { $most } is the most. Take some out.
import-empty-item = One of the texts is empty. Fill it in or take it out; in a table with its bar (|).
import-same-twice = The same text is there twice. Take one out.
import-none-right = No choice is marked as right. Mark the right one; in a table with a * before it.
import-several-right = { $count } choices are marked as right, but this kind of card has one. Leave one *, or make the kind multiple_choice.
import-right-not-in-choices = The right answer is not among the choices. Add it and put a * before it.
import-answer-not-in-choices = “{ $text }” is not among the choices. Write the answer exactly as the choice, or put a * before the right choice.
import-no-gaps = This text has no gaps. Put the word to be filled in between {"{{"} and {"}}"}.
import-gaps-unclear = It is not clear where the gaps begin and end. Put each gap between {"{{"} and {"}}"} and use those braces nowhere else.
import-pair-incomplete = Not every pair is complete. Write pairs as left=right, with a | in between.
import-unknown-kind = We do not know the kind “{ $text }”. Use recall, choice, multiple_choice, true_false, typed, cloze, order or match, or leave the cell empty.
import-unknown-language = We do not know the language “{ $text }”. Use nl or en, or leave the cell empty.
import-not-true-or-false = “{ $text }” is neither true nor false. Fill in true or false.
import-same-key = The key { $key } is on row { NUMBER($first, useGrouping: 0) } already. Give each card a key of its own.
import-unknown-original = There is no card with the key { $key }. Fill in the key of the card that this is a variant of.
import-variant-of-variant = { $key } is a variant itself. Fill in the key of the card that both belong to.
import-key-of-variant = The key { $key } belongs to a variant in this set. Give this card another key.
import-key-taken = The key { $key } belongs to another card or variant in this set. Give this variant another key.
import-more-problems = There { $count ->
    [one] is { $count } more message
   *[other] are { $count } more messages
 }. Solve these first and read the file again.

# Questions of quizzes and question banks
import-no-questions = There are no questions in it that a card can be made of. Check that it is the right file.
import-question-too-long = This question has more than { $most } characters. Make several questions of it.
import-question-number = A number belongs here. Write it in digits, as 72 or 3.14.
import-kahoot-right = “{ $text }” points at no right answers. Fill in the numbers of answers that are there, as 2 or 1,3.
import-aiken-answer = “{ $text }” points at no choice of this question. Put a line like ANSWER: B below the choices.
import-aiken-unanswered = It does not say below these choices which is right. Put a line like ANSWER: B below them.
import-old-qti = This is QTI 1. Export the questions as QTI 2.1 or 3, or as Moodle XML.
import-no-questions-in-package = There are no separate questions in this package; it is a course or something else. Export the questions themselves, as QTI or Moodle XML.
import-item-missing = { $name } is in the list of the package but not in the package. Export the package again.
import-gift-braces = It is not clear where the answers begin and end. Put them between one {"{"} and one {"}"}, and a \ before every brace that belongs to the text.
import-gift-answers = The answers cannot be told apart. Put = before each right answer, ~ before each wrong one and -> in each pair.
import-question-share = “{ $text }” is no share of the points. Fill in a percentage, as 100 or 50.
import-gap-without-word = No word of the list belongs to the gap [[{ $number }]]. Add it.
import-xml-damaged = The XML is not sound (line { NUMBER($line, useGrouping: 0) } of the file). Export the file again.
import-too-deep = The file is nested deeper than { $most } layers, as no program makes it. Export the file again.
import-choices-left-out = There were choices to pick from for the gaps. On the card the answer is typed.
import-text-left-out = { $count ->
    [one] Here is a line that belongs to no question; it was
   *[other] From here on there are { $count } lines that belong to no question; they were
 } left out.
import-skipped-kind = Passed over: there is no card for questions of the kind { $kind }.
import-picture-left-out = The picture or attachment { $name } was left out. Add it yourself or describe it in the question.
import-stray-match-left-out = “{ $text }” belongs to no pair and was left out.
import-name-twice = The name “{ $name }” is there { $count } times. Next time we know these questions by their text.

# Worth knowing
import-no-header = No header was found. The columns were read as: { $columns }.
import-unknown-columns = We do not know these columns and left them out: { $columns }.
import-cell-unused = This kind of card does not use this cell; its content was left out.
import-guessed-encoding = The file was read as { $encoding }. If letters look wrong, choose another encoding.
import-other-sheets = Only the sheet { $sheet } was read. Not read: { $others }.

# Anki
import-anki-too-new = This package was made by a version of Anki that we do not know. Tick “Support older Anki versions” when you export it, and choose it again.
import-too-many-notes = There are more than { NUMBER($most) } notes in the package. Export one deck at a time.
import-no-notes = There are no notes in this package. Export a deck with cards in it.
import-no-card-left = No card comes out of this package. Below is what stays behind, and why.
import-note-type-missing = The note type of this note is missing. Run “Check Database” in Anki and export again.
import-fields-differ = This note has { $count } fields, its note type { $fields }. Run “Check Database” in Anki and export again.
import-guid-twice = This note has the same identity as note { NUMBER($first, useGrouping: 0) }. Copy it in Anki, remove the old one and export again.
import-note-without-cards = Anki made no card of this note, so it was left out.
import-card-empty = A card of the note type “{ $kind }” has no question here, so it was left out. “Empty Cards” in Anki takes it away.
import-card-of-media = A card of the note type “{ $kind }” holds pictures or sound alone that the package does not bring: { $names }. It was left out.
import-media-left-out = Not on the card, as the package does not bring them as files: { $names }. See whether the card can do without.
import-media-missing = The cards name { $count ->
    [one] a file
   *[other] { $count } files
 } that the package does not hold: { $names }.
import-template-media = Left out of the template of “{ $kind }”: { $names }.
import-fields-unshown = No card of the note type “{ $kind }” shows these fields, so they were left out: { $columns }.
import-json-too-new = This file was written by a newer Beklijf than this one. Export the set as XLSX or CSV there, and choose that file.
import-json-unfit = What stands here cannot be read as part of a card. Export the set once more, or take the card out of the file.
import-releases-left-out = The file tells of { $count ->
    [one] one release
   *[other] { $count } releases
 } of the set. Only the cards as they are now come in.
