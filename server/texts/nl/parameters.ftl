### Parameters van het geheugenmodel

problem-parameters-decided-title = Hierover is al besloten
problem-parameters-decided-detail = Iemand was je voor, of er zijn nieuwere parameters. Laad de pagina opnieuw om te zien hoe het staat.
