### Reminders

reminder-push-title = Your practice is ready
reminder-push-body = A few minutes, whenever it suits you.

### Mail

mail-reminder-subject = Today’s practice is ready
mail-reminder-body =
    Hello { $name },

    Today’s practice is ready. It takes a few minutes.
mail-reminder-button = Practise
mail-reminder-footer = You get this mail because you practise with Beklijf at { $organisation }. Rather no reminders by mail?
mail-reminder-unsubscribe = Unsubscribe

mail-invitation-subject = { $organisation } invites you to practise with Beklijf
mail-invitation-body =
    Hello { $name },

    { $organisation } invites you to Beklijf: a few minutes of practice a day, so that your training sticks. Choose a password and start.
mail-invitation-button = Choose a password
mail-invitation-footer = The link is yours alone and works until { DATETIME($until, dateStyle: "long") }.

mail-forgotten-subject = Choose a new password
mail-forgotten-body =
    Hello { $name },

    You asked for a new password for Beklijf. If you did not, there is nothing to do: your old password still works.
mail-forgotten-button = Choose a new password
mail-forgotten-footer = The link is yours alone and works for two hours.

### Import

place-row = row { NUMBER($row, useGrouping: 0) }
place-row-column = row { NUMBER($row, useGrouping: 0) }, column { $column }

# The file as a whole
import-empty-file = The file is empty. Choose a file with at least one question and answer.
import-too-big = The file is larger than { $most } MB. Split it into several files.
import-not-a-table = This is not a table that we can read. Save your file as CSV or XLSX and choose it again.
import-old-excel = This is an old or protected Excel file. Take off the password and save it as .xlsx.
import-unknown-encoding = We do not know the encoding { $encoding }. Choose another one from the list.
import-wrong-encoding = The file does not fit the encoding { $encoding }. Choose another one from the list.
import-line-too-long = A line is longer than { $most } characters. Check that this is the right file and that every card has a row of its own.
import-too-many-rows = The file has more than { $most } rows. Split it into several files.
import-damaged = The file is damaged. Open it in your spreadsheet program, save it again and choose it once more.
import-unsafe-file = The file holds something that is not safe to open. Copy the cells to a new file and choose that one.
import-unpacks-too-big = The file unpacks to more than { $most } MB. Copy only the cells with text to a new file.
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
import-missing = This cell is empty. Fill it in.
import-too-long = This text has { $length } characters; { $most } is the most. Shorten it or spread it over more cards.
import-too-few = There { $count ->
    [one] is { $count }
   *[other] are { $count }
 } here; at least { $least } are needed. Put a | between the texts.
import-too-many = There are { $count } here; { $most } is the most. Take some out.
import-empty-item = There is nothing between two bars (|). Take one bar out or fill in the text.
import-same-twice = The same text is there twice. Take one out.
import-none-right = No choice is marked as right. Put a * before the right one.
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
import-more-problems = There { $count ->
    [one] is { $count } more message
   *[other] are { $count } more messages
 }. Solve these first and read the file again.

# Worth knowing
import-no-header = No header was found. The columns were read as: { $columns }.
import-unknown-columns = We do not know these columns and left them out: { $columns }.
import-cell-unused = This kind of card does not use this cell; its content was left out.
import-guessed-encoding = The file was read as { $encoding }. If letters look wrong, choose another encoding.
import-other-sheets = Only the sheet { $sheet } was read. Not read: { $others }.
