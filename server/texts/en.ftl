### Errors

problem-bad-request-title = This request cannot be read
problem-bad-request-detail = Nothing was changed. Check what was sent and try again.
problem-sign-in-needed-title = Please sign in
problem-sign-in-needed-detail = You are not signed in, or not any more. Sign in and go on where you were; nothing is lost.
problem-wrong-password-title = That does not fit together
problem-wrong-password-detail = There is no account with this address and password. Check both, or choose a new password.
problem-invitation-over-title = This link no longer works
problem-invitation-over-detail = It was used before or is too old. Ask for a new one under "Forgot your password?".
problem-not-allowed-title = This is not open to your role
problem-not-allowed-detail = Ask an administrator of your organisation if you need it.
problem-not-found-title = Not found
problem-not-found-detail = It is not there, or it is not yours to see.
problem-bad-method-title = This cannot be done here
problem-bad-method-detail = The address exists, but not for this kind of request.
problem-too-large-title = That is too much at once
problem-too-large-detail = Nothing was changed. Split it into smaller parts and send those.
problem-bad-media-type-title = This form of content is not taken here
problem-bad-media-type-detail = Send JSON, or for a file a form with the field "file".
problem-not-valid-title = Something is not right yet
problem-not-valid-detail = Nothing was changed. See the places named, mend them and send again.
problem-not-imported-title = Nothing was imported
problem-not-imported-detail = Nothing has changed. Mend the places named and upload the file again.
problem-too-many-title = Too many tries
problem-too-many-detail = Wait a minute and try again.
problem-not-built-title = The screens are not built yet
problem-not-built-detail = Run scripts/run, which builds them, or npm run build in web/.
problem-failed-title = Something went wrong on our side
problem-failed-detail = Nothing was changed. Try again; if it keeps happening, tell your administrator.

field-required = This is needed.
field-unknown = This name is not known here.
field-not-valid = This value does not fit.
field-not-text = This has to be plain text.
field-not-uuid = This has to be a UUID.
field-not-number = This has to be a number.
field-not-whole-number = This has to be a whole number.
field-not-yes-or-no = This has to be true or false.
field-not-moment = This has to be a moment with its time zone, such as 2026-03-02T08:00:00Z.
field-not-date = This has to be a date such as 2026-03-02.
field-not-time = This has to be a time such as 09:00.
field-not-time-zone = This time zone is not known; use a name such as Europe/Amsterdam.
field-not-list = This has to be a list.
field-not-object = This has to be an object with names and values.
field-not-email = This is not a mail address.
field-bad-cursor = This cursor is not ours; start again without one.
field-ends-before-it-begins = This lies before the beginning.
field-too-short = This needs at least { $min } characters or items.
field-too-long = At most { $max } characters or items fit here.
field-bad-length = Between { $min } and { $max } characters or items fit here.
field-too-small = This has to be at least { $min }.
field-too-big = This can be at most { $max }.
field-out-of-range = This has to lie between { $min } and { $max }.
field-not-one-of = This has to be one of: { $choices }.

review-no-answer = An answer or a rating is missing.
review-bad-answer = This answer does not have the form of its kind of card.
review-unknown-card = This card is not in one of your campaigns.
review-unknown-variant = This wording is no longer part of the card.

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

unsubscribe-ask = Would you rather have no reminders by mail?
unsubscribe-button = Stop reminders by mail
unsubscribe-done = Done. You get no more reminders by mail. You can switch them on again in the app under Me.

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
import-card-of-media = A card of the note type “{ $kind }” holds pictures or sound alone: { $names }. It was left out, as cards hold text only for now.
import-media-left-out = Left out, as cards hold text only for now: { $names }. See whether the card can do without.
import-media-missing = The cards name { $count ->
    [one] a file
   *[other] { $count } files
 } that the package does not hold: { $names }.
import-template-media = Left out of the template of “{ $kind }”: { $names }.
import-fields-unshown = No card of the note type “{ $kind }” shows these fields, so they were left out: { $columns }.

### Teaching

release-no-cards = There are no cards in this set yet. Import a file first.
release-nothing-new = Nothing has changed since the last release.
campaign-policy-not-yet = This schedule cannot be chosen yet. Take readiness: it keeps recall at the target all the time.
campaign-sets-not-released = Release these sets first: { $titles }.
enrol-bad-address = This is not a mail address.
enrol-not-active = This person’s account is closed. An administrator can open it again.
place-line = line { NUMBER($line, useGrouping: 0) }

### Figures

figures-no-team = Without team
figures-no-topic = Without topic

### People

person-address-taken = There is an account with this address already.
person-last-admin = There must be at least one administrator. Make somebody else one first.
team-name-taken = There is a team of that name already.
