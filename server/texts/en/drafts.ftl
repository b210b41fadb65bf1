### Cards from course material

problem-no-drafts-title = This file was not read
problem-no-drafts-detail = Nothing was added. Below is what is wrong and what you can do.
problem-draft-decided-title = This suggestion was decided on already
problem-draft-decided-detail = You or somebody else came first. You now see what was done; put it back if you want it otherwise.

draft-place-slide = slide { NUMBER($number, useGrouping: 0) }
draft-place-page = page { NUMBER($number, useGrouping: 0) }
draft-place-section = { $number ->
    [0] above the first heading
   *[other] under heading { NUMBER($number, useGrouping: 0) }
}
draft-card-went-on = The card was changed after it was kept. Delete it in the set itself if you do not want it.
draft-no-writer = No service that writes cards is set. Clear the tick.

# The file as a whole
draft-file-empty-file = The file is empty. Choose a file with text.
draft-file-not-material = This is no PowerPoint, Word or PDF. Save it as .pptx, .docx or .pdf and choose it again; choose a table of cards under Import a file.
draft-file-old-office = This is an old Office file, or one with a password. Take the password off and save it as .pptx or .docx.
draft-file-password = This PDF only opens with a password. Take it off, or print it as PDF again, and choose that one.
draft-file-only-pictures = There is no text in this PDF, only pictures of text. Choose the file that the scan was made from, or run text recognition over it first.
draft-file-no-text = There is no text in this file. Check that it is the right one.
draft-file-not-a-table = There is nothing in this file that we can read. Save it again as .pptx, .docx or .pdf.
draft-file-damaged = The file is damaged. Save it once more in the program it comes from, and choose it again.
draft-file-unsafe-file = The file holds something that is not safe to open. Open it yourself, save it again and choose the new version.
draft-file-unpacks-too-big = The file unpacks to more than { $most } MB. Make its pictures smaller or split the file.
draft-file-too-slow = Reading this file takes longer than { $most } seconds. Split it into several files.
draft-file-too-heavy = Reading this file takes more memory than there is. Split it into several files.

# Worth knowing
draft-note-none-found = We see no card in this file ourselves. Write the cards in the editor, or paste them from a table.
draft-note-more-found = There were { $count } more possible cards. You see the { $most } that we expect most of.
draft-note-slides-beyond = Only the first { $most } of { $count } slides were read. Split the file for the rest.
draft-note-pages-beyond = Only the first { $most } of { $count } pages were read. Split the file for the rest.
draft-note-writer-key = { $host } refuses the key that is set. Ask your administrator to check it. The suggestions below are Beklijf's own.
draft-note-writer-busy = { $host } is too busy. Choose the file again later; what is here already does not come twice.
draft-note-writer-slow = { $host } did not answer in time. Choose the file again later; what is here already does not come twice.
draft-note-writer-away = { $host } cannot be reached or gave an error. Choose the file again later, or ask your administrator to check the address.
draft-note-writer-nonsense = { $host } gave an answer that holds no readable cards. Ask your administrator whether the model that is set is fit for this.
draft-note-writer-unfit = { $count ->
    [one] One card from { $host } was not sound and was left out.
   *[other] { $count } cards from { $host } were not sound and were left out.
}
draft-note-writer-unsent = The file is too long for one time: { $count } { $count ->
    [one] piece of text was
   *[other] pieces of text were
} not sent to { $host }. Split the file for the rest.
