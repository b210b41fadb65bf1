"""Finding cards by their words: words, stems, questions, and how well a card answers one."""
